/** Identifiers of research works: finding them in any text, their normal form, and their links. */
export { findMentions, mentionAt, readIdentifier } from './find.js';
export { identityKey, identityKeys } from './key.js';
export { idKinds, type Identifier, type IdKind, type Mention } from './mention.js';
export { linkTo } from './recognisers.js';
