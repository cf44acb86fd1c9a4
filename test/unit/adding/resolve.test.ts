/** From a paste to papers: looked up together, beside the catalogue and each other, over real HTTP and with time to spare. */
import assert from 'node:assert/strict';
import { chooseHit, findInCatalogue, keyBook, newWork, readInput, reportMarkdown, reportOf, resolveItems, stubKey, stubOf, withHit, worksOf, type Candidate, type Progress, type ResolveOptions } from '../../../src/core/adding/index.js';
import { Catalogue } from '../../../src/core/catalogue/catalogue.js';
import { Canceller } from '../../../src/core/metadata/cancel.js';
import { LocalLease, LookUp, redirectHosts } from '../../../src/core/metadata/index.js';
import { citationKeyPattern } from '../../../src/core/model/schema.js';
import { HttpError } from '../../../src/core/ports.js';
import { printPaper, readPapersNow } from '../../../src/core/yaml/index.js';
import { FetchHttp } from '../../../src/host/http.js';
import { time as realTime } from '../../../src/host/time.js';
import { catalogueOf } from '../../support/layers.js';
import { startScholarlyServer, type ScholarlyServer } from '../../support/scholarly-server.js';
import { FakeLog, fakeWorld, FakeStore, retryAfter } from '../metadata/fakes.js';

const shown = ({ state, fields }: Candidate) => [state, fields.title ?? fields.arxiv ?? fields.doi ?? ''];

function start(answer?: Parameters<typeof fakeWorld>[0], catalogue = Catalogue.empty) {
  const { world, time, http } = fakeWorld(answer);
  const lookUp = new LookUp(world, new FakeStore(), new LocalLease());
  const resolve = async (text: string, options: Partial<ResolveOptions> = {}) => time.until(resolveItems(readInput(text).items, { lookUp, works: await worksOf(catalogue), ...options }));
  return { resolve, time, http, lookUp };
}

