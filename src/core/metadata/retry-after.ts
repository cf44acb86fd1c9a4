/** When to ask again after a refusal (RFC 9110, 10.2.3), never further away than an hour. */

/** Longest pause that a service can order, in milliseconds: answers of 15 hours and of years have been seen. */
export const longestPause = 3_600_000;

export interface Wait {
  /** Milliseconds from now. */
  readonly delay: number;
  /** The service asked for more than {@link longestPause}: how much, in milliseconds. */
  readonly asked?: number | undefined;
}

/** Reads a Retry-After header: seconds or an HTTP date. Undefined when absent or senseless. `now` by the wall clock. */
export function readRetryAfter(header: string | undefined, now: number): Wait | undefined {
  const value = header?.trim() ?? '';
  let delay: number;
  if (/^\d+(?:\.\d+)?$/u.test(value)) delay = Number(value) * 1000;
  else if (/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d{4}|^\d{4}-\d\d-\d\dT/iu.test(value) && value.length < 64) delay = Date.parse(value) - now;
  else return undefined;
  if (Number.isNaN(delay)) return undefined;
  if (delay > longestPause) return { delay: longestPause, asked: delay };
  return { delay: Math.max(0, delay) };
}

/** First pause and longest pause without a word from the service, in milliseconds. */
const backOff = { first: 10_000, most: 600_000 };

/** 10 s, 20 s, 40 s … 10 minutes, for the first, second, third … failure in a row. */
export function backOffAfter(failures: number): number {
  return Math.min(backOff.most, backOff.first * 2 ** Math.min(20, Math.max(0, failures - 1)));
}

/** "3 seconds", "2 minutes", "15 hours", "40 days". */
export function showDuration(ms: number): string {
  const units = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000], ['second', 1000]] as const;
  const [name, size] = units.find(([, length]) => ms >= 2 * length) ?? (['second', 1000] as const);
  const count = Math.max(1, Math.round(ms / size));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
