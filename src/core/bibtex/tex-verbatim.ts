/** Arguments that TeX takes as they are: `\url{…}`, `\verb|…|`. */

/** \verb ends on its line. */
const longestVerb = 500;

/** The argument at an offset and where it ends; undefined when there is none. */
export function verbatimArgument(tex: string, at: number, name: string): { text: string; end: number } | undefined {
  const delimiter = tex.charAt(at);
  if (delimiter === '{') return braced(tex, at);
  if (name !== 'verb' || delimiter === '') return undefined;
  const end = tex.indexOf(delimiter, at + 1);
  return end < 0 || end - at > longestVerb ? undefined : { text: tex.slice(at + 1, end), end: end + 1 };
}

function braced(tex: string, open: number): { text: string; end: number } {
  let depth = 0;
  let at = open;
  for (; at < tex.length; at++) {
    if (tex[at] === '{') depth += 1;
    else if (tex[at] === '}' && --depth === 0) break;
  }
  return { text: tex.slice(open + 1, at), end: at + 1 };
}