describe('resolving what was pasted', () => {
  it('says what each item is, in the order of the text', async () => {
    const { resolve } = start();
    const candidates = await resolve(['2304.12244', '10.1073/pnas.2305016120', 'https://aclanthology.org/P99-1001', '@book{mine, title = {My own book}, author = {Ann Lee}, year = 2020}', '9910.00001', 'https://openreview.net/forum?id=5x788rqbcj'].join('\n'));
    assert.deepEqual(candidates.map(({ state }) => state), ['found', 'found', 'found', 'asWritten', 'notFound', 'unchecked']);
    assert.equal(candidates[1]?.fields.venue, candidates[1]?.fields['container-title']);
    assert.equal(candidates[3]?.fields.id, 'mine');
    assert.deepEqual(candidates[5]?.fields, { unchecked: true, openreview: '5x788rqbcj' });
  });

  it('completes records that carry an identifier, and mixes nothing', async () => {
    const { resolve } = start();
    const [entry] = await resolve('@article{wang, title = {Self-Instruct: Aligning Language Models with Self-Generated Instructions}, author = {Wang, Yizhong}, year = 2022, eprint = {2212.10560}, archiveprefix = {arXiv}}');
    assert.equal(entry?.state, 'found');
    assert.deepEqual([entry.fields.id, entry.fields.authors, entry.fields.issued, entry.fields.venue, entry.fields.doi], ['wang', ['Yizhong Wang'], '2022', undefined, undefined]);
    assert.ok(entry.fields.abstract !== undefined && entry.fields.type === 'article');
    const [other] = await resolve('@article{fox, title = {Something else altogether on birds}, author = {Fox, Eve}, year = 2019, doi = {10.1073/pnas.2305016120}}');
    assert.deepEqual([other?.state, other?.fields.abstract], ['asWritten', undefined], 'the DOI of another work');
    const [plain] = await resolve('@article{wang, title = {Self-Instruct}, eprint = {2212.10560}, archiveprefix = {arXiv}}', { complete: false });
    assert.equal(plain?.state, 'asWritten');
  });

  it('searches titles, offers what they may be, and is sure where the title is the same', async () => {
    const { resolve } = start();
    const [exact, vague, none] = await resolve('ChatGPT outperforms crowd workers for text-annotation tasks\nself instruct language models\nXyzzy plugh frobnicates quux');
    assert.deepEqual([exact?.state, exact?.best, exact?.fields.doi], ['choose', 0, '10.1073/pnas.2305016120']);
    assert.deepEqual([vague?.state, vague?.best], ['choose', undefined]);
    assert.equal(vague?.hits?.[0]?.answer.metadata.fields.arxiv, '2212.10560');
    assert.deepEqual(none === undefined ? [] : shown(none), ['notFound', 'Xyzzy plugh frobnicates quux']);
    const chosen = withHit(vague, 0, { find: () => [] });
    assert.deepEqual([chosen?.state, chosen?.fields.arxiv], ['found', '2212.10560']);
    assert.equal(withHit(vague, 99, { find: () => [] }), undefined);
  });

  it('looks a chosen hit up, for what a search does not tell', async () => {
    const { resolve, time, lookUp } = start(({ url }) => (url.includes('bibliographic') ? new HttpError('offline', 'no network') : undefined));
    const [candidate] = await resolve('ChatGPT Outperforms Crowd-Workers for Text-Annotation Tasks');
    assert.ok(candidate?.state === 'choose' && candidate.fields.doi === undefined && candidate.fields.arxiv === '2303.15056');
    const chosen = await time.until(chooseHit(candidate, 0, { lookUp, works: { find: () => [] } }));
    assert.deepEqual([chosen?.state, chosen?.fields.doi, chosen?.fields.arxiv, chosen?.fields.issued?.slice(0, 4)], ['found', '10.1073/pnas.2305016120', '2303.15056', '2023']);
  });

  it('keeps the publication that a search has joined to its preprint', async () => {
    const { resolve, time, lookUp } = start();
    const [candidate] = await resolve('Self-Instruct: Aligning Language Models with Self-Generated Instructions');
    const chosen = candidate && await time.until(chooseHit(candidate, 0, { lookUp, works: { find: () => [] } }));
    assert.deepEqual([chosen?.fields.doi, chosen?.fields.arxiv, chosen?.fields.issued, chosen?.fields.type], ['10.18653/v1/2023.acl-long.754', '2212.10560', '2023', 'paper-conference']);
  });

  it('takes a title above its link for the same paper, and does not search for it', async () => {
    const { resolve, http } = start();
    const candidates = await resolve('Scaling Synthetic Data Creation with 1,000,000,000 Personas\nhttps://arxiv.org/abs/2406.20094\n');
    assert.deepEqual(candidates.map(({ state, repeats }) => [state, repeats?.item.line]), [['found', 2], ['found', undefined]]);
    assert.ok(!http.sent.some(({ url }) => /search_query|bibliographic/u.test(url)));
  });

  it('finds that two identifiers are one work', async () => {
    const { resolve } = start();
    const candidates = await resolve('2303.15056\nhttps://doi.org/10.1073/pnas.2305016120');
    assert.deepEqual(candidates.map(({ repeats }) => repeats?.item.line), [undefined, 1]);
  });

  it('finds what the catalogue has, by any form of any identifier and by title', async () => {
    const catalogue = catalogueOf([{ id: 'a', arxiv: '2212.10560', title: 'Self-Instruct' }, { id: 'b', doi: '10.1073/PNAS.2305016120' }, { id: 'c', title: 'MedDialog: Large-scale Medical Dialogue Datasets', authors: ['Shu Chen', 'Zeqian Ju'], issued: '2020' }]);
    const { resolve } = start(undefined, catalogue);
    const candidates = await resolve('https://doi.org/10.48550/arXiv.2212.10560v3\n2303.15056\n2004.03329\n2304.12244');
    assert.deepEqual(candidates.map(({ same }) => same.map(({ work, why, certain }) => [work.paper.id, why, certain])), [[['a', 'identifier', true]], [['b', 'identifier', true]], [['c', 'title', true]], []]);
    assert.equal((await findInCatalogue(catalogue, { acl: '2023.acl-long.754', doi: '10.18653/v1/2023.acl-long.754' })).length, 0);
  });

  it('offline: accepts identifiers as stubs, and records as they stand', async () => {
    const { resolve } = start(() => new HttpError('offline', 'no network'));
    const candidates = await resolve('arXiv:2212.10560v2\n10.1000/xyz\n[A Work](https://openreview.net/forum?id=5x788rqbcj)\nAttention is all you need\n@book{b, title={A Book}, isbn={978-3-16-148410-0}}');
    assert.deepEqual(candidates.map(({ state, fields }) => [state, fields.unchecked]), [['unchecked', true], ['unchecked', true], ['unchecked', true], ['unchecked', true], ['asWritten', undefined]]);
    assert.deepEqual(candidates[0]?.fields, { type: 'article', unchecked: true, issued: '2022-12', arxiv: '2212.10560' });
    assert.equal(candidates[0].why?.kind === 'couldNotCheck' ? candidates[0].why.reason : '', 'offline');
  });

  it('counts while it goes on', async () => {
    const { resolve } = start();
    const progress: Progress[] = [];
    await resolve('2304.12244\n2406.20094\nAttention is all you need', { onProgress: (one) => progress.push(one) });
    assert.deepEqual(progress.map(({ done, total }) => `${done}/${total}`), ['0/3', '1/3', '2/3', '3/3']);
  });

  it('called off in the middle, keeps what was done', async () => {
    const canceller = new Canceller();
    const ids = Array.from({ length: 250 }, (_, at) => `9911.${String(at + 1).padStart(5, '0')}`);
    const { resolve, http } = start();
    const candidates = await resolve(ids.join('\n'), { signal: canceller.signal, onProgress: ({ done }) => done === 100 && canceller.cancel() });
    const states = candidates.map(({ state }) => state);
    assert.deepEqual([states.filter((state) => state === 'found').length, states.filter((state) => state === 'cancelled').length], [100, 150]);
    assert.equal(http.sent.length, 1);
  });

  it('waits out a pause that arXiv asks for, and loses nothing', async () => {
    let count = 0;
    const { resolve } = start(({ url }) => (url.includes('arxiv') && (count += 1) === 1 ? retryAfter(429, '60') : undefined));
    assert.deepEqual((await resolve('2304.12244\n2406.20094')).map(({ state }) => state), ['found', 'found']);
    const hasty = start(() => retryAfter(429, '60'));
    assert.deepEqual((await hasty.resolve('2304.12244', { patience: 5000 })).map(({ state }) => state), ['unchecked']);
  });

  describe('over real HTTP', () => {
    let server: ScholarlyServer;
    before(async () => {
      server = await startScholarlyServer();
    });
    after(() => server.close());

    it('200 arXiv ids in one paste cost at most three requests', async () => {
      const lookUp = new LookUp({ http: new FetchHttp({ userAgent: 'Litshelf/test', redirectHosts }), time: realTime, log: new FakeLog() }, new FakeStore(), new LocalLease(), { bases: () => server.bases, queue: { interval: 30, window: 20 }, spacing: 0 });
      const text = Array.from({ length: 200 }, (_, at) => `- https://arxiv.org/abs/9911.${String(at + 1).padStart(5, '0')}v1`).join('\n');
      const candidates = await resolveItems(readInput(text).items, { lookUp, works: await worksOf(Catalogue.empty) });
      assert.ok(candidates.length === 200 && candidates.every(({ state }) => state === 'found'));
      assert.ok(server.requests.length <= 3, `${server.requests.length} requests`);
      lookUp.dispose();
    });
  });
});

