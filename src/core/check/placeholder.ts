import type { CheckedRecord, CheckFinding, CheckRule } from './check.js';
import { safeFix, textsOf } from './fixes.js';
import { fieldPlace, keyPlace } from './place.js';

/** What stands where somebody meant to write something later. The whole of a text: "TODO" inside a title may be its subject. */
const standIn = /^[\s[({<]*(?:to[ -]?do|t\.?b\.?[ad]\.?|fix[ -]?me|x{3,}|\?{2,}|\.{3}|…|placeholder|lorem ipsum.{0,300}|(?:your |the |example |sample )?(?:paper(?:['’]s)? )?title(?: here| of (?:the|your) paper)?|(?:example|sample|your) paper(?: title)?|(?:(?:first|second|last|another) )?(?:author|first|last|family|given)(?:['’]?s)?(?: ?names?)?(?: \d)?|venue(?: name)?|one[- ]sentence summary|(?:write |add |insert )?(?:a )?(?:summary|abstract|note|description)(?: here)?|untitled|unknown|none|null|nil|n\/?a|no (?:title|abstract|summary)(?: available)?|coming soon)[\s\])}>.:!]*$/iu;
/** Part of the address of no page. */
const standInLink = /\.{3}|…|%E2%80%A6|\bx{4,}\b|\bTODO\b|[<[{](?:url|link|id|user|repo|paper)[^/]{0,30}[>\]}]|\/(?:your|my)[-_](?:paper|repo|project|link|name|url|org)\b|^https?:\/\/(?:www\.)?(?:link|url|example)\/?$|arxiv\.org\/(?:abs|pdf)\/(?:0{4}\.0{4,5}|1234\.5678\d?|id)?\/?$/iu;
const standInId = /^(?:0{4}\.0{4,5}|1234\.5678\d?|10\.(?:0000|1234|xxxx)\/.*|10\.\d{4,9}\/(?:x{3,}|\.{3}|…|todo|tbd))$/iu;

/** Fields without which a paper is not the worse: what stands in for them may go. */
const dispensable: ReadonlySet<string> = new Set(['title-short', 'venue', 'container-title', 'collection-title', 'publisher', 'summary', 'abstract', 'note']);

export const placeholder: CheckRule = {
  code: 'placeholder',
  severity: 'warning',
  about: 'A value only keeps a place (TODO, https://arxiv.org/abs/...).',
  *paper(record) {
    for (const [field, text] of textsOf(record)) {
      if (!standIn.test(text)) continue;
      const fix = dispensable.has(field) ? { fix: safeFix(`Remove ${field}`, record, [[[field], undefined]]) } : {};
      yield { ...fieldPlace(record, field), message: `\`${text.slice(0, 60)}\` says nothing: write the ${field}, or leave it out.`, ...fix };
    }
    yield* inAuthors(record);
    for (const [kind, link] of Object.entries(record.fields.links ?? {})) {
      if (!standInLink.test(link)) continue;
      yield { ...fieldPlace(record, 'links', link), message: `${link} leads nowhere: write the address, or leave it out.`, fix: safeFix(`Remove links.${kind}`, record, [[['links', kind], undefined]]) };
    }
    for (const field of ['arxiv', 'doi'] as const) {
      const id = record.fields[field];
      if (id !== undefined && standInId.test(id)) yield { ...fieldPlace(record, field), message: `${id} is an example of an identifier, not one: write the real one, or leave it out.`, fix: safeFix(`Remove ${field}`, record, [[[field], undefined]]) };
    }
    if (/^(?:todo|tbd|fixme|key|citekey|citation-key|example\d*|new-?paper\d*|untitled)$/iu.test(record.fields.id)) yield { ...keyPlace(record, 'id'), message: `The key ${record.fields.id} only keeps a place: write a citation key such as wang2023selfinstruct.` };
  },
};

/** Organisations may be called anything; what was written as a name may not. */
function* inAuthors(record: CheckedRecord): Generator<CheckFinding> {
  for (const person of record.fields.authors ?? []) {
    const name = typeof person === 'string' ? person : 'literal' in person ? person.literal : person.family;
    if (standIn.test(name)) yield { ...fieldPlace(record, 'authors', name), message: `\`${name}\` is nobody's name: write the authors, or run Update Metadata.` };
  }
}
