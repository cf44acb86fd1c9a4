/** Cutting a value where it has no braces around it: at "and", at commas, at blanks. */

/** Most values hold nothing that keeps words together, and are cut by what engines do best. */
const grouping = /[{}"\\~]/u;

/** The parts between `and` in any case, with blanks around it; always at least one. */
export function splitAnd(tex: string): string[] {
  if (!/\band\b/iu.test(tex)) return [tex];
  if (!grouping.test(tex)) return tex.split(/(?<!\S)and(?!\S)/iu);
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < tex.length; i++) {
    const sign = tex[i];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (sign === 'a' || sign === 'A') && (i === 0 || /\s/u.test(tex[i - 1] ?? '')) && /^and(?:\s|$)/iu.test(tex.slice(i, i + 4))) {
      parts.push(tex.slice(start, i));
      start = i + 3;
    }
  }
  parts.push(tex.slice(start));
  return parts;
}

/** The parts between commas, trimmed. A text in quotes, as biblatex's `"given=Jean, Pierre"`, is one part. */
export function splitCommas(tex: string): string[] {
  if (!tex.includes(',')) return [tex.trim()];
  const parts = grouping.test(tex) ? groupedBetweenCommas(tex) : tex.split(',').map((part) => part.trim());
  // a comma at the end says nothing
  if (parts.at(-1) === '' && parts.length > 1) parts.pop();
  return parts;
}

function groupedBetweenCommas(tex: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let i = 0; i < tex.length; i++) {
    const sign = tex[i];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (sign === '"' && depth === 0 && (quoted || tex.slice(start, i).trim() === '')) quoted = !quoted;
    else if (sign === ',' && depth === 0 && !quoted) {
      parts.push(tex.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(tex.slice(start).trim());
  return parts;
}

/** The words between blanks and ties, each with what stands before it. `\ ` is a blank as well; the blank of `\v Z` is none. */
export function splitWords(tex: string): { text: string; before: string }[] {
  if (!grouping.test(tex)) return tex.split(/\s+/u).filter((text) => text !== '').map((text, nth) => ({ text, before: nth === 0 ? '' : ' ' }));
  const words: { text: string; before: string }[] = [];
  let depth = 0;
  let text = '';
  let before = '';
  for (let i = 0; i < tex.length; i++) {
    const sign = tex.charAt(i);
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    const escaped = sign === '\\' && depth === 0 ? tex.charAt(i + 1) : '';
    if (escaped !== '' && !/\s/u.test(escaped)) {
      text += sign + escaped;
      if (escaped === '{') depth += 1;
      i += 1;
    } else if (depth === 0 && (escaped !== '' || sign === '~' || /\s/u.test(sign)) && !(tex[i - 2] === '\\' && /[A-Za-z`'^"~=.]/u.test(tex.charAt(i - 1)))) {
      if (text !== '') {
        words.push({ text, before });
        before = sign === '~' ? '~' : ' ';
      }
      text = '';
      if (escaped !== '') i += 1;
    } else text += sign;
  }
  if (text !== '') words.push({ text, before });
  return words;
}
