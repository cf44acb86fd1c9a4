/** Partial dates: "2023", "2023-07" or "2023-07-10" (EDTF level 0), compared and shown without inventing precision. */

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The year of a partial date, or undefined when there is none. */
export function yearOf(date: string | undefined): number | undefined {
  const year = date === undefined ? NaN : Number.parseInt(date.slice(0, 4), 10);
  return Number.isNaN(year) ? undefined : year;
}

/** CSL date-parts of a partial date: [2023, 7]. */
export function dateParts(date: string): number[] {
  return date.split('-').map(Number);
}

/** "July 2023", "10 July 2023", "2023": as precise as what is known. */
export function showDate(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter((part) => part !== undefined).join(' ');
}

/** Orders partial dates; what is not known sorts before what is (2023 before 2023-01), no date before any. */
export function compareDates(a: string | undefined, b: string | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
