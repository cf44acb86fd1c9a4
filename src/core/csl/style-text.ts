/** A person's own .csl file: what it is and whether it can be used, said before the engine sees it. */
import { SaxesParser } from 'saxes';
import { CslError } from './csl-error.js';

const namespace = 'http://purl.org/net/xbiblio/csl';
/** The largest style of the CSL project has 130 kB. */
const longest = 2_000_000;

export interface StyleText {
  /** Without byte order mark. */
  readonly text: string;
  readonly title: string | undefined;
  /** A style may format citations only. */
  readonly hasBibliography: boolean;
}

/** Reads what has to be known of a style. Throws CslError, with line and column where there is one, when it is none. */
export function readStyle(source: string): StyleText {
  if (source.length > longest) throw new CslError('The style is larger than 2 MB: that is no CSL style.');
  const text = source.replace(/^\ufeff?\s*/u, '');
  const found = outline(text);
  if (found.parent !== undefined && !found.parts.has('citation')) throw new CslError(`This CSL file only points to another style (${found.parent.href}): use that style's own file.`, found.parent);
  if (!found.parts.has('citation')) throw new CslError('This CSL style has no <citation> element: it is not complete.');
  const [missing, line] = [...found.used].find(([name]) => !found.macros.has(name)) ?? [];
  if (missing !== undefined) throw new CslError(`This CSL style uses the macro "${missing}", which it does not have (line ${line ?? 1}).`, { line });
  return { text, title: found.title, hasBibliography: found.parts.has('bibliography') };
}

interface Outline {
  title: string | undefined;
  parent: { readonly href: string; readonly line: number } | undefined;
  readonly parts: Set<string>;
  /** The macros that are there, and those that are asked for, with the first line that does: the engine passes over one that is missing. */
  readonly macros: Set<string>;
  readonly used: Map<string, number>;
}

function outline(text: string): Outline {
  const found: Outline = { title: undefined, parent: undefined, parts: new Set(), macros: new Set(), used: new Map() };
  const path: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (fault) => {
    throw new CslError(`This is no CSL style: it is not well-formed XML (${fault.message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, '')}, line ${parser.line}, column ${parser.column}).`, { line: parser.line });
  });
  parser.on('doctype', () => {
    throw new CslError('This is no CSL style: it has a DOCTYPE, which CSL does not know.', { line: parser.line });
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (path.length === 0) checkRoot(local, uri, parser.line);
    path.push(local);
    if (path.length === 2) found.parts.add(local);
    if (path.length === 2 && local === 'macro') found.macros.add(attributes['name']?.value ?? '');
    else if (attributes['macro'] !== undefined && !found.used.has(attributes['macro'].value)) found.used.set(attributes['macro'].value, parser.line);
    if (path.join('/') === 'style/info/link' && attributes['rel']?.value === 'independent-parent') found.parent = { href: attributes['href']?.value ?? '', line: parser.line };
  });
  parser.on('text', (value) => {
    if (path.join('/') === 'style/info/title') found.title = value.trim();
  });
  parser.on('closetag', () => void path.pop());
  parser.write(text).close();
  return found;
}

function checkRoot(name: string, uri: string, line: number): void {
  if (uri !== namespace) throw new CslError(`This is no CSL style: its first element is <${name}>, not <style xmlns="${namespace}">.`, { line });
  if (name === 'locale') throw new CslError('This is a CSL locale, not a style.', { line });
  if (name !== 'style') throw new CslError(`This is no CSL style: its first element is <${name}>, not <style>.`, { line });
}
