/** What a YAML parser complains of, said for people who do not know YAML's grammar. */
import type { YAMLError } from 'yaml';
import { aliasLimit } from './aliases.js';
import { depthLimit } from './load.js';
import type { Finding, YamlRule } from './rules.js';
import { openedBefore, type Tree } from './tree.js';

type Said = readonly [rule: YamlRule, message: string];

const quotes = 'Put the value in quotes: it holds ": " or another sign that YAML reads as its own.';

/** By `yaml`'s error code. */
const sentences: Readonly<Record<string, Said>> = {
  BAD_ALIAS: ['yaml-syntax', 'This *name refers to nothing. Put the text in quotes if it was meant as text.'],
  ALIAS_PROPS: ['yaml-syntax', 'An alias (*name) cannot carry an anchor or a tag.'],
  BAD_COLLECTION_TYPE: ['yaml-syntax', 'The tag does not fit a list or a mapping; remove it.'],
  BAD_DIRECTIVE: ['yaml-syntax', 'This directive (%) is not understood; remove it.'],
  BAD_DQ_ESCAPE: ['yaml-syntax', 'A backslash in double quotes begins an escape that does not exist. Write \\\\ for a backslash, or use single quotes.'],
  BAD_INDENT: ['yaml-syntax', 'The indentation does not fit: fields of one mapping begin in the same column, and what belongs to them is indented deeper.'],
  BAD_PROP_ORDER: ['yaml-syntax', 'Anchors (&) and tags (!) stand directly before their value.'],
  BAD_SCALAR_START: ['yaml-syntax', 'Text cannot begin with this sign. Put the value in quotes.'],
  BLOCK_AS_IMPLICIT_KEY: ['yaml-syntax', quotes],
  BLOCK_IN_FLOW: ['yaml-syntax', 'Inside […] and {…} no block text and no "- item" lines can stand.'],
  KEY_OVER_1024_CHARS: ['yaml-syntax', 'A field name is longer than 1024 characters; is a quote or a bracket missing?'],
  MULTILINE_IMPLICIT_KEY: ['yaml-syntax', 'A field name runs over several lines; is a quote or ":" missing?'],
  MULTIPLE_ANCHORS: ['yaml-syntax', 'A value can carry one anchor (&name) only.'],
  MULTIPLE_TAGS: ['yaml-syntax', 'A value can carry one tag (!name) only.'],
  MULTIPLE_DOCS: ['yaml-documents', 'The file holds several documents (---); put everything into one.'],
  NON_STRING_KEY: ['yaml-syntax', 'A field name must be a word.'],
  RESOURCE_EXHAUSTION: ['too-deep', `Brackets or lists are nested too deeply (more than ${depthLimit} levels).`],
  TAB_AS_INDENT: ['yaml-tab', 'A tab stands where the line is indented; use spaces.'],
  TAG_RESOLVE_FAILED: ['yaml-syntax', 'This tag (!…) is not known; remove it.'],
};

/** The errors of a tree → findings, one a line: what follows on the same line only follows from the first. */
export function explainErrors({ doc, errors, source }: Tree): Finding[] {
  const findings: Finding[] = [];
  let line = -1;
  for (const error of errors) {
    const start = source.lastIndexOf('\n', error.pos[0] - 1);
    if (start === line && findings.length > 0) continue;
    line = start;
    findings.push(explainError(error, doc, source));
  }
  return findings;
}

function explainError(error: YAMLError, doc: Tree['doc'], source: string): Finding {
  const start = Math.min(error.pos[0], source.length);
  const end = Math.min(Math.max(error.pos[1], start), source.length);
  const margin = /^[ \t]*/.exec(source.slice(source.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
  if (margin.includes('\t')) {
    const at = source.lastIndexOf('\n', start - 1) + 1 + margin.indexOf('\t');
    return { rule: 'yaml-tab', start: at, end: at + 1, message: 'A tab stands where the line is indented; use spaces.' };
  }
  const said = missing(error.message);
  const found = Object.hasOwn(sentences, error.code) ? sentences[error.code] : undefined;
  const [rule, message]: Said = said ? ['yaml-syntax', said] : (found ?? ['yaml-syntax', `This cannot stand here${near(source, start)}. Check the quotes, brackets and indentation just above.`]);
  const opened = said?.startsWith('The closing') ? openedBefore(doc, start) : undefined;
  return opened === undefined ? { rule, start, end, message } : { rule, start: opened, end: opened + 1, message };
}

function missing(message: string): string | undefined {
  const sign = /^Missing closing (["'])quote/.exec(message)?.[1];
  if (sign !== undefined) return `The closing ${sign === '"' ? 'double' : 'single'} quote is missing, or a line of the text is not indented deeply enough.`;
  const bracket = /(?:end with a|expected|closing) "?([\]}])/i.exec(message)?.[1];
  if (bracket !== undefined) return `The closing ${bracket} is missing.`;
  if (message.startsWith('Implicit map keys need to be followed by map values')) return 'A field needs a colon and a space after its name: "name: value".';
  if (message.startsWith('Sequence item without')) return 'A list item must begin with "- " in the column of the other items.';
  return undefined;
}

function near(source: string, at: number): string {
  const text = /^\S{1,20}/.exec(source.slice(at, at + 20))?.[0];
  return text === undefined ? '' : `: ${text}`;
}

/** js-yaml's reasons for what `yaml` lets pass or should not be asked about. */
export function explainReason(reason: string, at: number): Finding {
  const [rule, message]: Said = reason.includes('maxDepth') || /nesting/i.test(reason)
    ? ['too-deep', `Brackets or lists are nested too deeply (more than ${depthLimit} levels).`]
    : reason.includes('maxAliases')
      ? ['alias-bomb', `More than ${aliasLimit} aliases (*name) are not read; write the values out.`]
      : reason.includes('non-printable') || reason.includes('JSON character')
        ? ['yaml-syntax', 'A control character stands here, which YAML does not allow; delete it or write it as an escape in double quotes.']
        : reason.includes('alias')
          ? ['yaml-syntax', 'This *name refers to nothing. Put the text in quotes if it was meant as text.']
          : /\btag\b/.test(reason)
            ? ['yaml-syntax', 'This tag (!…) is not known; remove it.']
            : reason.includes('tab')
              ? ['yaml-tab', 'A tab stands where the line is indented; use spaces.']
              : ['yaml-syntax', `This is not valid YAML: ${reason}.`];
  return { rule, start: at, end: at + 1, message };
}
