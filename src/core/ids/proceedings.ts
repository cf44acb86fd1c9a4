/**
 * Proceedings of NeurIPS and ICLR, which share their software: `…/paper/<year>/(hash|file)/<32 hex digits>-<what>[-<track>].<type>`.
 * The id is `<year>/<hash>[-<track>]`, as the page's address needs all three.
 */
import type { IdKind, Reading, Recogniser } from './mention.js';
import { group, linkPattern, slash, underscore, unescaped } from './syntax.js';

const parts = String.raw`(?<hash>[0-9a-f]{32})(?:-(?:Abstract|Paper|Supplemental|Supplementary|Supplement|Bibtex|Metadata|MetaReview|Review|AuthorFeedback)(?:-(?<track>(?:[A-Za-z0-9]|${underscore}){3,60}))?\.(?:html|pdf|zip|bib|json)(?![A-Za-z0-9]))?(?![A-Za-z0-9])`;
const path = String.raw`(?:paper_files|paper\\_files)?${slash}?paper${slash}(?<year>(?:19|20)\d{2})${slash}(?:hash|file)${slash}${parts}`;
const whole = /^(?<year>(?:19|20)\d{2})\/(?<hash>[0-9a-f]{32})(?:-(?<track>\w{3,60}))?$/i;

/** Tracks have stood in addresses since the year given; a link that ends at the hash is taken for the main track. */
function proceedings(kind: IdKind & ('neurips' | 'iclr'), hosts: string, base: string, tracksSince: number): Recogniser {
  const read = (match: RegExpExecArray): Reading => {
    const year = group(match, 'year');
    const named = unescaped(group(match, 'track'));
    const track = named === '' && Number(year) >= tracksSince ? 'Conference' : named;
    return { id: `${year}/${group(match, 'hash').toLowerCase()}${track === '' ? '' : `-${track}`}` };
  };
  return {
    kind,
    patterns: [linkPattern(hosts, path, read, 'datasets-benchmarks-')],
    plain: false,
    bare: (text) => {
      const match = whole.exec(text);
      return match ? read(match) : undefined;
    },
    link: (id) => `${base}/paper_files/paper/${id.replace('/', '/hash/').replace(/(-\w+)?$/, '-Abstract$1')}.html`,
  };
}

export const neurips = proceedings('neurips', String.raw`(?:papers|proceedings)\.(?:neurips|nips)\.cc`, 'https://proceedings.neurips.cc', 2022);
export const iclr = proceedings('iclr', String.raw`proceedings\.iclr\.cc`, 'https://proceedings.iclr.cc', 2024);
