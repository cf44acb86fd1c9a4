/** Which format a file is in. */
import type { FormatId, Named } from './types.js';

/** What a look at the beginning of a file needs. Characters. */
const enough = 100_000;

/** The format of a file, or undefined when it is no bibliography. The name decides, then the text, then what names the file. */
export function formatOf(path: string, text: string, named?: Named): FormatId | undefined {
  const ending = /\.([^./\\]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
  if (ending === 'bib' || ending === 'bibtex' || ending === 'biblatex') return 'bibtex';
  const start = text.slice(0, enough).replace(/^\ufeff/u, '');
  if (ending === 'json' || ending === 'csljson') return jsonFormat(start, ending === 'csljson' || named !== undefined);
  if (ending === 'yaml' || ending === 'yml') return yamlFormat(start, named);
  // a name that says nothing: only where something says that it is a bibliography
  if (named === undefined || named.by === 'beside') return undefined;
  if (/^\s*\[\s*(?:\{|\]\s*$)/u.test(start)) return 'csl-json';
  return /^\s*@[A-Za-z]+\s*[{(]/mu.test(start) ? 'bibtex' : undefined;
}

/** A list of things with ids and types is one; an empty file, and a list of nothing, only where something names it. */
function jsonFormat(start: string, wanted: boolean): FormatId | undefined {
  if (/^\s*(?:\[\s*\]?\s*)?$/u.test(start)) return wanted ? 'csl-json' : undefined;
  if (/^\s*(?:\[|\{[^[\]]*"(?:references|items)"\s*:\s*\[)\s*\{/u.test(start)) return wanted || /"id"\s*:/u.test(start) ? 'csl-json' : undefined;
  return wanted && /^\s*\{\s*"/u.test(start) && /"id"\s*:/u.test(start) && /"type"\s*:/u.test(start) ? 'csl-json' : undefined;
}

function yamlFormat(start: string, named: Named | undefined): FormatId | undefined {
  const typst = named?.by === 'typst-bibliography';
  if (/^(?:references|["']references["'])\s*:/mu.test(start) && !typst) return 'csl-yaml';
  if (/^\s*(?:#.*\r?\n\s*|---[ \t]*\r?\n\s*)*-\s/u.test(start)) return /^\s*(?:-\s+)?["']?id["']?\s*:/mu.test(start) || named !== undefined ? 'csl-yaml' : undefined;
  // entries and, indented below them, their types
  if (/^[^\s#-][^\r\n]*:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+["']?(?:type|title|author|parent|date)["']?\s*:/mu.test(start)) return named !== undefined || /^[ \t]+["']?type["']?\s*:/mu.test(start) ? 'hayagriva' : undefined;
  if (/\S/u.test(start.replace(/^\s*#.*$/gmu, '').replace(/^---[ \t]*$/mu, ''))) return typst ? 'hayagriva' : undefined;
  // nothing yet: who names it says what it will be
  return typst ? 'hayagriva' : named === undefined || named.by === 'beside' ? undefined : 'csl-yaml';
}
