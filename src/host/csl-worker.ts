/**
 * The thread that formats references (dist/csl-worker.js, which loads dist/csl.js). The engine compiles a style for up to half a second,
 * then takes milliseconds for each work, and cannot be made to pause.
 */
import { parentPort } from 'node:worker_threads';
import type { ReferenceFormatter } from '../core/csl/format.js';
import type { FormatAnswer, FormatFault, FormatQuestion } from './csl-messages.js';

const loading = import('./csl-engine.js');

parentPort?.on('message', (question: FormatQuestion) => {
  void loading.then(({ formatter }) => answer(formatter, question)).catch((fault: unknown) => ({ id: question.id, fault: faultOf(fault) })).then((said: FormatAnswer) => parentPort?.postMessage(said));
});

function answer(formatter: ReferenceFormatter, { id, method, args }: FormatQuestion): FormatAnswer {
  return { id, value: (formatter[method] as (...given: readonly unknown[]) => unknown)(...args) };
}

/** The error class of another bundle is another class: its name tells. */
function faultOf(fault: unknown): FormatFault {
  if (!(fault instanceof Error)) return { csl: false, message: String(fault), line: undefined };
  const { line } = fault as { line?: unknown };
  return { csl: fault.name === 'CslError', message: fault.message, line: typeof line === 'number' ? line : undefined };
}
