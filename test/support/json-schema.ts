/** The published JSON Schemas, made from the one schema of the format. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { configSchema, paperSchema } from '../../src/core/model/schema.js';
import * as v from 'valibot';

/** Name of the file under media/ → its text. */
export function jsonSchemas(): Map<string, string> {
  return new Map([
    ['catalog.schema.json', print('Litshelf catalogue', 'catalog.yaml: title, category tree and lists of a Litshelf catalogue.', configSchema)],
    ['papers.schema.json', print('Litshelf papers', 'papers/*.yaml: a sequence of papers.', v.array(paperSchema))],
  ]);
}

function print(title: string, description: string, schema: GenericSchema): string {
  // what is accepted, before numbers become text; transformations have no place in JSON Schema
  const body = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore', target: 'draft-07' });
  return `${JSON.stringify({ ...body, title, description }, null, 2)}\n`;
}
