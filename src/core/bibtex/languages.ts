/** Names of languages as babel, polyglossia and people write them → BCP 47. */

const words =
  `english en american en-US usenglish en-US usenglishmax en-US british en-GB ukenglish en-GB australian en-AU newzealand en-NZ canadian en-CA german de ngerman de austrian de-AT naustrian de-AT swissgerman de-CH nswissgerman de-CH deutsch de
  french fr francais fr français fr acadian fr canadien fr-CA spanish es español es castilian es catalan ca galician gl basque eu italian it italiano it portuguese pt portuges pt brazilian pt-BR brazil pt-BR dutch nl nederlands nl afrikaans af
  danish da norwegian no norsk nb nynorsk nn swedish sv icelandic is finnish fi estonian et latvian lv lithuanian lt polish pl polski pl czech cs slovak sk slovene sl slovenian sl croatian hr serbian sr serbianc sr bulgarian bg russian ru ukrainian uk belarusian be macedonian mk
  hungarian hu magyar hu romanian ro greek el polutonikogreek grc albanian sq turkish tr hebrew he arabic ar persian fa farsi fa hindi hi bengali bn tamil ta urdu ur chinese zh mandarin zh japanese ja korean ko thai th vietnamese vi indonesian id indon id malay ms latin la esperanto eo
  welsh cy irish ga scottish gd breton br mongolian mn armenian hy georgian ka kazakh kk`.split(/\s+/u);
const tags: ReadonlyMap<string, string> = new Map(Array.from({ length: words.length >> 1 }, (_, index) => [words[2 * index] ?? '', words[2 * index + 1] ?? '']));

/** babel's present names where the table has an older one first. */
const preferred: Readonly<Record<string, string>> = { de: 'ngerman', 'de-at': 'naustrian', 'de-ch': 'nswissgerman', fa: 'persian', nb: 'norsk' };
const names: ReadonlyMap<string, string> = new Map([...tags].reverse().map(([name, tag]) => [tag.toLowerCase(), name]));

/** The name that babel and polyglossia have for a BCP 47 tag, or undefined. */
export function languageName(tag: string): string | undefined {
  return preferred[tag.toLowerCase()] ?? names.get(tag.toLowerCase());
}

/** The BCP 47 tag of a language's name or of a text that is one; undefined for anything else. */
export function languageTag(name: string | undefined): string | undefined {
  const word = name?.replace(/[{}\\]/gu, '').trim();
  if (word === undefined || word === '') return undefined;
  const known = tags.get(word.toLowerCase());
  if (known !== undefined) return known;
  return /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/u.test(word) && word.length < 8 ? word.replace('_', '-') : undefined;
}
