import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeAtExit } from './process-group.mjs';

/** A path to a Unix socket has at most 107 characters, and VS Code adds some sixty to the folder it is given. */
const LONGEST_BASE = 32;

/**
 * A new folder of our own in the system's temporary folder, removed when this process exits.
 * @param {string} purpose a short word in its name
 */
export function scratchFolder(purpose) {
  const base = tmpdir().length > LONGEST_BASE && process.platform !== 'win32' ? '/tmp' : tmpdir();
  const folder = realpathSync(mkdtempSync(path.join(base, `litshelf-${purpose}-`)));
  removeAtExit(folder);
  return folder;
}
