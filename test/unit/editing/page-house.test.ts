import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { paperTypes, readingStatuses } from '../../../src/core/model/vocabulary.js';
import { paperSchema } from '../../../src/core/model/schema.js';
import { pageStrings } from '../../../src/core/editing/page-strings.js';
import { columns } from '../../../src/protocol.js';

describe('the page of the catalogue editor', () => {
  const folder = 'media/editor';
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
  const sources = names.filter((name) => name.endsWith('.ts'));
  const texts = new Map(sources.map((name) => [name, readFileSync(name, 'utf8')]));

  it('never makes markup or code of a text', () => {
    for (const [name, text] of texts) assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\(|new Function|setAttribute\('(?:style|on)|fetch\(['"`]|XMLHttpRequest|WebSocket/u, name);
  });

  it('sees neither VS Code nor Node nor the extension', () => {
    for (const [name, text] of texts) {
      for (const [, from = ''] of text.matchAll(/from '([^']+)'/gu)) assert.ok(from === 'valibot' || (from.startsWith('.') && !/\/src\/(?!core\/|protocol\.js)/u.test(from)), `${name} imports ${from}`);
    }
  });

  it('is made of small files', () => {
    for (const [name, text] of texts) assert.ok(text.split('\n').length <= 251, name);
  });

  it('uses VS Code’s colours, and none of its own', () => {
    for (const name of names.filter((one) => one.endsWith('.css'))) {
      assert.doesNotMatch(readFileSync(name, 'utf8').replace(/\/\*.*?\*\//gsu, ''), /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/iu, name);
    }
  });

  it('has VS Code’s icons as VS Code has them', () => {
    const signs = (file: string) => new Map([...readFileSync(file, 'utf8').matchAll(/\.codicon-([a-z-]+)::?before\s*\{\s*content:\s*["'](\\[0-9a-f]+)["']/gu)].map(([, name = '', sign = '']) => [name, sign]));
    const theirs = signs('node_modules/@vscode/codicons/dist/codicon.css');
    const ours = signs(`${folder}/css/icons.css`);
    assert.ok(ours.size > 20);
    for (const [name, sign] of ours) assert.equal(sign, theirs.get(name), name);
  });

  it('shows every string that it has, and has every string that it shows', () => {
    const all = [...texts.values()].join('\n');
    const made = new Set<string>([
      ...columns.map((column) => `column.${column}`),
      ...Object.keys(paperTypes).map((type) => `type.${type}`),
      ...readingStatuses.map((status) => `status.${status}`),
      ...Object.keys(paperSchema.entries).map((field) => `field.${field}`),
    ]);
    for (const key of made) assert.ok(key in pageStrings, key);
    for (const key of Object.keys(pageStrings)) {
      const family = `${key.split('.').slice(0, -1).join('.')}.$`;
      assert.ok(made.has(key) || all.includes(`'${key}'`) || all.includes(`\`${family}`), `${key} is never shown`);
    }
  });
});
