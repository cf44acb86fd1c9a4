import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderCache } from '../../../src/host/answer-cache.js';
import { FakeLog } from './fakes.js';

describe('metadata: the folder of kept answers', () => {
  let folder: string;
  const log = new FakeLog();
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'litshelf-cache-'));
    log.lines.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const size = async () => {
    const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
    return sizes.reduce((sum, one) => sum + one, 0);
  };

  it('keeps texts between sessions, of any key and any letters', async () => {
    await new FolderCache(folder, log).set('../../etc/passwd', 'Ä\n"\u0000🙂');
    assert.equal(await new FolderCache(folder, log).get('../../etc/passwd'), 'Ä\n"\u0000🙂');
    assert.equal(await new FolderCache(folder, log).get('other'), undefined);
    assert.deepEqual((await readdir(folder)).map((name) => /^[\da-f]{32}\.answer$/u.test(name)), [true]);
  });

  it('drops what is corrupt: cut off, changed, empty, or another key\'s', async () => {
    const cache = new FolderCache(folder, log);
    await cache.set('b', 'another');
    const other = await readFile(join(folder, (await readdir(folder))[0] ?? ''), 'utf8');
    await rm(folder, { recursive: true });
    for (const spoil of [(text: string) => text.slice(0, -3), (text: string) => text.replace('v', 'w'), () => '', () => other, () => '\u0000'.repeat(100)]) {
      await cache.set('a', 'the value');
      const file = join(folder, (await readdir(folder))[0] ?? '');
      await writeFile(file, spoil(await readFile(file, 'utf8')));
      assert.equal(await cache.get('a'), undefined);
      assert.deepEqual(await readdir(folder), []);
    }
  });

  it('keeps the old text when a crash comes in the middle of a write, and clears what it left', async () => {
    const cache = new FolderCache(folder, log);
    await cache.set('a', 'old');
    const left = join(folder, '11111111-1111-1111-1111-111111111111.part');
    await writeFile(left, 'half a te');
    assert.equal(await new FolderCache(folder, log).get('a'), 'old');
    await utimes(left, new Date(0), new Date(0));
    await new FolderCache(folder, log).set('b', 'new');
    assert.ok(!(await readdir(folder)).some((name) => name.endsWith('.part')));
  });

  it('stays below its size, the oldest going first, across sessions', async () => {
    const limit = 20_000;
    for (let session = 0; session < 3; session += 1) {
      const cache = new FolderCache(folder, log, { limit });
      for (let index = 0; index < 15; index += 1) {
        const key = `${session}-${index}`;
        await cache.set(key, 'x'.repeat(900));
        for (const name of await readdir(folder)) {
          const { mtimeMs } = await stat(join(folder, name));
          // whole seconds apart, so that "oldest" is certain on every file system
          await utimes(join(folder, name), new Date(mtimeMs - 1000), new Date(mtimeMs - 1000));
        }
        assert.ok((await size()) <= limit, `${await size()} bytes`);
      }
    }
    const cache = new FolderCache(folder, log, { limit });
    assert.equal(await cache.get('0-0'), undefined);
    assert.equal((await cache.get('2-14'))?.length, 900);
    await cache.set('huge', 'x'.repeat(limit));
    assert.equal(await cache.get('huge'), undefined);
    assert.equal((await cache.get('2-14'))?.length, 900, 'one large text does not drive out the others');
  });

  it('says so and goes on when nothing can be written', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const cache = new FolderCache(join(file, 'below'), log);
    await cache.set('a', 'b');
    assert.equal(await cache.get('a'), undefined);
    assert.match(log.lines[0] ?? '', /could not be kept/u);
  });

  it('takes many writes at once, from several windows', async () => {
    const windows = [new FolderCache(folder, log), new FolderCache(folder, log)];
    await Promise.all(windows.flatMap((cache, one) => Array.from({ length: 40 }, (_, index) => cache.set(`k${index % 10}`, `${one}-${index}`))));
    for (let index = 0; index < 10; index += 1) assert.match((await windows[0]?.get(`k${index}`)) ?? '', /^[01]-\d+$/u);
    assert.deepEqual(log.lines, []);
    assert.equal((await readdir(folder)).length, 10);
  });
});
