import type { CheckRule } from './check.js';
import { safeFix } from './fixes.js';
import { fieldPlace } from './place.js';

/** Links to one version on arXiv, its mirrors and its DOIs. */
const versioned = /^(https?:\/\/(?:(?:www|export|browse)\.)?(?:arxiv\.org\/(?:abs|pdf|html)|alphaxiv\.org\/abs|huggingface\.co\/papers|doi\.org\/10\.48550\/arxiv\.)\/?(?:[a-z-]+(?:\.[a-z]{2})?\/)?\d{4}\.?\d{3,5})v\d{1,3}((?:\.pdf)?\/?)$/iu;

export const versionedLink: CheckRule = {
  code: 'versioned-link',
  severity: 'info',
  about: 'A link leads to one version of a preprint and not to the newest.',
  *paper(record) {
    for (const [kind, link] of Object.entries(record.fields.links ?? {})) {
      const [, before, after = ''] = versioned.exec(link) ?? [];
      if (before === undefined) continue;
      const newest = before + after;
      yield { ...fieldPlace(record, 'links', link), message: `${link} is one version of the preprint: ${newest} is always the newest.`, fix: safeFix(`Write ${newest}`, record, [[['links', kind], newest]]) };
    }
    const { doi } = record.fields;
    const bare = doi === undefined ? undefined : /^(10\.48550\/arxiv\..+?)v\d{1,3}$/iu.exec(doi)?.[1];
    if (bare !== undefined) yield { ...fieldPlace(record, 'doi'), message: `${doi ?? ''} is one version of the preprint: ${bare} is the work.`, fix: safeFix(`Write ${bare}`, record, [[['doi'], bare]]) };
  },
};
