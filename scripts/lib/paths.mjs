import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** What is downloaded or unpacked for running VS Code; ignored by Git, can be deleted at any time. */
export const vscodeFolder = path.join(root, '.vscode-test');

/** Where every suite leaves its results, logs and screenshots; ignored by Git. */
export const resultsFolder = path.join(root, 'test-results');
