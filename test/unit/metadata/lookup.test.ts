import assert from 'node:assert/strict';
import type { Answer, Found, MetadataFields } from '../../../src/core/metadata/answer.js';
import { AnswerCache } from '../../../src/core/metadata/cache.js';
import { Canceller } from '../../../src/core/metadata/cancel.js';
import { LocalLease } from '../../../src/core/metadata/lease.js';
import { LookUp, type Settings } from '../../../src/core/metadata/lookup.js';
import { canBePublicationOf, merge } from '../../../src/core/metadata/merge.js';
import { found } from '../../../src/core/metadata/record.js';
import { HttpError } from '../../../src/core/ports.js';
import { FakeStore, fakeWorld, retryAfter, status } from './fakes.js';

function start(down: (host: string) => ReturnType<NonNullable<Parameters<typeof fakeWorld>[0]>> = () => undefined, settings: Settings = {}, store = new FakeStore()) {
  const failing = { down };
  const { world, time, http, log } = fakeWorld((request) => failing.down(new URL(request.url).hostname));
  const lookup = new LookUp(world, store, new LocalLease(), settings);
  const hosts = () => http.sent.map((sent) => new URL(sent.url).hostname);
  return { lookup, time, http, log, store, hosts, failing };
}
/** A disk that takes its time. */
class SlowStore extends FakeStore {
  sleep: (ms: number) => Promise<void> = () => Promise.resolve();
  override readonly set = async (key: string, value: string): Promise<void> => {
    await this.sleep(5000);
    this.values.set(key, value);
  };
}
const arxiv = (id: string) => ({ kind: 'arxiv', id });
const doi = (id: string) => ({ kind: 'doi', id });
const offline = (...names: string[]) => (host: string) => (names.length === 0 || names.includes(host) ? new HttpError('offline', '') : undefined);
function must(answer: Answer): Found {
  assert.ok(answer.kind === 'found', JSON.stringify(answer));
  return answer;
}
const why = (answer: Answer) => (answer.kind === 'couldNotCheck' ? `${answer.service} ${answer.reason}` : answer.kind);

