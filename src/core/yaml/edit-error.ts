/** A change that cannot be made; the message is a sentence for people that says why and, where there is one, the way out. */
export class EditError extends Error {
  override readonly name = 'EditError';
}
