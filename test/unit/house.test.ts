import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { catalogueEditorId, clickActions, commandIds, containerId, contextKeys, internalCommandIds, settingKeys, viewIds } from '../../src/contributions.js';
import { groupings } from '../../src/core/outline/groupings.js';
import { sortOrders } from '../../src/core/outline/sort.js';

interface Manifest {
  contributes: {
    commands: { command: string; title: string; icon?: string }[];
    viewsContainers: { activitybar: { id: string; icon: string }[] };
    views: Record<string, { id: string }[]>;
    customEditors: { viewType: string }[];
    viewsWelcome: { when: string; contents: string }[];
    menus: Record<string, { command: string; when?: string; group?: string }[]>;
    keybindings: { command: string; key: string; when?: string }[];
    configuration: { properties: Record<string, { enum?: string[]; description?: string; markdownDescription?: string; scope?: string }> };
    yamlValidation: { url: string }[];
  };
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
}
const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { contributes } = manifest;

/** Every TypeScript file below a folder. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

describe('package.json', () => {
  it('contributes exactly the commands that the code knows', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), Object.values(commandIds).sort());
  });

  it('contributes exactly the settings that the code reads, each described', () => {
    const { properties } = contributes.configuration;
    assert.deepEqual(Object.keys(properties).sort(), Object.values(settingKeys).map((key) => `litshelf.${key}`).sort());
    for (const [key, property] of Object.entries(properties)) assert.ok((property.description ?? property.markdownDescription) && property.scope, key);
    assert.deepEqual(properties[`litshelf.${settingKeys.click}`]?.enum, [...clickActions]);
  });

  it('contributes the views and the container', () => {
    assert.deepEqual(contributes.viewsContainers.activitybar.map(({ id }) => id), [containerId]);
    assert.deepEqual(contributes.views[containerId]?.map(({ id }) => id), Object.values(viewIds));
    assert.deepEqual(contributes.customEditors.map(({ viewType }) => viewType), [catalogueEditorId]);
    for (const { icon } of contributes.viewsContainers.activitybar) assert.ok(existsSync(icon), icon);
    for (const { url } of contributes.yamlValidation) assert.ok(existsSync(url), url);
  });

  it('names only commands, views and context keys that exist', () => {
    const commands = new Set<string>([...Object.values(commandIds), ...Object.values(internalCommandIds)]);
    for (const [menu, items] of Object.entries(contributes.menus)) for (const { command } of items) assert.ok(commands.has(command), `${menu}: ${command}`);
    for (const { command } of contributes.keybindings) assert.ok(commands.has(command), command);
    const own = /\blitshelf\.[a-zA-Z.]+\b/gu;
    const whens = [...Object.values(contributes.menus).flat(), ...contributes.keybindings, ...contributes.viewsWelcome].map(({ when }) => when ?? '');
    const known = new Set<string>([...Object.values(contextKeys), ...Object.values(viewIds), catalogueEditorId]);
    for (const when of whens) for (const [key] of when.matchAll(own)) assert.ok(known.has(key), `${key} in ${when}`);
    for (const { contents } of contributes.viewsWelcome) {
      const text = words[contents.slice(1, -1)] ?? '';
      for (const [, command] of text.matchAll(/command:(litshelf\.[a-zA-Z.]+)/gu)) assert.ok(commands.has(command ?? ''), command);
    }
  });

  it('takes every word from package.nls.json, and leaves none of them over', () => {
    const used = new Set([...manifestText.matchAll(/"%([^%"]+)%"/gu)].map(([, key]) => key ?? ''));
    assert.deepEqual([...used].sort(), Object.keys(words).sort());
  });

  it('offers every action of a row in the palette too', () => {
    const hidden = new Set((contributes.menus['commandPalette'] ?? []).filter(({ when }) => when === 'false').map(({ command }) => command));
    for (const { command } of contributes.menus['view/item/context'] ?? []) assert.ok(!hidden.has(command), command);
  });

  it('takes no key from VS Code outside its own view', () => {
    // free in editors of VS Code on every platform
    const inEditors: Readonly<Record<string, string>> = { [commandIds.insertCitation]: 'shift+alt+c' };
    for (const { command, key, when } of contributes.keybindings) {
      if (inEditors[command] === key && when?.startsWith('editorTextFocus') === true) continue;
      assert.match(when ?? '', /focusedView == 'litshelf\.(?:papers|importPreview)'|litshelf\.citePickerOpen && /);
    }
  });

  it('does not follow folders that an untrusted workspace names', () => {
    assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(`litshelf.${settingKeys.catalogues}`));
  });

  it('has words for every grouping and order', () => {
    for (const word of [...Object.values(groupings), ...Object.values(sortOrders)]) assert.ok(word.length > 0);
  });
});

describe('the house', () => {
  const imports = (file: string) => [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^'"]*from\s+['"]([^'"]+)['"]/gmu)].map(([, from]) => from ?? '');
  const resolved = (file: string, from: string) => path.posix.normalize(path.posix.join(path.posix.dirname(file), from)).replace(/\.js$/u, '.ts');

  it('keeps vscode, Node and the adapters out of the core', () => {
    for (const file of sources('src/core')) for (const from of imports(file)) assert.ok(!/^(?:vscode|node:|undici)/u.test(from) && !/\/(?:editor|host)\//u.test(resolved(file, from)), `${file} imports ${from}`);
  });

  it('has no feature that imports another', () => {
    const featureOf = (file: string) => /^src\/editor\/(?!shared\/)([^/]+?)(?:\.ts|\/)/u.exec(file)?.[1];
    for (const file of sources('src/editor')) {
      for (const from of imports(file).filter((one) => one.startsWith('.'))) {
        const target = resolved(file, from);
        const other = featureOf(target);
        assert.ok(other === undefined || other === featureOf(file), `${file} imports ${target}`);
        assert.ok(!target.startsWith('src/host/') && target !== 'src/extension.ts', `${file} imports ${target}`);
      }
    }
  });

  it('keeps the composition root short and files small', () => {
    const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length;
    assert.ok(lines('src/extension.ts') <= 60, 'src/extension.ts');
    for (const file of sources('src')) assert.ok(lines(file) <= 400, `${file} has ${lines(file)} lines`);
  });
});