describe('fields of new papers', () => {
  const filing = { categories: ['surveys'], added: '2026-01-02' };
  it('get a key, a place and the day', () => {
    const { taken, take } = keyBook(catalogueOf([{ id: 'wang2022selfinstruct' }]));
    const known = { title: 'Self-Instruct: Aligning', authors: ['Yizhong Wang'], issued: '2022', tags: ['a'], categories: ['theirs'], added: '1999' };
    const first = newWork(known, { ...filing, tags: ['b'] }, taken);
    assert.deepEqual(first, { id: 'wang2022selfinstructaligning', title: known.title, authors: known.authors, issued: '2022', tags: ['b', 'a'], categories: ['surveys'], added: '2026-01-02' });
    take(first.id);
    assert.equal(newWork(known, filing, taken).id, 'wang2022selfinstruct2', 'keys given in the same go are taken');
  });
  it('keep the key of a record where nothing else has it', () => {
    assert.equal(newWork({ id: 'Wang:2022', title: 'T' }, { ...filing, keepKey: true }, () => false).id, 'Wang:2022');
    assert.equal(newWork({ id: 'Wang:2022', title: 'Title', authors: ['Ann Lee'] }, { ...filing, keepKey: true }, (key) => key === 'Wang:2022').id, 'leetitle');
  });
  it('stubs have keys made of their identifiers, and are read back', () => {
    for (const [kind, id, key] of [['arxiv', '2212.10560', 'arxiv2212.10560'], ['arxiv', 'hep-th/9711200', 'arxivhep-th-9711200'], ['doi', '10.1016/S0140-6736(23)00537-0', 'doi10.1016-S0140-6736-23-00537-0'], ['acl', '2023.acl-long.754', 'acl2023.acl-long.754'], ['openreview', '_x788rqbcj', 'openreview-_x788rqbcj']] as const) {
      const fields = newWork(stubOf({ kind, id }), filing, () => false);
      assert.equal(fields.id, key);
      assert.match(fields.id, citationKeyPattern);
      const { entries, problems } = readPapersNow(printPaper(fields), 'papers/x.yaml');
      assert.deepEqual([entries[0]?.fields, problems.filter(({ severity }) => severity === 'error')], [fields, []]);
    }
    assert.equal(stubKey({}), undefined);
    assert.deepEqual(stubOf({ kind: 'github', id: 'yizhongw/self-instruct' }), { type: 'software', title: 'self-instruct', unchecked: true, links: { code: 'https://github.com/yizhongw/self-instruct' } });
    assert.equal(newWork(stubOf({ kind: 'pubmed', id: '123456' }), filing, (key) => key === 'anonymous').links?.page, 'https://pubmed.ncbi.nlm.nih.gov/123456/');
  });
});

