/** Text for terminals and pipes. */

/** One line that moves no cursor and sends no command to the terminal, whatever a catalogue's text holds. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/gu, '').trim();
}

/** A count with its noun: "1 paper", "2 papers". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Rows of a name and a number, the numbers below each other. */
export function table(rows: readonly (readonly [name: string, count: number])[]): string {
  const names = Math.max(0, ...rows.map(([name]) => name.length));
  const counts = Math.max(0, ...rows.map(([, count]) => String(count).length));
  return rows.map(([name, count]) => `  ${name.padEnd(names)}  ${String(count).padStart(counts)}\n`).join('');
}

/** JSON as people and programs read it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
