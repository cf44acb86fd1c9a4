/** The rule of links that lead nowhere. It asks the network, and so is no part of a check unless somebody wants it: see links.ts. */
export const linkDead = { code: 'link-dead', severity: 'warning', about: 'A link answers that there is no such page (only when links are checked, which is asked for).' } as const;
