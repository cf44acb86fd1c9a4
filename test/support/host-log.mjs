import { readFileSync } from 'node:fs';

/**
 * What a server's extension hosts have logged as errors that concern us: nobody caught them, or VS Code had to.
 * @param {{ logs(): string[] }} server
 * @param {string[]} signs an entry that holds one of them, in its message or stack, is ours
 * @returns {string[]} whole entries, stacks included
 */
export function hostErrors(server, signs) {
  const entries = server.logs()
    .filter((file) => file.endsWith('exthost.log'))
    // an entry begins with its date; the lines of a stack do not
    .flatMap((file) => readFileSync(file, 'utf8').split(/^(?=\d{4}-\d\d-\d\d \d\d:)/m));
  return entries.filter((entry) => entry.includes('[error]') && signs.some((sign) => entry.includes(sign))).map((entry) => entry.trim());
}
