/** What the extension and the thread that formats references say to each other. */
import type { ReferenceFormatter } from '../core/csl/format.js';

export type FormatterMethod = keyof ReferenceFormatter;

export interface FormatQuestion {
  readonly id: number;
  readonly method: FormatterMethod;
  readonly args: readonly unknown[];
}

export type FormatAnswer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: FormatFault };

export interface FormatFault {
  /** Whether it is a CslError, whose message is for people. */
  readonly csl: boolean;
  readonly message: string;
  readonly line: number | undefined;
}