describe('metadata: looking an identifier up', () => {
  it('joins arXiv and the published record without mixing them, each field with its source', async () => {
    const { lookup, time, hosts } = start();
    const { metadata, sources } = must(await time.until(lookup.lookUp(arxiv('2212.10560'))));
    const { fields, facts } = metadata;
    assert.deepEqual([fields.type, fields.venue, fields.issued, fields.submitted, fields.doi, fields.arxiv, fields['arxiv-class']], ['paper-conference', 'ACL 2023', '2023', '2022-12-20', '10.18653/v1/2023.acl-long.754', '2212.10560', 'cs.CL']);
    for (const field of ['type', 'title', 'authors', 'issued', 'venue', 'container-title', 'doi', 'page'] as const) assert.equal(sources[field]?.service, 'crossref', field);
    for (const field of ['arxiv', 'arxiv-class', 'submitted', 'abstract', 'arxivVersion', 'comment'] as const) assert.equal(sources[field]?.service, 'arxiv', field);
    assert.deepEqual([facts.arxivVersion, facts.publishedAs], [2, undefined]);
    assert.deepEqual(hosts(), ['export.arxiv.org', 'api.crossref.org']);
  });

  it('has kept what it tells, so that another window need not ask', async () => {
    const store = new SlowStore();
    const { lookup, time } = start(undefined, {}, store);
    store.sleep = (ms) => time.sleep(ms);
    must(await time.until(lookup.lookUp(arxiv('2402.13064'))));
    assert.ok([...store.values.keys()].some((key) => key.includes('2402.13064')), [...store.values.keys()].join());
  });

  it('takes the authors and the title of the version it cites', async () => {
    const { lookup, time } = start();
    const { fields } = must(await time.until(lookup.lookUp(arxiv('2004.03329')))).metadata;
    assert.deepEqual([fields.title, fields.authors?.[0], fields.issued, fields.venue], ['MedDialog: Large-scale Medical Dialogue Datasets', 'Guangtao Zeng', '2020', 'EMNLP 2020']);
  });

  it('leaves a preprint a preprint: first posting as its date, no DOI of a version it has not read', async () => {
    const { lookup, time } = start();
    const { fields, facts } = must(await time.until(lookup.lookUp(arxiv('2402.13064')))).metadata;
    assert.deepEqual([fields.type, fields.issued, fields.submitted, fields.venue, facts.journalRef], ['article', '2024-02-20', undefined, undefined, 'Transactions on Machine Learning Research, 2025']);
    const down = start(offline('api.crossref.org', 'aclanthology.org'));
    const answer = must(await down.time.until(down.lookup.lookUp(arxiv('2212.10560'))));
    assert.deepEqual([answer.metadata.fields.doi, answer.metadata.fields.issued, answer.metadata.facts.publishedAs], [undefined, '2022-12-20', '10.18653/v1/2023.acl-long.754']);
    assert.deepEqual(answer.incomplete?.map((one) => `${one.service} ${one.reason}`), ['crossref offline']);
  });

  it('does not believe a record that names the DOI of another work', async () => {
    const { lookup, time } = start();
    const { fields, facts } = must(await time.until(lookup.lookUp(arxiv('9912.00008')))).metadata;
    assert.deepEqual([fields.title, fields.doi, fields.venue, facts.publishedAs], ['A paper whose record names the DOI of another', undefined, undefined, '10.5555/another']);
  });

  it('arXiv\'s own DOI is the arXiv paper', async () => {
    const { lookup, time, hosts } = start();
    assert.equal(must(await time.until(lookup.lookUp(doi('10.48550/arXiv.2406.20094')))).metadata.fields.arxiv, '2406.20094');
    assert.deepEqual(hosts(), ['export.arxiv.org']);
  });

  it('asks DataCite when arXiv cannot be asked, and does not take its silence for an answer', async () => {
    const { lookup, time } = start(offline('export.arxiv.org'));
    const answer = must(await time.until(lookup.lookUp(arxiv('2212.10560'))));
    assert.deepEqual([answer.sources.submitted?.service, answer.sources.venue?.service, answer.metadata.facts.arxivVersion], ['datacite', 'crossref', 2]);
    assert.equal(why(await time.until(lookup.lookUp(arxiv('2406.20094')))), 'arxiv offline');
  });

  it('says not found of an arXiv id, and asks nobody else', async () => {
    const { lookup, time, hosts } = start();
    assert.equal((await time.until(lookup.lookUp(arxiv('9910.00001')))).kind, 'notFound');
    assert.deepEqual(hosts(), ['export.arxiv.org', 'export.arxiv.org']);
  });

  it('DOI: Crossref, DataCite, and not found only when no agency has it', async () => {
    const { lookup, time } = start();
    const ask = (id: string) => time.until(lookup.lookUp(doi(id)));
    assert.equal(must(await ask('10.5281/zenodo.99')).sources.title?.service, 'datacite');
    assert.equal((await ask('10.5555/nothing')).kind, 'notFound');
    const jalc = await ask('10.11501/99');
    assert.equal(why(jalc), 'crossref refused');
    assert.match(jalc.kind === 'couldNotCheck' ? jalc.message : '', /JaLC/u);
  });

  it('DOI: another service helps when Crossref is down; "DataCite has no such DOI" does not mean that there is none', async () => {
    const { lookup, time } = start((host) => (host === 'api.crossref.org' ? status(500) : undefined));
    const ask = (id: string) => time.until(lookup.lookUp(doi(id)));
    assert.equal(must(await ask('10.18653/v1/2023.acl-long.754')).sources.title?.service, 'acl');
    assert.equal(must(await ask('10.5281/zenodo.99')).sources.title?.service, 'datacite');
    assert.equal(why(await ask('10.5555/nothing')), 'crossref serviceDown');
  });

  it('ACL: the Anthology, else Crossref', async () => {
    const up = start();
    assert.equal(must(await up.time.until(up.lookup.lookUp({ kind: 'acl', id: '2023.acl-long.754' }))).metadata.fields.issued, '2023-07');
    const down = start(offline('aclanthology.org'));
    assert.equal(must(await down.time.until(down.lookup.lookUp({ kind: 'acl', id: '2023.acl-long.754' }))).sources.title?.service, 'crossref');
  });

  it('asks Semantic Scholar and OpenAlex only with a key of the user\'s, and only when others fail', async () => {
    const keyless = start(offline('export.arxiv.org', 'api.datacite.org'));
    assert.equal(why(await keyless.time.until(keyless.lookup.lookUp(arxiv('2212.10560')))), 'arxiv offline');
    assert.ok(!keyless.hosts().some((host) => /semanticscholar|openalex/u.test(host)));
    const keys = { keys: () => Promise.resolve({ semanticScholar: 's', openalex: 'o' }) };
    const scholar = start(offline('export.arxiv.org', 'api.datacite.org'), keys);
    assert.equal(must(await scholar.time.until(scholar.lookup.lookUp(arxiv('2212.10560')))).sources.title?.service, 'semanticScholar');
    const alex = start(offline('export.arxiv.org', 'api.datacite.org', 'api.semanticscholar.org'), keys);
    assert.equal(must(await alex.time.until(alex.lookup.lookUp(arxiv('2212.10560')))).sources.title?.service, 'openalex');
    const pubmed = start(undefined, keys);
    assert.equal(must(await pubmed.time.until(pubmed.lookup.lookUp({ kind: 'pubmed', id: '1234567' }))).metadata.fields.title, 'A paper of PubMed');
    assert.equal(why(await pubmed.time.until(pubmed.lookup.lookUp({ kind: 'openreview', id: 'CfXh93NDgH' }))), 'semanticScholar refused');
    const fine = start(undefined, keys);
    await fine.time.until(fine.lookup.lookUp(arxiv('2212.10560')));
    assert.deepEqual(fine.hosts(), ['export.arxiv.org', 'api.crossref.org']);
    assert.ok(!alex.log.lines.some((line) => line.includes('2212')), 'the log names no paper');
  });

  it('patience: could not check after so long, the late answer is kept for the next time', async () => {
    const { lookup, time, http } = start();
    http.takes = 8000;
    const began = time.now();
    const answer = await time.until(lookup.lookUp(arxiv('2406.20094'), { patience: 5000 }));
    assert.deepEqual([why(answer), time.now() - began], ['arxiv timeout', 5000]);
    await time.advance(10_000);
    assert.equal((await time.until(lookup.lookUp(arxiv('2406.20094'), { patience: 5000 }))).kind, 'found');
    assert.equal(http.sent.length, 1);
  });

  it('patience: holds behind a long queue of others, too', async () => {
    const { lookup, time, http } = start();
    http.takes = 10_000;
    const others = Array.from({ length: 12 }, (_, at) => lookup.lookUp(doi(`10.1000/other.${at}`)));
    const began = time.now();
    const answer = await time.until(lookup.lookUp(doi('10.1073/pnas.2305016120'), { patience: 5000 }));
    assert.equal(why(answer), 'crossref timeout');
    assert.equal(time.now() - began, 5000);
    await time.until(Promise.all(others));
    assert.ok(!http.sent.some(({ url }) => url.includes('pnas')), 'nothing is sent for who has gone');
  });

  it('patience: a preprint whose publication takes too long is told as what it is', async () => {
    const { lookup, time, http } = start();
    http.takes = 3000;
    const answer = must(await time.until(lookup.lookUp(arxiv('2212.10560'), { patience: 5000 })));
    assert.deepEqual([answer.metadata.fields.type, answer.incomplete?.map((one) => one.reason)], ['article', ['timeout']]);
  });

  it('a cancelled look-up sends nothing further', async () => {
    const { lookup, time, http } = start();
    const call = new Canceller();
    const answer = lookup.lookUp(arxiv('2212.10560'), { signal: call.signal });
    await time.advance(80);
    call.cancel();
    assert.equal(why(await time.until(answer)), 'arxiv cancelled');
    await time.advance(60_000);
    assert.equal(http.sent.length, 1, 'no look-up of the published version follows');
    const before = new Canceller();
    before.cancel();
    assert.equal(why(await time.until(lookup.lookUp(arxiv('2304.12244'), { signal: before.signal }))), 'arxiv cancelled');
    assert.equal(http.sent.length, 1);
  });
});

