// Builds Litshelf.
//   node esbuild.mjs               dist/extension.js, dist/late.js, dist/services.js, dist/yaml.js, dist/adding.js, dist/revise.js, dist/check.js, dist/publish.js, dist/importing.js, dist/csl.js, dist/csl-worker.js, dist/page/, dist/cli.js, dist/catalog.json
//   node esbuild.mjs --production  the same, minified, without source maps
//   node esbuild.mjs --watch       rebuilds on change
//   node esbuild.mjs --tests       also bundles test/{unit,editor,ui,page}/**/*.test.ts into out/
//   node esbuild.mjs --wall        proves that src/core needs neither vscode nor Node: exit code 1 and the place if it does
import { build, context } from 'esbuild';
import { rmSync } from 'node:fs';
import { globSync } from './scripts/lib/glob.mjs';
import { compileCatalogue } from './scripts/lib/compile-catalogue.mjs';
import { vscodeModule } from './scripts/lib/vscode-module.mjs';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/** What every bundle shares. Node 22 is what the oldest supported VS Code runs; the command line also runs on Node 20. */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  // the ES module builds shake; the CommonJS ones come whole
  mainFields: ['module', 'main'],
  // citation styles and locales, as their authors wrote them
  loader: { '.csl': 'text', '.xml': 'text' },
  logLevel: 'warning',
};

/** Modules that are loaded when first used get a bundle of their own; the start-up bundle only knows its name. */
const lazy = {
  name: 'lazy',
  setup(bundle) {
    for (const [module, file] of [[/\/late-features\.js$/, './late.js'], [/\/host\/services\.js$/, './services.js'], [/\/core\/yaml\/index\.js$/, './yaml.js'], [/\/core\/adding\/index\.js$/, './adding.js'], [/\/core\/revise\/index\.js$/, './revise.js'], [/\/core\/publish\/with-export\.js$/, './publish.js'], [/\/core\/importing\/index\.js$/, './importing.js'], [/\/core\/check\/index\.js$/, './check.js'], [/\/core\/cite\/with-bibliography\.js$/, './bibliography.js'], [/\/catalogue-editors\.js$/, './catalogue-editor.js'], [/\/csl-engine\.js$/, './csl.js']]) {
      bundle.onResolve({ filter: module }, ({ kind }) => (kind === 'dynamic-import' ? { path: file, external: true } : undefined));
    }
  },
};

/** VS Code 1.101 has Chromium 134. */
const forBrowser = { platform: 'browser', format: 'iife', target: 'chrome134', loader: { '.ttf': 'file' }, assetNames: 'codicon' };

const citeprocNotice = '/*! Holds citeproc-js, Copyright (c) 2009-2019 Frank Bennett, under CPAL-1.0 or AGPL-3.0, at your choice; source: https://github.com/Juris-M/citeproc-js. This file, CSL styles and locales included: see THIRD-PARTY-NOTICES.md. */';

const product = [
  { ...common, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', plugins: [lazy, vscodeModule], supported: { 'dynamic-import': false } },
  { ...common, entryPoints: ['src/late-features.ts'], outfile: 'dist/late.js', plugins: [lazy, vscodeModule], supported: { 'dynamic-import': false } },
  { ...common, entryPoints: ['src/editor/catalogue-editor/catalogue-editors.ts'], outfile: 'dist/catalogue-editor.js', plugins: [lazy, vscodeModule], supported: { 'dynamic-import': false } },
  { ...common, entryPoints: ['src/host/services.ts'], outfile: 'dist/services.js' },
  { ...common, entryPoints: ['src/core/yaml/index.ts'], outfile: 'dist/yaml.js' },
  { ...common, entryPoints: ['src/core/adding/index.ts'], outfile: 'dist/adding.js' },
  { ...common, entryPoints: ['src/core/revise/index.ts'], outfile: 'dist/revise.js' },
  { ...common, entryPoints: ['src/core/publish/with-export.ts'], outfile: 'dist/publish.js' },
  { ...common, entryPoints: ['src/core/importing/index.ts'], outfile: 'dist/importing.js' },
  { ...common, entryPoints: ['src/core/check/index.ts'], outfile: 'dist/check.js' },
  { ...common, entryPoints: ['src/core/cite/with-bibliography.ts'], outfile: 'dist/bibliography.js' },
  // without the part of citation-js that fetches files with a child process, and with the notice that citeproc asks for
  { ...common, entryPoints: ['src/host/csl-engine.ts'], outfile: 'dist/csl.js', alias: { 'sync-fetch-undici': './src/host/no-fetch.ts' }, banner: { js: citeprocNotice } },
  // a thread, not a module of the extension
  { ...common, entryPoints: ['src/host/csl-worker.ts'], outfile: 'dist/csl-worker.js', plugins: [lazy], supported: { 'dynamic-import': false } },
  // the page of the catalogue editor, in VS Code's browser; beside it its style and the font of its icons
  { ...common, ...forBrowser, entryPoints: { 'editor-page': 'media/editor/main.ts' }, outdir: 'dist/page' },
  { ...common, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

const testsIn = (...folders) => ({
  ...common,
  entryPoints: globSync(folders.map((folder) => `test/${folder}`), '.test.ts'),
  outdir: 'out',
  outbase: '.',
  packages: 'external',
  sourcemap: 'linked',
  minify: false,
});
/** Unit tests share what they have in common, which is most of the core: loading it once is what makes the inner loop short. */
const tests = [
  { ...testsIn('unit'), format: 'esm', splitting: true, outExtension: { '.js': '.mjs' }, chunkNames: 'test/shared/[name]-[hash]' },
  testsIn('editor', 'ui', 'page'),
  // what stands in for the extension behind the page
  { ...common, ...forBrowser, entryPoints: { mock: 'test/page/mock/main.ts' }, outdir: 'out/page', sourcemap: 'inline', minify: false },
];

/** Bundles every file of the core with nothing external: an import of vscode or a Node module cannot be resolved and fails. */
const wall = {
  bundle: true,
  write: false,
  platform: 'neutral',
  format: 'esm',
  mainFields: ['module', 'main'],
  conditions: ['browser', 'module'],
  stdin: {
    contents: globSync(['src/core'], '.ts').map((file) => `export * as _${file.replace(/\W/g, '_')} from './${file}';`).join('\n'),
    resolveDir: '.',
  },
  logLevel: 'error',
};

try {
  if (flags.has('--wall')) {
    await build(wall);
    console.log('the wall holds: src/core needs neither vscode nor Node');
  } else if (flags.has('--watch')) {
    const contexts = await Promise.all(product.map((options) => context({ ...options, logLevel: 'info' })));
    await compileCatalogue();
    await Promise.all(contexts.map((one) => one.watch()));
  } else {
    // a test whose source is gone must not go on running
    if (flags.has('--tests')) rmSync('out/test', { recursive: true, force: true });
    await Promise.all([...product, ...(flags.has('--tests') ? tests : [])].map((options) => build(options)));
    await compileCatalogue();
  }
} catch (error) {
  // esbuild has printed its own errors with file and line
  if (!error?.errors) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
