/** What a service once said of a paper and no catalogue keeps: that it was withdrawn, has a newer version, was published. */
import type { Facts } from '../../core/metadata/index.js';
import type { Paper } from '../../core/model/paper.js';
import type { House } from './house.js';

/** From what is kept, without asking anybody. */
export async function keptFacts(house: House, { fields: { arxiv, doi, acl } }: Paper): Promise<Facts | undefined> {
  const identifier = arxiv !== undefined ? { kind: 'arxiv', id: arxiv } : doi !== undefined ? { kind: 'doi', id: doi } : acl !== undefined ? { kind: 'acl', id: acl } : undefined;
  if (identifier === undefined) return undefined;
  const answer = await (await house.lookUp()).lookUp(identifier, { network: false });
  return answer.kind === 'found' ? answer.metadata.facts : undefined;
}