describe('metadata: what is kept', () => {
  const day = 86_400_000;

  it('is fresh for a day, and asked for again after', async () => {
    const { lookup, time, http } = start();
    const ask = () => time.until(lookup.lookUp(arxiv('2406.20094')));
    await ask();
    await time.advance(day - 10_000);
    assert.equal(must(await ask()).stale, undefined);
    assert.equal(http.sent.length, 1);
    await time.advance(20_000);
    await ask();
    assert.equal(http.sent.length, 2);
  });

  it('is served old, and marked so, when the service cannot be asked', async () => {
    const { lookup, time, failing } = start();
    const ask = () => time.until(lookup.lookUp(arxiv('2406.20094')));
    const at = time.wall();
    await ask();
    await time.advance(30 * day);
    for (const [fault, reason] of [[new HttpError('offline', ''), 'offline'], [status(500), 'serviceDown'], [retryAfter(429, '5'), 'rateLimited']] as const) {
      failing.down = () => fault;
      const answer = must(await ask());
      assert.equal(answer.stale?.because.reason, reason);
      assert.ok(answer.stale.since >= at && answer.stale.since < at + 1000);
      assert.equal(answer.metadata.fields.arxiv, '2406.20094');
      await time.advance(700_000);
    }
  });

  it('is served without network when that is asked for', async () => {
    const { lookup, time, http } = start();
    assert.equal(why(await time.until(lookup.lookUp(arxiv('2406.20094'), { network: false }))), 'arxiv refused');
    assert.equal(http.sent.length, 0);
    await time.until(lookup.lookUp(arxiv('2406.20094')));
    assert.equal((await time.until(lookup.lookUp(arxiv('2406.20094'), { network: false }))).kind, 'found');
    assert.equal(http.sent.length, 1);
  });

  it('not found lasts an hour, failures are never kept, Retry asks at once', async () => {
    const { lookup, time, http, failing } = start();
    const ask = (refresh = false) => time.until(lookup.lookUp(arxiv('9910.00001'), { refresh }));
    await ask();
    await ask();
    assert.equal(http.sent.length, 2);
    await ask(true);
    assert.equal(http.sent.length, 4);
    await time.advance(3_700_000);
    failing.down = offline();
    assert.equal(why(await ask()), 'arxiv offline', 'an old "not found" is not served');
    failing.down = () => undefined;
    assert.equal((await ask()).kind, 'notFound');
  });

  it('counts as absent when it is corrupt, foreign, of another shape, or from the future', async () => {
    const { time } = fakeWorld();
    const store = new FakeStore();
    const cache = new AnswerCache(store, time);
    const answer = found('arxiv', '2212.10560', { title: 'T', arxiv: '2212.10560' }, { arxivVersion: 2 });
    await cache.write('arxiv', '2212.10560', answer);
    const [[key, good] = ['', '']] = [...store.values];
    assert.deepEqual((await cache.read('arxiv', '2212.10560'))?.answer, answer);
    const spoilt = [good.slice(0, 40), '', 'null', '[]', good.replace('"found"', '"maybe"'), good.replace('"T"', '7'), good.replace('arxiv/2212', 'arxiv/2213'), good.replace('"service":"arxiv"', '"service":"evil"'), good.replace('"arxiv":"2212.10560"', '"arxiv":"<script>"')];
    for (const text of spoilt) {
      store.values.set(key, text);
      assert.equal(await cache.read('arxiv', '2212.10560'), undefined, text);
    }
    store.values.set(key, good.replace(/"at":\d+/u, `"at":${time.wall() + 10 * day}`));
    assert.equal((await cache.read('arxiv', '2212.10560'))?.fresh, false);
  });
});

