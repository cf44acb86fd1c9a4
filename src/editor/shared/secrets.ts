import type { SecretStorage } from 'vscode';
import type { Keys } from '../../core/metadata/services.js';

/** Services that answer only with the user's own key. */
export const keyServices = ['openalex', 'semanticScholar'] as const satisfies readonly (keyof Keys)[];

export function secretName(service: keyof Keys): string {
  return `key.${service}`;
}

export async function readKeys(secrets: SecretStorage): Promise<Keys> {
  const [openalex, semanticScholar] = await Promise.all(keyServices.map((service) => secrets.get(secretName(service))));
  return { openalex, semanticScholar };
}
