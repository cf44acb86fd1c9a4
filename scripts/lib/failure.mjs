/** A failure that its reader can do something about: the message says what is wrong and what to do, and needs no stack. */
export class Failure extends Error {
  /** @param {string} message what is wrong  @param {string} [remedy] what to do about it */
  constructor(message, remedy) {
    super(remedy ? `${message}\n  ${remedy}` : message);
    this.name = 'Failure';
  }
}

/** A full disk deserves the same sentence wherever it is met. */
export const diskFull = (where) => new Failure(`The disk is full (while writing ${where}).`, 'Free about 1.5 GB and run the same command again: it goes on from a clean state.');

/**
 * Runs a script's main function. A `Failure` is printed as its message, anything else with its stack; both end with exit code 1.
 * @param {() => Promise<number | void>} main returns the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error?.code === 'ENOSPC') error = diskFull(error.path ?? 'a file');
    console.error(`\n${error instanceof Failure ? error.message : (error?.stack ?? error)}`);
    process.exitCode = 1;
  }
}
