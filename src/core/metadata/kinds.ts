/** Kinds of identifiers that some service answers without a key. */
export const lookUpKinds = ['arxiv', 'doi', 'acl'] as const;

/** Whether a kind of identifier can be looked up; with a key, Semantic Scholar and OpenAlex answer PubMed's too. */
export function canLookUp(kind: string): boolean {
  return (lookUpKinds as readonly string[]).includes(kind);
}
