/** CSL items as bibliographies hold them: what JSON and YAML share. */
import { fromCsl, type ReadText } from '../csl/from-json.js';
import { toCsl } from '../csl/json.js';
import type { Paper } from '../model/paper.js';
import { fieldOf, type Reading } from './listed.js';
import type { EntryOptions } from './types.js';

/** The item of a paper under a key. The venue that has no place beside the title of the container is kept where processors pass it over. */
export function cslItem(paper: Paper, key: string, options: EntryOptions): Readonly<Record<string, unknown>> {
  const { abstract, custom, ...item } = toCsl(paper);
  const { venue, fields, type } = paper;
  const kept = venue === undefined || venue === item['container-title'] || venue === item['event-title'] ? undefined : venue;
  const more = { ...custom, ...(fields['arxiv-class'] === undefined ? {} : { 'arxiv-class': fields['arxiv-class'] }), ...(kept === undefined ? {} : { venue: kept }) };
  return {
    ...item, id: key, type,
    ...(options.note === true && fields.note !== undefined ? { note: fields.note } : {}),
    ...(options.abstract === true && abstract !== undefined ? { abstract } : {}),
    ...(Object.keys(more).length === 0 ? {} : { custom: more }),
  };
}

export function cslReading(plain?: ReadText): Reading {
  return {
    type: (value) => {
      const type = fieldOf(value, 'type');
      return typeof type === 'string' ? type.toLowerCase() : '';
    },
    fields: (value, key) => fromCsl(value, key, plain),
  };
}
