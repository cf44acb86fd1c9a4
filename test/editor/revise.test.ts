import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../src/contributions.js';
import { startScholarlyServer, type ScholarlyServer } from '../support/scholarly-server.js';
import { closeEditors, eventually, litshelf, onDisk, paper } from './support.js';

/** The services that are asked here. */
const asked = ['arxiv', 'crossref', 'datacite', 'acl'] as const;

describe('papers beside other records of them', () => {
  let services: ScholarlyServer;
  let original: string;
  const file = () => readFileSync(onDisk('catalog', 'papers', 'mine.yaml'), 'utf8');
  const configure = async (bases: Partial<Record<string, string>>) => {
    for (const name of asked) await vscode.workspace.getConfiguration('litshelf').update(`services.${name}`, bases[name], vscode.ConfigurationTarget.Global);
  };
  const undo = () => vscode.commands.executeCommand(commandIds.undoChange);
  /** Runs a command whose list of changes is accepted as it is proposed. */
  async function accepted<T>(command: string, argument: unknown): Promise<T | undefined> {
    let done = false;
    const running = Promise.resolve(vscode.commands.executeCommand<T>(command, argument)).finally(() => {
      done = true;
    });
    await eventually(async () => {
      if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      assert.ok(done);
    }, 20_000);
    return running;
  }

  before(async () => {
    const { extensionPath } = vscode.extensions.getExtension('litshelf.litshelf') ?? assert.fail('the extension is there');
    services = await startScholarlyServer({ records: path.join(extensionPath, 'test', 'fixtures', 'scholarly') });
    await configure(services.bases);
    await (await litshelf()).papers();
    original = file();
  });
  beforeEach(() => services.reset());
  afterEach(closeEditors);
  after(async () => {
    await configure({});
    await services.close();
    writeFileSync(onDisk('catalog', 'papers', 'mine.yaml'), original);
  });

  it('writes what the services add to a bundled paper into the workspace\'s catalogue, and takes it back', async () => {
    const result = await accepted<{ changed: string[] }>(commandIds.updateMetadata, { keys: ['gilardi2023chatgpt'] });
    assert.deepEqual(result?.changed, ['gilardi2023chatgpt']);
    const updated = await paper('gilardi2023chatgpt');
    assert.match(updated?.abstract ?? '', /^Many NLP applications/u);
    assert.equal(updated?.venue, 'PNAS 2023', 'a short name does not give way to the title of the journal');
    await undo();
    await eventually(async () => assert.equal((await paper('gilardi2023chatgpt'))?.abstract, undefined));
    assert.equal(file(), original);
  });

  it('lists what could not be checked, and changes nothing', async () => {
    services.behave({ do: 'html', status: 403 }, { times: Infinity });
    const result = await accepted<{ changed: string[]; couldNotCheck: string[] }>(commandIds.updateMetadata, { keys: ['example2022tool'] });
    assert.deepEqual(result, { changed: [], couldNotCheck: ['example2022tool'] });
    assert.equal(file(), original);
  });

  it('merges two papers under the first key; the second one leads there, and one undo brings both back', async () => {
    await accepted(commandIds.mergePapers, { keys: ['muster2021grundlagen', 'example2022tool'] });
    const merged = await paper('muster2021grundlagen');
    assert.deepEqual([merged?.aliases, merged?.title], [['example2022tool'], 'Grundlagen künstlicher Daten']);
    assert.equal(await paper('example2022tool'), undefined);
    await undo();
    assert.equal(file(), original);
    await eventually(async () => assert.ok(await paper('example2022tool')));
  });

  it('hides a bundled paper that was merged into one of the workspace', async () => {
    await accepted(commandIds.mergePapers, { keys: ['muster2021grundlagen', 'gunasekar2023textbooks'] });
    assert.equal(await paper('gunasekar2023textbooks'), undefined);
    assert.deepEqual((await paper('muster2021grundlagen'))?.aliases, ['gunasekar2023textbooks']);
    await undo();
    assert.equal(file(), original);
    await eventually(async () => assert.ok(await paper('gunasekar2023textbooks')));
  });
});
