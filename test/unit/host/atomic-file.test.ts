import assert from 'node:assert/strict';
import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { WriteError, type WriteFault } from '../../../src/core/ports.js';
import { AtomicFiles } from '../../../src/host/atomic-file.js';
import { time } from '../../../src/host/time.js';
import type { Task } from './adding-window.js';

describe('files on disk: changed as a whole or not at all', () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);
  const disk = () => new AtomicFiles(at('locks'), time);
  const fails = (fault: WriteFault, work: Promise<unknown>) => assert.rejects(work, (error) => error instanceof WriteError && error.fault === fault);
  /** What lies in the folder besides locks: a write leaves nothing behind. */
  const names = () => readdirSync(folder).filter((name) => name !== 'locks').sort();

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'litshelf-disk-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps the mode, the byte order mark and the ends of lines', async () => {
    writeFileSync(at('a.yaml'), '\uFEFF- id: a\r\n');
    chmodSync(at('a.yaml'), 0o640);
    assert.equal(await disk().update(at('a.yaml'), (text) => `${text}- id: b\r\n`), true);
    assert.equal(readFileSync(at('a.yaml'), 'utf8'), '\uFEFF- id: a\r\n- id: b\r\n');
    assert.equal(statSync(at('a.yaml')).mode & 0o777, 0o640);
    assert.deepEqual(names(), ['a.yaml']);
  });

  it('makes a file that is not there, with its folder, and leaves alone what is not to change', async () => {
    assert.equal(await disk().update(at('papers/a.yaml'), (text) => (text === '' ? 'new\n' : undefined)), true);
    assert.equal(readFileSync(at('papers/a.yaml'), 'utf8'), 'new\n');
    assert.equal(await disk().update(at('papers/a.yaml'), () => undefined), false);
  });

  it('writes what a link names, and the link stays', async () => {
    writeFileSync(at('real.yaml'), 'a');
    symlinkSync('real.yaml', at('link.yaml'));
    await disk().update(at('link.yaml'), () => 'b');
    assert.equal(readFileSync(at('real.yaml'), 'utf8'), 'b');
    assert.ok(lstatSync(at('link.yaml')).isSymbolicLink());
  });

  it('makes the change again when the file changed meanwhile', async () => {
    writeFileSync(at('a.yaml'), 'one\n');
    let times = 0;
    await disk().update(at('a.yaml'), (text) => {
      if (++times === 1) writeFileSync(at('a.yaml'), 'one\ntwo\n');
      return `${text}three\n`;
    });
    assert.equal(readFileSync(at('a.yaml'), 'utf8'), 'one\ntwo\nthree\n');
  });

  it('gives up on a file that never rests, which stays as others left it', async () => {
    let times = 0;
    await fails('restless', disk().update(at('a.yaml'), (text) => {
      writeFileSync(at('a.yaml'), String(++times));
      return `${text}x`;
    }));
    assert.equal(readFileSync(at('a.yaml'), 'utf8'), String(times));
    assert.deepEqual(names(), ['a.yaml']);
  });

  it('refuses what is no UTF-8', async () => {
    writeFileSync(at('a.yaml'), Buffer.from([0x66, 0xfc, 0x72]));
    await fails('notText', disk().update(at('a.yaml'), () => 'x'));
    assert.deepEqual([...readFileSync(at('a.yaml'))], [0x66, 0xfc, 0x72]);
  });

  it('passes on what the change throws, and changes nothing', async () => {
    writeFileSync(at('a.yaml'), 'a');
    await assert.rejects(disk().update(at('a.yaml'), () => { throw new RangeError('mine'); }), RangeError);
    assert.equal(await disk().update(at('a.yaml'), () => 'b'), true, 'and the next one has its turn');
  });

  it('refuses a file where a folder should be', async () => {
    writeFileSync(at('papers'), '');
    await assert.rejects(disk().update(at('papers/a.yaml'), () => 'x'), WriteError);
    assert.deepEqual(names(), ['papers']);
  });

  it('changes nothing in read-only files, read-only folders and on a full disk', async function () {
    // the superuser may write anything: another user, or a file system that is read-only for everybody, has to say no
    const small = at('small');
    mkdirSync(small);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small], { stdio: 'ignore' });
    } catch {
      this.skip();
    }
    try {
      writeFileSync(path.join(small, 'a.yaml'), 'a\n');
      await fails('full', disk().update(path.join(small, 'a.yaml'), () => 'x'.repeat(200_000)));
      assert.equal(readFileSync(path.join(small, 'a.yaml'), 'utf8'), 'a\n');
      assert.deepEqual(readdirSync(small), ['a.yaml']);
      execFileSync('mount', ['-o', 'remount,ro', small], { stdio: 'ignore' });
      await fails('readOnly', disk().update(path.join(small, 'a.yaml'), () => 'b'));
      assert.equal(readFileSync(path.join(small, 'a.yaml'), 'utf8'), 'a\n');
    } finally {
      execFileSync('umount', [small], { stdio: 'ignore' });
    }
  });

  it('changes nothing in a file that this user may not write', async function () {
    if (process.getuid?.() === 0) this.skip();
    writeFileSync(at('a.yaml'), 'a');
    chmodSync(at('a.yaml'), 0o444);
    await fails('readOnly', disk().update(at('a.yaml'), () => 'b'));
    assert.equal(readFileSync(at('a.yaml'), 'utf8'), 'a');
  });

  it('loses nothing when three windows add at the same time', async () => {
    const script = at('window.cjs');
    await build({ entryPoints: ['test/unit/host/adding-window.ts'], outfile: script, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    const windows: ChildProcess[] = [];
    try {
      for (let count = 0; count < 3; count += 1) windows.push(fork(script));
      await Promise.all(windows.map((window) => once(window, 'message')));
      const linesOf = (window: number) => Array.from({ length: 8 }, (_, line) => `${window}-${line}`);
      await Promise.all(windows.map(async (window, index) => {
        const task: Task = { locks: at('locks'), file: at('a.yaml'), lines: linesOf(index) };
        window.send(task);
        await once(window, 'message');
      }));
      assert.deepEqual(readFileSync(at('a.yaml'), 'utf8').trimEnd().split('\n').sort(), [0, 1, 2].flatMap(linesOf).sort());
    } finally {
      for (const window of windows) window.kill();
    }
  });
});
