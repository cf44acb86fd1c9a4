/**
 * How often a property is tried: so often by default. LITSHELF_RUNS=20 looks twenty times as hard; `npm run test:unit`,
 * the inner loop, looks far less hard, and `npm test` in full.
 */
export function runs(times: number): number {
  return Math.max(5, Math.ceil(times * Number(process.env['LITSHELF_RUNS'] ?? 1)));
}
