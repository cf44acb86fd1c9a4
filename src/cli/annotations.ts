/** Problems as GitHub's workflow commands, which show them beside the lines of a change. */
import type { Problem } from '../core/model/problem.js';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
export function annotation({ file, line, column, severity, rule, message }: Problem): string {
  return `::${commands[severity]} file=${property(file)},line=${line},col=${column},title=${property(`litshelf: ${rule}`)}::${data(message)}`;
}

/** A line of its own, whatever a catalogue's text holds. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
