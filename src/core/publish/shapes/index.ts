/** All shapes, with a sentence each for those who choose. */
import type { PublishOptions, ShapeId } from '../options.js';
import { boldTitles, bullets } from './bullets.js';
import { dated } from './dated.js';
import { references } from './references.js';
import { type Shape } from './shape.js';
import { dateTable, plainTable, venueTable } from './tables.js';
import { templated } from './template.js';

export const shapes: Readonly<Record<ShapeId, { readonly about: string; readonly example: string }>> = {
  bullets: { about: 'Bullets as awesome-lint wants them', example: '- [Title](…) - *Authors.* Venue. [PDF](…), [Code](…). Remark.' },
  table: { about: 'A table with every column that has something in it', example: '| Title | Authors | Venue | Date | Links | Notes |' },
  'bold-titles': { about: 'Bullets with bold titles', example: '- [**Title.**](…) *Authors.* Venue. [[Code](…)]' },
  'date-table': { about: 'A table of publications and dates', example: '| Publication | Date |' },
  dated: { about: 'Paragraphs that begin with date and venue', example: '[**2024 Jul COLM**] *Authors*, **Title** | [[HOME PAGE]](…) [[PDF]](…)' },
  'venue-table': { about: 'A table of papers, venues and code', example: '| Paper | Published in | Code/Project |' },
  references: { about: 'References with their links below', example: '- Stone A, Weber M. Title[J]. arXiv preprint arXiv:2401.00113, 2024.' },
  template: { about: 'Words of your own', example: '- [{title}]({url}){? *{authors}*.}' },
};

const written: Readonly<Record<Exclude<ShapeId, 'template'>, Shape>> = { bullets, table: plainTable, 'bold-titles': boldTitles, 'date-table': dateTable, dated, 'venue-table': venueTable, references };

/** @throws PublishError for a template with a fault */
export function shapeOf({ shape, template }: PublishOptions): Shape {
  return shape === 'template' ? templated(template ?? '') : written[shape];
}
