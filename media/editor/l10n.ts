/** Every word that the page shows goes through here. */
import { pageStrings, type PageString } from '../../src/core/editing/page-strings.js';

let translated: Readonly<Record<string, string>> = {};

/** Words in the language of the window, for those keys that are translated. */
export function useStrings(strings: Readonly<Record<string, string>>): void {
  translated = strings;
}

/** The text of a key; `{0}`, `{1}` in it are replaced by the values. */
export function t(key: PageString, ...values: readonly (string | number)[]): string {
  const text = Object.hasOwn(translated, key) ? (translated[key] ?? pageStrings[key]) : pageStrings[key];
  return text.replace(/\{(\d)\}/gu, (whole, index: string) => String(values[Number(index)] ?? whole));
}
