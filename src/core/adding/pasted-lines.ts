/** A box has one line: what is pasted into it loses its line breaks, and gets them back here. */

/** White space does not count: some boxes drop line breaks, others make them spaces. */
const squash = (text: string) => text.replace(/\s+/gu, '');

/** What stands in the box, with the lines of what was pasted into it, wherever that stands. Unchanged where it is not there any more. */
export function unfold(typed: string, pasted: string | undefined): string {
  if (pasted === undefined) return typed;
  const wanted = squash(pasted);
  const whole = squash(typed);
  const at = wanted === '' ? -1 : whole.indexOf(wanted);
  if (at < 0) return typed;
  const before = typed.slice(0, offsetOf(typed, at));
  const after = typed.slice(offsetOf(typed, at + wanted.length));
  return [before, pasted, after].filter((part) => part.trim() !== '').join('\n');
}

/** The offset behind so many characters that are no white space. */
function offsetOf(text: string, count: number): number {
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (seen === count) return at;
    if (!/\s/u.test(text.charAt(at))) seen += 1;
  }
  return text.length;
}
