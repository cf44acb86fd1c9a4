/** Samples → the figures that are reported. */

/** Values of one quantity, one per run. */
export type Samples = readonly number[];

/** The value below which the share `q` (0 to 1) of the samples lies; NaN when there is none. */
export function quantile(samples: Samples, q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export function median(samples: Samples): number {
  return quantile(samples, 0.5);
}

/** Ratios run by run: a machine that was busy in one run was so for both. */
export function ratios(samples: Samples, to: Samples): number[] {
  return samples.slice(0, to.length).map((sample, run) => sample / (to[run] ?? NaN));
}

/** Three significant digits at most, and none that says nothing. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: digits });
}

/** `12.3 (11–15)`: the median, with the smallest and the largest. */
export function spread(samples: Samples): string {
  if (samples.length === 0) return '–';
  return `${figure(median(samples))} (${figure(Math.min(...samples))}–${figure(Math.max(...samples))})`;
}

export function ratio(samples: Samples, to: Samples): string {
  const value = median(ratios(samples, to));
  return Number.isFinite(value) ? `${figure(value)} ×` : '–';
}
