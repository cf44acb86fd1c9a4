/** A reader as strict as BibTeX itself: braces are counted without regard to backslashes, and one entry is all there may be. */
import assert from 'node:assert/strict';

export interface ReadEntry {
  readonly type: string;
  readonly key: string;
  /** Values without their outer braces. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads exactly one entry, or fails. */
export function readEntry(text: string): ReadEntry {
  const head = /^@([a-z]+)\{([^\s,{}()"'#%~\\=@]+)/u.exec(text);
  assert.ok(head, `no entry: ${text.slice(0, 80)}`);
  const fields: Record<string, string> = {};
  let at = head[0].length;
  while (text[at] === ',') {
    const name = /,\n {2}([a-z]+) += /uy;
    name.lastIndex = at;
    const found = name.exec(text);
    assert.ok(found?.[1] !== undefined, `no field at ${text.slice(at, at + 80)}`);
    assert.ok(!(found[1] in fields), `${found[1]} twice`);
    at = name.lastIndex;
    if (text[at] === '{') {
      const end = closing(text, at);
      fields[found[1]] = text.slice(at + 1, end);
      at = end + 1;
    } else {
      const macro = /[a-z]{3}/uy;
      macro.lastIndex = at;
      fields[found[1]] = macro.exec(text)?.[0] ?? assert.fail('no value');
      at += 3;
    }
  }
  assert.equal(text.slice(at), '\n}', 'something behind the last field');
  return { type: head[1] ?? '', key: head[2] ?? '', fields };
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return assert.fail('a brace is never closed');
}
