/** One text that somebody types: when it is sent, and what may overwrite it. */
import { later } from '../dom.js';

export interface Outcome {
  /** The document had it, and the field has been shown what the document says since. */
  done(): void;
  /** Nothing was sent: nothing was to be changed, or there is not enough yet. */
  nothing(): void;
  failed(message: string): void;
}

/** An outcome after which, whatever it is, something else is done too. */
export function afterwards(outcome: Outcome, then: () => void): Outcome {
  return {
    done: () => {
      outcome.done();
      then();
    },
    nothing: () => {
      outcome.nothing();
      then();
    },
    failed: (message) => {
      outcome.failed(message);
      then();
    },
  };
}

export interface EntryOptions {
  /** The text as it would be written; what is the same after this is no change. */
  readonly normal?: (text: string) => string;
  /** Whether a pause is reason enough to send it; else it waits for Enter, or to be left. */
  early?(text: string): boolean;
  /** Why it cannot be written; undefined when it can. */
  check?(text: string): string | undefined;
  send(text: string, outcome: Outcome): void;
  /** Shows (or takes away) what is wrong with it. */
  fault(message: string | undefined): void;
  /** It was sent for a paper that is no longer shown, and was refused. */
  lost?(message: string): void;
}

/** Milliseconds after the last key. */
const pause = 600;
export const oneLine = (text: string): string => text.trim().replace(/\s+/gu, ' ');

export class Entry {
  /** What the document says. */
  private base = '';
  /** The same as the document writes it. */
  private raw = '';
  /** What is on its way to it. */
  private sent: string | undefined;
  /** Something was typed since it was last sent, or shown. */
  private touched = false;
  /** Another paper, another life: answers for an earlier one do not count. */
  private life = 0;
  private readonly soon = later(() => {
    if (this.options.early?.(this.normal(this.input.value)) ?? true) this.flush();
  }, pause);
  private readonly normal: (text: string) => string;

  constructor(readonly input: HTMLInputElement | HTMLTextAreaElement, private readonly options: EntryOptions) {
    this.normal = options.normal ?? oneLine;
    input.addEventListener('input', () => {
      options.fault(undefined);
      this.touched = true;
      this.soon();
    });
    input.addEventListener('blur', () => {
      this.flush();
      // another way to write the same
      if (!this.dirty) this.put(this.raw);
    });
    input.addEventListener('keydown', (event) => this.key(event as KeyboardEvent));
  }

  /** The document's value: it goes into the input, unless something else is being typed there. @param fresh of another paper */
  show(value: string, fresh: boolean): void {
    const text = this.normal(value);
    if (fresh) {
      this.life += 1;
      this.sent = undefined;
      this.touched = false;
      this.soon.cancel();
      this.put(value);
      this.options.fault(undefined);
    } else {
      const typed = this.normal(this.input.value);
      // what is on its way, or was typed after it, stays even where it is what the document said before
      const untouched = this.sent === undefined || (typed !== this.sent && !this.touched);
      if (untouched && typed === this.base && typed !== text) this.put(value);
      // another way to write the same, which was left before this was read
      else if (typed === text && document.activeElement !== this.input) this.put(value);
      if (this.normal(this.input.value) === text && this.base !== text) this.options.fault(undefined);
    }
    this.base = text;
    this.raw = value;
  }

  /** Whether it can be typed in. What was typed before it could not, and never sent, is sent when it can again. */
  editable(editable: boolean): void {
    if (this.input.readOnly === !editable) return;
    this.input.readOnly = !editable;
    if (editable && this.touched && this.dirty) this.soon();
  }

  get dirty(): boolean {
    return this.normal(this.input.value) !== this.base;
  }

  /** Sends what was typed, if that is anything new. */
  flush(): void {
    this.soon.cancel();
    const text = this.normal(this.input.value);
    if (this.input.readOnly) return;
    this.touched = false;
    if (text === (this.sent ?? this.base)) return;
    const fault = this.options.check?.(text);
    if (fault !== undefined) {
      this.options.fault(fault);
      return;
    }
    this.sent = text;
    const { life } = this;
    const arrived = (): boolean => {
      if (life !== this.life || this.sent !== text) return false;
      this.sent = undefined;
      return true;
    };
    this.options.send(text, {
      nothing: () => void arrived(),
      done: () => {
        // the document says something else again, because of an undo for one: that is no longer what is being typed
        if (arrived() && this.dirty && this.normal(this.input.value) === text) this.restore();
      },
      failed: (message) => {
        if (life !== this.life) {
          this.options.lost?.(message);
          return;
        }
        this.sent = undefined;
        this.options.fault(message);
      },
    });
  }

  /** What the document says stands in the input again. */
  restore(): void {
    this.soon.cancel();
    this.touched = false;
    this.put(this.raw);
    this.options.fault(undefined);
  }

  private put(text: string): void {
    if (this.input.value === text) return;
    const at = document.activeElement === this.input ? this.input.selectionStart : null;
    this.input.value = text;
    // the caret stays where it was
    if (at !== null) this.input.setSelectionRange(Math.min(at, text.length), Math.min(at, text.length));
    this.input.dispatchEvent(new Event('shown'));
  }

  private key(event: KeyboardEvent): void {
    const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (event.key === 'Escape' || undo) {
      // nothing typed: Escape leads out of the form, undo is the document's
      if (!this.dirty || (undo && this.sent !== undefined)) return;
      this.restore();
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && this.input instanceof HTMLInputElement && !event.isComposing) this.flush();
  }
}
