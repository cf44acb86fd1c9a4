import type { CheckRule } from './check.js';
import { safeFix } from './fixes.js';
import { fieldPlace } from './place.js';

/** Hosts that are known to answer the same over https. */
const secure = /^(?:(?:[\w-]+\.)*(?:arxiv\.org|doi\.org|aclanthology\.org|aclweb\.org|openreview\.net|github\.com|github\.io|gitlab\.com|huggingface\.co|semanticscholar\.org|acm\.org|ieee\.org|springer\.com|sciencedirect\.com|nature\.com|science\.org|wiley\.com|oup\.com|cambridge\.org|mdpi\.com|frontiersin\.org|plos\.org|pnas\.org|neurips\.cc|nips\.cc|iclr\.cc|icml\.cc|mlr\.press|aaai\.org|ijcai\.org|isca-speech\.org|usenix\.org|medium\.com|substack\.com|youtube\.com|youtu\.be|vimeo\.com|zenodo\.org|figshare\.com|kaggle\.com|wikipedia\.org|nih\.gov|biorxiv\.org|medrxiv\.org|ssrn\.com|openai\.com|anthropic\.com|microsoft\.com|google\.com|apple\.com|meta\.com|nvidia\.com))$/iu;

export const httpLink: CheckRule = {
  code: 'http-link',
  severity: 'warning',
  about: 'A link begins with http://: what it shows can be read and changed on its way.',
  *paper(record) {
    for (const [kind, link] of Object.entries(record.fields.links ?? {})) {
      if (!/^http:\/\//iu.test(link)) continue;
      // another port may speak no https
      const host = /^http:\/\/([^/:?#]+)(?=[/?#]|$)/iu.exec(link)?.[1];
      const better = link.replace(/^http:/iu, 'https:');
      const fix = host !== undefined && secure.test(host) ? { fix: safeFix(`Write ${better}`, record, [[['links', kind], better]]) } : {};
      yield { ...fieldPlace(record, 'links', link), message: `${link} is not encrypted: write https:// if the site answers there.`, ...fix };
    }
  },
};
