/** Proceedings of Machine Learning Research: volume and paper, `v139/name21a`. https://proceedings.mlr.press */
import type { Recogniser } from './mention.js';
import { group, linkPattern, slash, underscore, unescaped } from './syntax.js';

const volume = '(?<volume>[vr]\\d{1,4})';
const paper = String.raw`(?<paper>[a-z](?:[a-z-]|${underscore}){0,60}\d{2}[a-z]{0,3})`;
const ended = String.raw`(?![A-Za-z0-9]|-[A-Za-z0-9]|\.\d)`;

export const pmlr: Recogniser = {
  kind: 'pmlr',
  patterns: [
    linkPattern(
      String.raw`proceedings\.mlr\.press|jmlr\.org${slash}proceedings${slash}papers|raw\.githubusercontent\.com${slash}mlresearch`,
      String.raw`${volume}${slash}(?:main${slash}assets${slash})?${paper}(?:${slash}[a-z][a-z0-9_-]{0,80}\.(?:pdf|html|zip|bib))?(?:\.(?:html|pdf|bib)(?![A-Za-z0-9]))?${ended}`,
      (match) => ({ id: `${group(match, 'volume')}/${unescaped(group(match, 'paper'))}`.toLowerCase() }),
    ),
  ],
  plain: false,
  bare: (text) => (/^[vr]\d{1,4}\/[a-z][a-z_-]{0,60}\d{2}[a-z]{0,3}$/i.test(text) ? { id: text.toLowerCase() } : undefined),
  link: (id) => `https://proceedings.mlr.press/${id}.html`,
};
