import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import { paperSchema } from '../../../src/core/model/schema.js';
import { jsonSchemas } from '../../support/json-schema.js';

const media = path.resolve('media');

describe('the schema of the format', () => {
  for (const [name, text] of jsonSchemas()) {
    it(`media/${name} is what the format says (LITSHELF_UPDATE=1 writes it)`, () => {
      const file = path.join(media, name);
      if (process.env['LITSHELF_UPDATE'] === '1') writeFileSync(file, text);
      assert.equal(readFileSync(file, 'utf8'), text);
    });

    it(`media/${name} describes every field`, () => {
      const schema = JSON.parse(text) as { properties?: Fields; items?: { properties?: Fields } };
      const fields = schema.properties ?? schema.items?.properties ?? {};
      const silent = Object.entries(fields).filter(([, field]) => !field.description);
      assert.deepEqual(silent.map(([field]) => field), []);
    });
  }

  const validate = new Ajv({ strict: false }).compile(JSON.parse(jsonSchemas().get('papers.schema.json') ?? '{}') as object);
  const good = { id: 'wang2023selfinstruct', title: 'Self-Instruct', authors: ['Yizhong Wang', { family: 'Del Corro', given: 'Luciano' }, { literal: 'MetaGLM' }], issued: 2023, arxiv: '2212.10560', links: { code: 'https://github.com/x/y', other: 'https://x.org' } };
  const cases: readonly [string, unknown, boolean][] = [
    ['a whole paper', good, true],
    ['an unknown field', { ...good, mood: 'fine' }, true],
    ['no id', { title: 'x' }, false],
    ['a key with a space', { ...good, id: 'a b' }, false],
    ['an unknown type', { ...good, type: 'novel' }, false],
    ['a date with a month 13', { ...good, issued: '2023-13' }, false],
    ['a year as a number', { ...good, issued: 2023 }, true],
    ['an arXiv id as a number', { ...good, arxiv: 2212.1056 }, false],
    ['an arXiv id with a version', { ...good, arxiv: '2212.10560v2' }, false],
    ['an old arXiv id', { ...good, arxiv: 'hep-th/9901001' }, true],
    ['five digits in 2014', { ...good, arxiv: '1412.12345' }, false],
    ['four digits in 2015', { ...good, arxiv: '1501.1234' }, false],
    ['a DOI with a resolver', { ...good, doi: 'https://doi.org/10.1/x' }, false],
    ['a script as a link', { ...good, links: { code: 'javascript:alert(1)' } }, false],
    ['authors as text', { ...good, authors: 'Yizhong Wang' }, false],
    ['an author with a strange field', { ...good, authors: [{ family: 'Wang', email: 'x' }] }, false],
    ['an empty title', { ...good, title: ' ' }, false],
    ['a tombstone', { id: 'x', removed: true }, true],
  ];
  for (const [what, value, expected] of cases) {
    it(`both validators ${expected ? 'accept' : 'refuse'} ${what}`, () => {
      assert.equal(v.safeParse(paperSchema, value).success, expected, 'valibot');
      assert.equal(validate([value]), expected, 'JSON Schema');
    });
  }
});

type Fields = Record<string, { description?: string }>;
