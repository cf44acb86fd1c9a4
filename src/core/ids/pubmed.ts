/** PubMed (a number) and PubMed Central (`PMC` and a number), two registries of one house with ids that cannot be mistaken for each other. */
import type { Reading, Recogniser } from './mention.js';
import { fieldPattern, group, linkPattern, slash, wordEnd, wordPattern } from './syntax.js';

const pmid = String.raw`(?<pmid>[1-9]\d{0,8})`;
const pmc = String.raw`PMC(?<pmc>[1-9]\d{0,8})`;

function read(match: RegExpExecArray): Reading {
  const central = group(match, 'pmc');
  return { id: central === '' ? group(match, 'pmid') : `PMC${central}` };
}

/** A number alone, or with `PMC` before it. */
function bare(text: string): Reading | undefined {
  return /^(?:PMC)?[1-9]\d{0,8}$/i.test(text) ? { id: text.toUpperCase() } : undefined;
}

export const pubmed: Recogniser = {
  kind: 'pubmed',
  patterns: [
    linkPattern(String.raw`pubmed\.ncbi\.nlm\.nih\.gov|pubmed\.gov`, `${pmid}${wordEnd}`, read),
    linkPattern(String.raw`ncbi\.nlm\.nih\.gov`, `(?:m${slash})?pubmed${slash}${pmid}${wordEnd}`, read),
    linkPattern(String.raw`ncbi\.nlm\.nih\.gov(?:${slash}pmc)?|europepmc\.org`, `(?:m${slash})?articles?${slash}(?:PMC${slash})?${pmc}${wordEnd}`, read, String.raw`(?:www|pmc)\.`),
    linkPattern(String.raw`europepmc\.org`, `(?:abstract|article)${slash}MED${slash}${pmid}${wordEnd}`, read),
    wordPattern(String.raw`PMID(?::|%3A)[ ]?${pmid}${wordEnd}`, read),
    wordPattern(String.raw`PMCID(?::|%3A)[ ]?${pmc}${wordEnd}`, read),
    // Six digits and more, in capitals: shorter ones are parts and products.
    { form: 'bare', pattern: new RegExp(String.raw`(?<![A-Za-z0-9.\/%_\\-])PMC(?<pmc>[1-9]\d{5,8})(?![A-Za-z0-9_-]|\.\d)`, 'g'), read },
    fieldPattern('pmid|pubmed(?:[_-]?id)?', String.raw`[1-9]\d{0,8}`, bare),
    fieldPattern('pmcid|pmc', String.raw`PMC[1-9]\d{0,8}`, bare),
    fieldPattern('PubMedCentral', String.raw`[1-9]\d{0,8}`, (value) => ({ id: `PMC${value}` })),
  ],
  plain: false,
  bare,
  link: (id) => (id.startsWith('PMC') ? `https://pmc.ncbi.nlm.nih.gov/articles/${id}/` : `https://pubmed.ncbi.nlm.nih.gov/${id}/`),
};
