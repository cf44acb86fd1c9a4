/** Searching for titles: at arXiv in its queue, at Crossref slowly, ranked and joined. */
import assert from 'node:assert/strict';
import { LocalLease, LookUp } from '../../../src/core/metadata/index.js';
import { Canceller } from '../../../src/core/metadata/cancel.js';
import { rankHits, searchText, searchWords } from '../../../src/core/metadata/title-search.js';
import { found } from '../../../src/core/metadata/record.js';
import { HttpError } from '../../../src/core/ports.js';
import { fakeWorld, FakeStore, retryAfter, status } from './fakes.js';

const title = 'Self-Instruct: Aligning Language Models with Self-Generated Instructions';

function start(answer?: Parameters<typeof fakeWorld>[0], store = new FakeStore()) {
  const { world, time, http, log } = fakeWorld(answer);
  const lookup = new LookUp(world, store, new LocalLease());
  return { lookup, time, http, log, store };
}
const isArxiv = (url: string) => url.includes('arxiv');

describe('title search', () => {
  it('finds a work at both services and joins preprint and publication to one', async () => {
    const { lookup, time, http } = start();
    const { hits, incomplete } = await time.until(lookup.searchTitle({ title }));
    const [first] = hits;
    assert.equal(first?.likeness, 1);
    const { fields } = first.answer.metadata;
    assert.equal(fields.doi, '10.18653/v1/2023.acl-long.754');
    assert.equal(fields.arxiv, '2212.10560');
    assert.equal(fields.issued, '2023');
    assert.equal(fields.type, 'paper-conference');
    assert.equal(hits.filter(({ likeness }) => likeness === 1).length, 1);
    assert.deepEqual(incomplete, []);
    assert.equal(http.sent.length, 2);
  });

  for (const [what, asked] of [['typed in lower case', 'self instruct aligning language models with self generated instructions'], ['with TeX and typographic marks', '{Self-Instruct}: Aligning Language Models with Self‑Generated Instructions.'], ['a whole reference', 'Wang, Y., Kordi, Y. et al. (2023). Self-Instruct: Aligning Language Models with Self-Generated Instructions. ACL.']] as const) {
    it(`finds it ${what}`, async () => {
      const { lookup, time } = start();
      const { hits } = await time.until(lookup.searchTitle({ title: asked }));
      assert.equal(hits[0]?.answer.metadata.fields.doi, '10.18653/v1/2023.acl-long.754');
      assert.ok(hits[0].likeness >= 0.9);
    });
  }

  it('asks nothing twice: searches are kept, and the records of arXiv answer look-ups', async () => {
    const { lookup, time, http, store } = start();
    await time.until(lookup.searchTitle({ title: 'Scaling Synthetic Data Creation with 1,000,000,000 Personas' }));
    const { length } = http.sent;
    await time.until(lookup.searchTitle({ title: 'scaling synthetic data creation with 1,000,000,000 personas' }));
    assert.equal((await time.until(lookup.lookUp({ kind: 'arxiv', id: '2406.20094' }))).kind, 'found');
    assert.equal(http.sent.length, length);
    assert.ok([...store.values.keys()].some((key) => key.includes('/search ')));
    await time.advance(25 * 3_600_000);
    await time.until(lookup.searchTitle({ title: 'Scaling Synthetic Data Creation with 1,000,000,000 Personas' }));
    assert.equal(http.sent.length, length + 2, 'asked again after a day');
  });

  it('keeps the distance that the services ask for, ids and searches in one queue', async () => {
    const { lookup, time, http } = start();
    await time.until(Promise.all([
      lookup.lookUp({ kind: 'arxiv', id: '9911.00001' }), lookup.searchTitle({ title: 'ChatGPT Outperforms Crowd-Workers' }), lookup.searchTitle({ title: 'Scaling Synthetic Data Creation' }), lookup.lookUp({ kind: 'arxiv', id: '9911.00002' }),
    ]));
    const arxiv = http.sent.filter(({ url }) => isArxiv(url));
    assert.equal(arxiv.length, 3, 'the ids together, each search alone');
    arxiv.slice(1).forEach((request, at) => assert.ok(request.at - (arxiv[at]?.end ?? Infinity) >= 3000));
    const crossref = http.sent.filter(({ url }) => url.includes('query.bibliographic'));
    assert.equal(crossref.length, 2);
    assert.ok((crossref[1]?.at ?? 0) - (crossref[0]?.end ?? Infinity) >= 1000);
  });

  it('says which service could not be asked, and tells what the other has', async () => {
    const { lookup, time } = start(({ url }) => (isArxiv(url) ? new HttpError('offline', 'no network') : undefined));
    const { hits, incomplete } = await time.until(lookup.searchTitle({ title }));
    assert.equal(hits[0]?.answer.metadata.fields.doi, '10.18653/v1/2023.acl-long.754');
    assert.deepEqual(incomplete.map(({ service, reason }) => [service, reason]), [['arxiv', 'offline']]);
  });

  it('survives every kind of failure', async () => {
    for (const failure of [status(400), status(500), status(200, '<!doctype html>'), status(200, '{}'), status(200, '{"message":{"items":7}}'), retryAfter(429, '99999999'), new HttpError('timeout', 'late'), new HttpError('tooLarge', 'too much')]) {
      const { lookup, time } = start(() => failure);
      const { hits, incomplete } = await time.until(lookup.searchTitle({ title }, { patience: 20_000 }));
      assert.deepEqual(hits, []);
      assert.equal(incomplete.length, 2, JSON.stringify(failure));
    }
  });

  it('stops when called off, and keeps quiet without the network', async () => {
    const canceller = new Canceller();
    const { lookup, time, http } = start();
    const searching = lookup.searchTitle({ title }, { signal: canceller.signal });
    canceller.cancel();
    const { hits, incomplete } = await time.until(searching);
    assert.deepEqual([hits.length, incomplete.map(({ reason }) => reason)], [0, ['cancelled', 'cancelled']]);
    await time.until(lookup.searchTitle({ title }, { network: false }));
    assert.ok(http.sent.length <= 1);
  });

  it('finds the record that names a preprint', async () => {
    const { lookup, time, http } = start();
    const hits = await time.until(lookup.publicationsOf('2303.15056'));
    assert.ok(hits.kind === 'hits');
    assert.deepEqual(hits.hits.map(({ metadata }) => metadata.fields.doi), ['10.1073/pnas.2305016120']);
    await time.until(lookup.publicationsOf('2303.15056v2'));
    assert.equal(http.sent.length, 1);
    const none = await time.until(lookup.publicationsOf('2406.20094'));
    assert.ok(none.kind === 'hits' && none.hits.length === 0);
  });

  it('chooses words that say something', () => {
    assert.deepEqual(searchWords('How to do it: the Use of $\\alpha$-Divergence & “Self-Instruct”'), ['alpha', 'divergence', 'self', 'instruct']);
    assert.deepEqual(searchWords('???'), []);
    assert.equal(searchText({ title: ' A\n title ', authors: ['Yizhong Wang'], issued: '2023-07' }), 'A title wang 2023');
  });

  it('ranks by title, then by first author and year', () => {
    const record = (name: string, authors: string[], issued: string) => found('crossref', name, { title: 'Deep Learning', authors, issued, doi: `10.1000/${name}`, type: 'article-journal' });
    const hits = rankHits({ title: 'deep learning', authors: ['I. Goodfellow'], issued: '2016' }, [record('a', ['Yann LeCun'], '2015'), record('b', ['Ian Goodfellow', 'Yoshua Bengio'], '2016'), found('crossref', 'c', { title: 'Shallow Parsing of Trees', doi: '10.1000/c' })]);
    assert.deepEqual(hits.map(({ answer }) => answer.metadata.fields.doi), ['10.1000/b', '10.1000/a']);
  });

  it('does not join works that differ', () => {
    const one = found('arxiv', '1', { type: 'article', title: 'A Survey of Data', authors: ['Ann Lee', 'Bo Li'], issued: '2020', arxiv: '2001.00001' });
    const other = found('crossref', '2', { type: 'article-journal', title: 'A Survey of Data', authors: ['Cy Ng', 'Di Oz'], issued: '2020', doi: '10.1000/x' });
    const hits = rankHits({ title: 'A survey of data' }, [one, other]);
    assert.equal(hits.length, 2);
    assert.ok(hits.every(({ answer: { metadata } }) => metadata.fields.arxiv === undefined || metadata.fields.doi === undefined));
  });
});
