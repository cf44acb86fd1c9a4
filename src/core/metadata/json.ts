/** Reads JSON of which nothing is promised: what has another shape than expected counts as absent. */

export type Json = Readonly<Record<string, unknown>>;

export function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

export function objects(value: unknown): Json[] {
  return list(value).map(object).filter((item) => item !== undefined);
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** Text with something in it; numbers count where a service is not sure what it writes (a volume). */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The first text of a list, or the text itself. */
export function firstText(value: unknown): string | undefined {
  return Array.isArray(value) ? list(value).map(text).find((item) => item !== undefined) : text(value);
}

/** [2023, 7, 10] → "2023-07-10". */
export function dateFrom(parts: readonly unknown[]): string | undefined {
  const [year, month, day] = parts.map(Number);
  if (year === undefined || !Number.isInteger(year) || year < 1000 || year > 2999) return undefined;
  const two = (value: number | undefined, most: number) => (value !== undefined && Number.isInteger(value) && value >= 1 && value <= most ? String(value).padStart(2, '0') : undefined);
  const [mm, dd] = [two(month, 12), two(day, 31)];
  return mm === undefined ? String(year) : dd === undefined ? `${year}-${mm}` : `${year}-${mm}-${dd}`;
}

/** An ISO date or time → the date in it, as precise as written. */
export function isoDate(value: unknown): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/u.exec(text(value)?.trim() ?? '') ?? [];
  return year === undefined ? undefined : dateFrom([year, month, day].filter((part) => part !== undefined));
}
