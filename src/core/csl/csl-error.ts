/** A style that cannot be used, or a reference that cannot be formatted. The message is a sentence for people. */
export class CslError extends Error {
  override readonly name = 'CslError';
  /** The line of a person's own style that is at fault, from 1, where one is. */
  readonly line: number | undefined;

  constructor(message: string, { cause, line }: { cause?: unknown; line?: number | undefined } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.line = line;
  }
}
