/** Runs one case in this process, which is new, and prints its figures as one line of JSON: `child.mjs <case> <subject as JSON>`. */
import * as cases from './cases.js';
import type { Case, Subject } from './subject.js';

const [, , name = '', subject = '{}'] = process.argv;
const run = (cases as Readonly<Record<string, Case>>)[name];
if (!run) throw new Error(`There is no case "${name}".`);
void (async () => {
  process.stdout.write(`${JSON.stringify(await run(JSON.parse(subject) as Subject))}\n`);
})();