describe('the report of adding', () => {
  it('tells each item with its line, and why', async () => {
    const text = '2304.12244\n2406.20094\n9910.00001\nhttps://example.org/](x)\n10.1000/nobody\nhttps://doi.org/10.48550/arXiv.2304.12244v2\n9912.00001';
    const reading = readInput(text);
    const { resolve } = start(({ url }) => (url.includes('crossref') || url.includes('datacite') ? new HttpError('offline', 'no network') : undefined), catalogueOf([{ id: 'ge2024', arxiv: '2406.20094' }]));
    const candidates = await resolve(text);
    const done = candidates.map((candidate) => ({ candidate, ...(candidate.same[0] !== undefined ? { there: candidate.same[0].work.paper.id } : candidate.state === 'found' || candidate.state === 'unchecked' ? { added: stubKey(candidate.fields) } : {}) }));
    const report = reportOf(text, reading, done, true);
    assert.deepEqual(report.lines.map(({ outcome, line }) => [outcome, line]), [['added', 1], ['alreadyThere', 2], ['notFound', 3], ['notUnderstood', 4], ['couldNotCheck', 5], ['added', 7]]);
    assert.deepEqual(report.counts, { added: 2, alreadyThere: 1, couldNotCheck: 1, notFound: 1, notUnderstood: 1, left: 0 });
    const markdown = reportMarkdown(report);
    assert.match(markdown, /^# Adding papers\n\nIt was cancelled[^\n]*\n\n- Added: 2\n- Already there: 1\n- Could not check: 1\n/u);
    assert.match(markdown, /## Already there\n\n- Line 2: `ge2024` Scaling/u);
    assert.match(markdown, /- Line 4: https\\:\\\/\\\/example\\\.org\\\/\\\]\\\(x\\\) – No paper was recognised/u);
    assert.ok(!/\]\(command/u.test(markdown), 'what services say is text');
    assert.match(reportMarkdown(reportOf('', readInput(''), [])), /Nothing was found to add\./u);
  });
});
