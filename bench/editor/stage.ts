/** Extensions in a VS Code that is measured: the probe and the floor are made here, and all are installed as from a marketplace. */
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const manifests = {
  probe: { activationEvents: ['*'], contributes: {} },
  floor: {
    activationEvents: [],
    contributes: {
      commands: [{ command: 'floor.nothing', title: 'Nothing' }],
      viewsContainers: { activitybar: [{ id: 'floor', title: 'Floor', icon: 'icon.svg' }] },
      views: { floor: [{ id: 'floor.rows', name: 'Rows', icon: 'icon.svg', contextualTitle: 'Floor' }] },
    },
  },
  'citing-floor': { activationEvents: ['onLanguage:latex', 'onLanguage:markdown'], contributes: {} },
} as const;

/** @param bundles where the bundles of probe.ts and floor.ts are  @returns the extension's folder */
export function stageExtension(name: keyof typeof manifests, bundles: string, scratch: string): string {
  const folder = path.join(scratch, name);
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(bundles, `${name}.js`), path.join(folder, 'main.js'));
  writeFileSync(path.join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4h16v16H4z"/></svg>');
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, publisher: 'bench', version: '0.0.0', engines: { vscode: '^1.101.0' }, main: './main.js', ...manifests[name] }));
  return folder;
}

/** A copy of an extension that nothing activates but its own views and commands. @returns the copy's folder */
export function withoutActivationEvents(extension: string, scratch: string): string {
  const folder = path.join(scratch, 'on-click');
  cpSync(extension, folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  return folder;
}

/**
 * Makes a VS Code whose data are in `folder` have these extensions and no others, as if they had been installed. Not as
 * extensions under development, of which a window takes only one.
 */
export function installExtensions(folder: string, extensions: readonly string[]): void {
  const list = extensions.map((one) => {
    const { publisher, name, version } = JSON.parse(readFileSync(path.join(one, 'package.json'), 'utf8')) as Record<'publisher' | 'name' | 'version', string>;
    return { identifier: { id: `${publisher}.${name}` }, version, location: { $mid: 1, scheme: 'file', path: one }, metadata: {} };
  });
  mkdirSync(path.join(folder, 'extensions'), { recursive: true });
  writeFileSync(path.join(folder, 'extensions', 'extensions.json'), JSON.stringify(list));
}
