/**
 * TeX → plain Unicode text. One pass over the text, without recursion: groups nest as deep as they like. Never throws; a command
 * that is not known stays as it is written, with the braces of its arguments.
 */
import { roles, signs, symbolOf, type Role } from './tex-commands.js';
import { Formulas } from './tex-formula.js';
import { Ligatures } from './tex-ligatures.js';
import { accents, mark, mathAccents } from './tex-marks.js';
import { raised, simpleMath } from './tex-math.js';
import { mathSymbols } from './tex-symbols.js';
import { verbatimArgument } from './tex-verbatim.js';

/** What happens to the next sign or group. */
type Action = { readonly kind: 'accent'; readonly mark: string } | Exclude<Role, { readonly kind: 'style' } | { readonly kind: 'declaration' } | { readonly kind: 'verbatim' }>;

interface Group {
  /** Number of parts when it was opened. */
  readonly start: number;
  readonly actions: readonly Action[];
  /** Its braces stay. */
  readonly literal: boolean;
}

/** Nobody puts more accents on one letter, or nests more groups in each other that change their text. */
const mostActions = 20;
const deepestAction = 30;
const special = /[\\{}$~`]|--|''|,,|\s\s|[\t\r\n\f\v\u00a0]/u;
const plain = /(?:[^\\{}$~`'"\-,!?\s]+|-(?!-)|,(?!,)|[!?](?!`)| (?!\s))+/uy;
const blank = /\s+/uy;
const word = /[A-Za-z]+\*?/uy;
const ascii = /^[\u0000-\u007f]*$/u;

/** The value of a field (without its delimiters) as text on one line, in Unicode's composed form. */
export function texToText(tex: string): string {
  const text = special.test(tex) ? new Decoder(tex).decode() : tex.trim();
  return ascii.test(text) ? text : text.normalize('NFC');
}

class Decoder {
  readonly #tex: string;
  #at = 0;
  readonly #parts: string[] = [];
  readonly #groups: Group[] = [];
  #pending: Action[] = [];
  /** Open groups that something waits for. */
  #acting = 0;
  #literalNext = false;
  readonly #ligatures: Ligatures;
  readonly #formulas: Formulas;

  constructor(tex: string) {
    this.#tex = tex;
    this.#ligatures = new Ligatures(tex);
    this.#formulas = new Formulas(tex);
  }

  decode(): string {
    while (this.#at < this.#tex.length) this.#step();
    while (this.#groups.length > 0) this.#close(false);
    this.#flush();
    return this.#parts.join('').replace(/\s+/gu, ' ').trim();
  }

  #step(): void {
    const tex = this.#tex;
    if (this.#pending.length === 0) {
      plain.lastIndex = this.#at;
      const run = plain.exec(tex)?.[0];
      if (run !== undefined) {
        this.#literalNext = false;
        this.#parts.push(run);
        this.#at += run.length;
        return;
      }
    }
    const sign = String.fromCodePoint(tex.codePointAt(this.#at) ?? 0);
    if (sign !== '{') this.#literalNext = false;
    if (sign === '\\') this.#command();
    else if (sign === '{') this.#open();
    else if (sign === '}') {
      this.#at += 1;
      this.#close(true);
    } else if (sign === '$') this.#math();
    else if (/\s/u.test(sign)) this.#space();
    else this.#sign(sign);
  }

  #space(): void {
    blank.lastIndex = this.#at;
    this.#at += blank.exec(this.#tex)?.[0].length ?? 1;
    if (this.#pending.length === 0) this.#parts.push(' ');
  }

  #open(): void {
    this.#at += 1;
    const actions = this.#acting < deepestAction ? this.#pending : [];
    if (actions.length > 0) this.#acting += 1;
    this.#groups.push({ start: this.#parts.length, actions, literal: this.#literalNext });
    if (this.#literalNext) this.#parts.push('{');
    for (const action of actions) if (action.kind === 'wrap') this.#parts.push(action.before);
    this.#pending = [];
    this.#literalNext = false;
  }

  /** Ends a group; a brace that closes nothing is left out. */
  #close(written: boolean): void {
    this.#flush();
    const group = this.#groups.pop();
    if (group === undefined) return;
    if (group.literal) {
      if (written) this.#parts.push('}');
      this.#literalNext = true;
    }
    if (group.actions.length === 0) return;
    this.#acting -= 1;
    this.#apply(group.actions, group.start);
  }

  /** Does to the parts from `start` on what the commands before them ask, the last command first. */
  #apply(actions: readonly Action[], start: number): void {
    let text = this.#parts.splice(start).join('');
    for (const action of [...actions].reverse()) {
      if (action.kind === 'accent') text = mark(text, action.mark);
      else if (action.kind === 'drop') {
        text = action.leaves ?? '';
        if (action.count > 1) this.#pending.push({ kind: 'drop', count: action.count - 1 });
      } else if (action.kind === 'wrap') text += action.after;
      else text = raised(text, action.kind) ?? text;
    }
    this.#parts.push(text);
  }

  /** An accent over nothing stands for itself. */
  #flush(): void {
    if (this.#pending.length === 0) return;
    const actions = this.#pending.filter((action) => action.kind === 'accent');
    this.#pending = [];
    if (actions.length > 0) this.#apply(actions, this.#parts.length);
  }

  /** One letter or symbol, with the accents that wait for it. */
  #atom(text: string): void {
    const actions = this.#pending;
    if (actions.length === 0) {
      this.#parts.push(text);
      return;
    }
    this.#pending = [];
    const start = this.#parts.length;
    for (const action of actions) if (action.kind === 'wrap') this.#parts.push(action.before);
    this.#parts.push(text);
    this.#apply(actions, start);
  }

  #sign(sign: string): void {
    const rest = this.#tex.slice(this.#at, this.#at + 3);
    const [text, length] = (this.#pending.length > 0 ? undefined : this.#ligatures.read(rest, this.#at)) ?? [sign, sign.length];
    this.#at += length;
    this.#atom(text);
  }

  #command(): void {
    word.lastIndex = this.#at + 1;
    const starred = word.exec(this.#tex)?.[0];
    if (starred === undefined) {
      this.#controlSign();
      return;
    }
    const name = starred.endsWith('*') ? starred.slice(0, -1) : starred;
    const role = roles.get(name);
    const accent = accents.get(name) ?? mathAccents.get(name);
    const symbol = symbolOf(name, mathSymbols);
    const end = this.#at + 1 + (role === undefined ? name.length : starred.length);
    if (role === undefined && accent === undefined && symbol === undefined) {
      this.#flush();
      this.#parts.push(this.#tex.slice(this.#at, end));
      this.#at = end;
      this.#literalNext = true;
      return;
    }
    this.#at = end;
    // blanks behind a command end its name and print nothing
    if (role?.kind !== 'verbatim') this.#skipBlanks();
    if (role !== undefined) this.#role(role, name);
    else if (accent !== undefined) this.#await({ kind: 'accent', mark: accent });
    else this.#atom(symbol ?? '');
  }

  #role(role: Role, name: string): void {
    if (role.kind === 'verbatim') this.#verbatim(name);
    else if (role.kind === 'style' || role.kind === 'declaration') return;
    else if (role.kind !== 'drop' || role.count > 0) this.#await(role);
  }

  #await(action: Action): void {
    if (this.#pending.length < mostActions) this.#pending.push(action);
  }

  #controlSign(): void {
    const sign = this.#tex.slice(this.#at + 1, this.#at + 3).match(/^./su)?.[0] ?? '';
    const accent = accents.get(sign);
    if (sign === '(' || sign === '[') {
      this.#formula(this.#at + 2, sign === '(' ? '\\)' : '\\]');
      return;
    }
    this.#at += 1 + sign.length;
    if (accent !== undefined) this.#await({ kind: 'accent', mark: accent });
    else this.#atom(signs.get(sign) ?? `\\${sign}`);
  }

  #skipBlanks(): void {
    blank.lastIndex = this.#at;
    this.#at += blank.exec(this.#tex)?.[0].length ?? 0;
  }

  #verbatim(name: string): void {
    if (name !== 'verb') this.#skipBlanks();
    const found = verbatimArgument(this.#tex, this.#at, name);
    if (found === undefined) return;
    this.#atom(found.text);
    this.#at = found.end;
  }

  /** A formula begins with a dollar before text and ends with one behind text; $5 and more is money. */
  #math(): void {
    const double = this.#tex.startsWith('$$', this.#at);
    this.#formula(this.#at + (double ? 2 : 1), double ? '$$' : '$');
  }

  #formula(start: number, closing: string): void {
    const end = this.#formulas.end(start, closing);
    if (end < 0) {
      this.#atom(closing.startsWith('$') ? '$' : this.#tex.slice(this.#at, start));
      this.#at = closing.startsWith('$') ? this.#at + 1 : start;
      return;
    }
    const tex = this.#tex.slice(start, end);
    this.#flush();
    this.#parts.push(simpleMath(tex.trim()) ?? `$${tex}$`);
    this.#at = end + closing.length;
  }
}
