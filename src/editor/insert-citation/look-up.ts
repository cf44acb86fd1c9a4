/** An identifier that was typed into the picker and is nowhere: whether there is such a paper. */
import type { Citables } from '../../core/cite/citables.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import { identityKeys, readIdentifier, type Identifier } from '../../core/ids/index.js';
import { canLookUp } from '../../core/metadata/kinds.js';
import { identifiers } from '../../core/model/identity.js';
import type { Paper } from '../../core/model/paper.js';

/** The identifier that the text is, when no work has it and some service may know it. */
export function unknownIdentifier(typed: string, listed: readonly Paper[], all: Citables, catalogue: Catalogue): Identifier | undefined {
  const identifier = readIdentifier(typed.trim());
  if (!identifier || !canLookUp(identifier.kind) || all.get(typed.trim())) return undefined;
  const keys = new Set(identityKeys(identifier));
  const known = listed.some(({ fields }) => identifiers(fields).some((id) => keys.has(id))) || [...keys].some((key) => catalogue.find(key)) || catalogue.findLink(identifier);
  return known ? undefined : identifier;
}