describe('metadata: merging', () => {
  const record = (fields: MetadataFields, service: 'arxiv' | 'crossref' | 'acl' = 'crossref') => found(service, 'r', fields);

  it('never takes type, date, venue or DOI from a second record, whatever the first lacks', () => {
    const cited = record({ title: 'A', authors: ['Ada Example'], doi: '10.1000/a' });
    const other = record({ title: 'B', authors: ['B C'], type: 'book', issued: '2020', venue: 'V 2020', 'container-title': 'C', doi: '10.1000/b', volume: '3', page: '1–2', publisher: 'P', abstract: 'Text', arxiv: '2212.10560' }, 'arxiv');
    assert.deepEqual(merge(cited, [other]).metadata.fields, { title: 'A', authors: ['Ada Example'], doi: '10.1000/a', abstract: 'Text', arxiv: '2212.10560' });
  });

  it('fills pages and volume from another record of the same DOI only, and still no date or venue', () => {
    const cited = record({ title: 'A', doi: '10.1000/A', issued: '2023' });
    const other = record({ title: 'A', doi: '10.1000/a', issued: '2022', venue: 'X 2022', volume: '3', page: '1–2', publisher: 'P' }, 'acl');
    const merged = merge(cited, [other]);
    assert.deepEqual(merged.metadata.fields, { title: 'A', doi: '10.1000/A', issued: '2023', volume: '3', page: '1–2', publisher: 'P' });
    assert.equal(merged.sources.page?.service, 'acl');
  });

  it('tells a publication from a work of the same name', () => {
    const preprint: MetadataFields = { title: 'Deep Learning', authors: ['Yann LeCun', 'Geoffrey Hinton'], issued: '2015-05' };
    assert.ok(canBePublicationOf(preprint, { title: 'Deep learning.', authors: ['LeCun, Yann'], issued: '2016' }));
    assert.ok(!canBePublicationOf(preprint, { title: 'Deep Learning', authors: ['Ian Goodfellow'], issued: '2016' }), 'no author in common');
    assert.ok(!canBePublicationOf(preprint, { title: 'Convolutional networks for images', authors: ['Yann LeCun'], issued: '2016' }), 'no word in common');
    assert.ok(!canBePublicationOf(preprint, { title: 'Deep Learning', authors: ['Yann LeCun'], issued: '1998' }), 'long before');
    assert.ok(canBePublicationOf({ title: 'WizardLM: Empowering Large Language Models to Follow Complex Instructions', authors: ['Can Xu'] }, { title: 'WizardLM: Empowering Large Pre-Trained Language Models to Follow Complex Instructions', authors: ['Can Xu'] }));
  });
});
