/** `litshelf`: the catalogue on the command line. */
import { run } from './cli/run.js';

// a reader that closes the pipe early (| head) has seen enough: that is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void run(process.argv.slice(2), { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) }).then((code) => {
  // not process.exit: what is still being written to a pipe would be lost
  process.exitCode = code;
});
