/** Terms of the form `field:value`: which field is meant, and whether its value can be. */
import { foldWords } from '../model/text.js';
import { readAddress } from './address.js';
import { hasValues, isValues, searchField, searchFieldNames, searchFields, searchFieldSpellings, typeValues, type SearchFieldName } from './fields.js';
import { nearest } from './nearest.js';
import type { FieldTerm, QueryProblem, TextValue, YearRange, YearTerm } from './query.js';
import type { RawTerm } from './query-terms.js';

interface Place {
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
}

/** Reads a field term; `'word'` when it is no field term after all, undefined when nothing of it can be used. */
export function readField(term: RawTerm, name: string, place: Place, problems: QueryProblem[]): FieldTerm | YearTerm | 'word' | undefined {
  const field = searchField(name);
  const values = term.pieces(',|');
  const report = (message: string) => problems.push({ message, start: term.start, end: term.end });
  if (field === undefined) {
    if (values.length === 0) return 'word';
    const near = nearest(name, searchFieldSpellings);
    const guess = near === undefined ? '' : `: did you mean \`${near}\`?`;
    report(`Unknown field \`${name}\`${guess === '' ? '.' : guess} Fields are ${searchFieldNames.join(', ')}. To find the text itself, put it in quotation marks.`);
    return undefined;
  }
  if (values.length === 0) {
    report(`\`${name}:\` has no value: write it without a space, such as ${searchFields[field].example}.`);
    return undefined;
  }
  if (field === 'year') {
    const ranges = values.map((value) => readYears(value.text, report)).filter((range) => range !== undefined);
    return ranges.length === 0 ? undefined : { kind: 'year', ranges, ...place };
  }
  const good = values.map((value) => readValue(field, name, value, report)).filter((value) => value !== undefined);
  return good.length === 0 ? undefined : { kind: 'field', field, values: good, ...place };
}

function readValue(field: Exclude<SearchFieldName, 'year'>, name: string, value: TextValue, report: (message: string) => void): TextValue | undefined {
  if (!value.quoted && /^[-−]/u.test(value.text)) {
    report(`To leave something out, put \`-\` before the field: -${name}:${value.text.slice(1)}.`);
    return undefined;
  }
  if (field === 'has') return oneOf(hasValues, value, 'A paper cannot be asked whether it has', report);
  if (field === 'is') return oneOf(isValues, value, 'A paper cannot be asked whether it is', report);
  if (field === 'type') {
    const wanted = value.text.toLowerCase();
    return typeValues.some((known) => known.startsWith(wanted)) || typeValues.includes(wanted.replaceAll(' ', '-')) || wanted.split(/[\s-]+/u).every((word) => typeValues.includes(word))
      ? value
      : oneOf(typeValues, value, 'There is no type', report);
  }
  if (field === 'arxiv' || field === 'doi') {
    const address = readAddress(value.text);
    return { ...value, text: address?.scheme === field ? address.value : value.text.toLowerCase().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|arxiv:|doi:)/, '') };
  }
  if (foldWords(value.text) === '') {
    report(`\`${value.text}\` holds no letter or digit to look for.`);
    return undefined;
  }
  return value;
}

/** A value of a closed list; the singular and the plural are the same. */
function oneOf(known: readonly string[], value: TextValue, complaint: string, report: (message: string) => void): TextValue | undefined {
  const wanted = value.text.toLowerCase();
  const found = known.find((one) => one === wanted || `${one}s` === wanted);
  if (found !== undefined) return { text: found, quoted: value.quoted };
  const near = nearest(wanted, known);
  report(`${complaint} \`${value.text}\`${near === undefined ? '.' : `: did you mean \`${near}\`?`} Known are ${known.join(', ')}.`);
  return undefined;
}

const year = String.raw`(\d{4})`;
const oneYear = new RegExp(`^${year}$`);
const yearRange = new RegExp(String.raw`^${year}?(?:\.{2,3}|…|[-–—](?=\d{4}$|$))${year}?$`);
const comparison = new RegExp(`^(>=?|<=?|[≤≥])${year}$`);

function readYears(text: string, report: (message: string) => void): YearRange | undefined {
  const only = oneYear.exec(text)?.[1];
  if (only !== undefined) return { from: Number(only), to: Number(only) };
  const [, sign, limit] = comparison.exec(text) ?? [];
  if (sign !== undefined) {
    const bound = Number(limit);
    switch (sign) {
      case '>': return { from: bound + 1, to: undefined };
      case '<': return { from: undefined, to: bound - 1 };
      case '>=': case '≥': return { from: bound, to: undefined };
      default: return { from: undefined, to: bound };
    }
  }
  const range = yearRange.exec(text);
  if (!range || (range[1] === undefined && range[2] === undefined)) {
    report(`\`${text}\` is not a year: write 2023, 2022..2024, 2023.., ..2022 or >2023.`);
    return undefined;
  }
  const [from, to] = [range[1], range[2]].map((end) => (end === undefined ? undefined : Number(end)));
  if (from !== undefined && to !== undefined && from > to) {
    report(`There is no year from ${from} to ${to}: write ${to}..${from}.`);
    return undefined;
  }
  return { from, to };
}
