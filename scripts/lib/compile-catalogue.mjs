import { build } from 'esbuild';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Compiles catalog/ into dist/catalog.json with the core's own reader, so that what ships is what the reader gives.
 * @throws Error naming file, line and reason when the catalogue is not in order.
 */
export async function compileCatalogue() {
  const texts = new Map([['catalog.yaml', readFileSync('catalog/catalog.yaml', 'utf8')]]);
  for (const name of readdirSync('catalog/papers').sort()) texts.set(`papers/${name}`, readFileSync(path.join('catalog/papers', name), 'utf8'));
  mkdirSync('out', { recursive: true });
  const module = path.resolve('out/compile-catalogue.cjs');
  await build({ entryPoints: ['src/core/catalogue/compile.ts'], bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], outfile: module, logLevel: 'warning' });
  const { compile } = (await import(pathToFileURL(module).href)).default;
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/catalog.json', compile(texts));
}
