/** A style that cannot be used, or a reference that cannot be formatted. The message is a sentence for people. */
export class CslError extends Error {
  override readonly name = 'CslError';
}
