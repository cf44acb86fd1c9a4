import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/**
 * Unpacks the headless Chromium of @sparticuz/chromium, with the system libraries it brings and a set of fonts.
 * The package's own unpacker wants a newer Node and writes to fixed names in the temporary folder.
 * @param {string} modules the node_modules folder that holds @sparticuz/chromium and dejavu-fonts-ttf
 * @param {string} folder made; test/support/browser.mjs knows its layout
 */
export function unpackChromium(modules, folder) {
  const packed = (name) => brotliDecompressSync(readFileSync(path.join(modules, '@sparticuz', 'chromium', 'bin', name)));
  const unpack = (name, into) => {
    mkdirSync(into, { recursive: true });
    // the whole archive as the child's input: streaming it now and then ends with a closed pipe
    execFileSync('tar', ['x', '-C', into], { input: packed(name) });
  };
  unpack('al2023.tar.br', path.join(folder, 'libraries'));
  unpack('swiftshader.tar.br', folder);
  unpack('fonts.tar.br', path.join(folder, 'fonts'));
  cpSync(path.join(modules, 'dejavu-fonts-ttf', 'ttf'), path.join(folder, 'fonts', 'dejavu'), { recursive: true });
  writeFileSync(path.join(folder, 'chromium'), packed('chromium.br'), { mode: 0o755 });
}
