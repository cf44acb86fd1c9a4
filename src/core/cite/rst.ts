/** reStructuredText with sphinxcontrib-bibtex: `:cite:p:`a,b``. */
import { makeMarkup } from './build.js';
import { blank, lines } from './mask.js';
import { completeRole, fillRole, findRoles, isRoleKey, joinRole, roleCommands, writeRole } from './roles.js';
import type { Markup, Span } from './types.js';

const head = /:((?:foot|full)?cite(?:[pt]|:[a-zA-Z]{1,12})?):(`)(?!`)/gu;
const openHead = /:(?:foot|full)?cite(?:[pt]|:[a-zA-Z]{1,12})?:`$/u;

/** reStructuredText, as Sphinx reads it. */
export const rst: Markup = makeMarkup({
  id: 'rst',
  languages: ['restructuredtext'],
  commands: roleCommands,
  separator: ',',
  read: (text) => {
    const masked = mask(text);
    return { text, masked, citations: findRoles(masked, head, 'rst') };
  },
  isLegalKey: isRoleKey,
  // Inline markup begins behind a blank or an opening sign, and no word may follow it directly.
  write: (reading, offset, works, command) => fillRole(reading, offset, works, openHead) ?? writeRole(reading, offset, works, `:${command}:`, /[^\s'"([{</:-]/u),
  join: (reading, citation, works, offset) => joinRole(reading, citation, works, offset),
  complete: (reading, offset) => completeRole(reading, offset, openHead),
});

/** Directives whose content is no text. */
const code = /^(?:code|code-block|sourcecode|highlight|raw|math|ipython|testcode|testoutput|doctest|graphviz|mermaid|literalinclude|productionlist|parsed-literal-source)::/iu;
/** What may follow `.. ` apart from a comment: directive, substitution, footnote, target. */
const explicit = /^(?:\|[^|]+\|[ \t]+)?[\w+.:-]+::(?:[ \t]|$)|^\[[^\]]+\][ \t]|^_/u;

/** Blanks comments, literal blocks, code directives and inline literals. */
function mask(text: string): string {
  const spans: Span[] = [];
  let hidden: number | undefined; // the indentation that hidden lines go beyond
  for (const line of lines(text)) {
    const indent = /^[ \t]*/u.exec(line.text)?.[0].length ?? 0;
    const content = line.text.slice(indent);
    if (content === '') continue;
    if (hidden !== undefined && indent > hidden) {
      spans.push({ start: line.start, end: line.end });
      continue;
    }
    hidden = undefined;
    if (content === '..' || content.startsWith('.. ')) {
      const rest = content.slice(3);
      if (code.test(rest) || !explicit.test(rest)) {
        spans.push({ start: line.start, end: line.end });
        hidden = indent;
      }
    } else if (content.endsWith('::')) hidden = indent;
  }
  const blocks = blank(text, spans);
  const literals = [...blocks.matchAll(/``(?=\S)(?:[^`\n]|`(?!`)){1,2000}``/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return blank(blocks, literals);
}
