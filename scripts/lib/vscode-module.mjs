// How bundles get at VS Code's API.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const types = createRequire(import.meta.url).resolve('@types/vscode/index.d.ts');

/**
 * An esbuild plugin. As a CommonJS module, `vscode` would be turned into an ES module for each file that imports it, its two hundred names
 * copied one by one: a third of the start. Here a bundle reads the names that it uses, once.
 */
export const vscodeModule = {
  name: 'vscode-module',
  setup(bundle) {
    bundle.onResolve({ filter: /^vscode$/ }, ({ namespace }) => (namespace === 'vscode-module' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode-module' }));
    bundle.onLoad({ filter: /^vscode$/, namespace: 'vscode-module' }, () => {
      const names = [...readFileSync(types, 'utf8').matchAll(/^\s+export (?:class|enum|namespace|const|let|function) (\w+)/gmu)].map(([, name]) => name);
      const exported = [...new Set(names)].map((name) => `export const ${name} = /* @__PURE__ */ read('${name}');`);
      return { contents: ["const api = require('vscode');", 'const read = (name) => api[name];', ...exported].join('\n'), resolveDir: '.' };
    });
  },
};
