import assert from 'node:assert/strict';
import path from 'node:path';
import { CslError } from '../../../src/core/csl/index.js';
import { CslThread } from '../../../src/host/csl-thread.js';
import { formatter } from '../../../src/host/csl-engine.js';
import { article, conference, preprint } from './papers.js';

const items = [preprint, conference, article];
const many = Array.from({ length: 3000 }, (_, index) => ({ ...article, id: `a${index}`, title: `Title ${index}`, author: [{ family: `Author${index % 50}`, given: 'A.' }] }));
const apa = { style: 'apa', format: 'text' } as const;

/** The thread runs what the build made: dist/csl-worker.js. */
describe('the thread that formats references', function () {
  this.timeout(60_000);
  const thread = new CslThread(path.resolve('dist/csl-worker.js'));
  after(() => thread.dispose());

  it('says what the formatter says', async () => {
    for (const style of ['apa', 'ieee'] as const) assert.deepEqual(await thread.formatReferences(items, { style, format: 'markdown' }), formatter.formatReferences(items, { style, format: 'markdown' }));
    assert.equal(await thread.formatReference(article, apa), formatter.formatReference(article, apa));
    assert.equal(await thread.formatCitation([{ item: article, locator: 'p. 3' }], apa), '(Shumailov & Gal, 2024, p. 3)');
  });

  it('refuses as the formatter does, with the line, and goes on', async () => {
    const broken = thread.formatReferences(items, { style: { csl: '<style xmlns="http://purl.org/net/xbiblio/csl">\n<oops></style>' }, format: 'text' });
    await assert.rejects(broken, (fault) => fault instanceof CslError && fault.line === 2 && /not well-formed XML/u.test(fault.message));
    await assert.rejects(thread.formatReference(article, { style: 'turabian', format: 'text' }), CslError);
    assert.match(await thread.formatReference(article, apa), /^Shumailov/u);
  });

  it('lets everything else run meanwhile, can be told to stop, and works on', async () => {
    const controller = new AbortController();
    const long = thread.formatReferences(many, { style: 'mla', format: 'text' }, controller.signal);
    const behind = thread.formatReference(article, apa);
    let turns = 0;
    const timer = setInterval(() => (turns += 1) === 20 && controller.abort(new Error('enough')), 5);
    await assert.rejects(long, /enough/u);
    clearInterval(timer);
    assert.ok(turns >= 20);
    assert.match(await behind, /^Shumailov/u);
  });

  it('leaves out what was given up before it began', async () => {
    const controller = new AbortController();
    const first = thread.formatReferences(items, apa);
    const second = thread.formatReferences(many, apa, controller.signal);
    controller.abort(new Error('not needed'));
    await assert.rejects(second, /not needed/u);
    assert.equal((await first).entries.length, 3);
    await assert.rejects(thread.formatReference(article, apa, AbortSignal.abort(new Error('too late'))), /too late/u);
  });

  it('that cannot be started is told', async () => {
    const missing = new CslThread(path.resolve('dist/nothing.js'));
    await assert.rejects(missing.formatReference(article, apa));
    missing.dispose();
    await assert.rejects(missing.formatReference(article, apa), /closing/u);
  });
});
