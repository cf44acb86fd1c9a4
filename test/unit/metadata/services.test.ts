import assert from 'node:assert/strict';
import { askAcl, aclOfDoi, aclVenue } from '../../../src/core/metadata/acl.js';
import { serviceNames, type Answer, type Found, type Service } from '../../../src/core/metadata/answer.js';
import { arxivKey, arxivRequest, readArxiv, saysWithdrawn } from '../../../src/core/metadata/arxiv.js';
import { Host, type Asker } from '../../../src/core/metadata/asker.js';
import { AtomError, readAtom } from '../../../src/core/metadata/atom.js';
import { Canceller } from '../../../src/core/metadata/cancel.js';
import { askAgency, askCrossref } from '../../../src/core/metadata/crossref.js';
import { arxivOfDoi, askDataCite } from '../../../src/core/metadata/datacite.js';
import { decodeEntities, withoutMarkup } from '../../../src/core/metadata/markup.js';
import { unmixed } from '../../../src/core/metadata/mixed.js';
import { askOpenAlex } from '../../../src/core/metadata/openalex.js';
import { readRetryAfter, showDuration } from '../../../src/core/metadata/retry-after.js';
import { askSemanticScholar } from '../../../src/core/metadata/semantic-scholar.js';
import { checkBase, defaultBases } from '../../../src/core/metadata/services.js';
import { HttpError } from '../../../src/core/ports.js';
import { fakeWorld, retryAfter, status, usual, type FakeHttp, type FakeTime } from './fakes.js';

type Asking = (asker: Asker) => Promise<Answer>;

function host(service: Service, answer?: Parameters<typeof fakeWorld>[0]): { run: (asking: Asking) => Promise<Answer>; time: FakeTime; http: FakeHttp; host: Host } {
  const { world, time, http } = fakeWorld(answer);
  const one = new Host(service, 250, world);
  return { run: (asking) => time.until(asking(one.for(new Canceller().signal))), time, http, host: one };
}
const crossref = (doi: string): Asking => (asker) => askCrossref(asker, defaultBases.crossref, doi);
function must(answer: Answer): Found {
  assert.ok(answer.kind === 'found', JSON.stringify(answer));
  return answer;
}
const arxivRecord = (id: string): Found => {
  const feed = readArxiv(usual(new URL(arxivRequest(defaultBases.arxiv, [id]).url)).body);
  assert.ok(feed.kind === 'records');
  const found = feed.found.get(id);
  assert.ok(found);
  return found;
};

describe('metadata: arXiv\'s feeds', () => {
  it('reads every field of an entry, on one line, with its source', () => {
    const { metadata, sources } = arxivRecord('2212.10560');
    assert.deepEqual(metadata.fields, {
      type: 'article',
      title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions',
      authors: ['Yizhong Wang', 'Yeganeh Kordi', 'Swaroop Mishra', 'Alisa Liu', 'Noah A. Smith', 'Daniel Khashabi', 'Hannaneh Hajishirzi'],
      issued: '2022-12-20',
      submitted: '2022-12-20',
      arxiv: '2212.10560',
      'arxiv-class': 'cs.CL',
      abstract: 'Large "instruction-tuned" language models have shown impressive zero-shot results on new tasks.',
    });
    assert.deepEqual(metadata.facts, { arxivVersion: 2, updated: '2023-05-25', comment: 'ACL 2023 camera ready, 23 pages, 9 figures, 11 tables', publishedAs: '10.18653/v1/2023.acl-long.754' });
    assert.deepEqual(Object.keys(sources).sort(), [...Object.keys(metadata.fields), ...Object.keys(metadata.facts)].sort());
    assert.deepEqual(sources.title, { service: 'arxiv', record: '2212.10560' });
  });

  it('reads identifiers of the old style, journal references and withdrawals', () => {
    assert.equal(arxivRecord('hep-th/9711200').metadata.facts.journalRef, 'Adv.Theor.Math.Phys.2:231-252,1998');
    assert.equal(arxivRecord('math/0309136').metadata.fields['arxiv-class'], 'math.GT');
    assert.equal(arxivRecord('9912.00007').metadata.facts.withdrawn, true);
    assert.equal(arxivRecord('2406.20094').metadata.facts.withdrawn, undefined);
  });

  it('turns hostile records into plain lines and loses no letter of them', () => {
    assert.equal(arxivRecord('9912.00001').metadata.fields.title, 'Trust me](command:workbench.action.quit) [and ![me](https://evil.example/x.png)');
    assert.equal(arxivRecord('9912.00002').metadata.fields.title, '<img src=x onerror="alert(1)"> and <script>alert(2)</script> & friends');
    assert.equal(arxivRecord('9912.00004').metadata.fields.title, 'Right to left override and isolates and zero width');
    assert.equal(arxivRecord('9912.00005').metadata.fields.title, 'Title broken over many # lines ---');
    assert.deepEqual(arxivRecord('9912.00005').metadata.fields.authors, ['Line Break', { literal: 'ATLAS Collaboration' }, { family: 'Smith', given: 'John', suffix: 'Jr.' }, 'Ludwig van Beethoven', 'Åsa Öberg']);
    assert.equal(arxivRecord('9912.00006').metadata.fields.authors?.length, 10_000);
  });

  it('reads titles as authors type them, a group with its colon, and the DOI among what they wrote', () => {
    const read = (title: string, more = '') => {
      const feed = readArxiv(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><entry><id>http://arxiv.org/abs/2211.05100v4</id><title>${title}</title>${more}</entry></feed>`);
      const record = feed.kind === 'records' ? feed.found.get('2211.05100') : undefined;
      assert.ok(record);
      return record.metadata;
    };
    const titles = [
      ['Schr\\"odinger and P{\\\'o}lya: \\emph{two} views of {BERT}, 50\\% off', 'Schrödinger and Pólya: two views of BERT, 50% off'],
      ['$\\tau$-bench, R$^2$AG and {BERT}', '$\\tau$-bench, R$^2$AG and BERT'],
      ['H&lt;sub&gt;2&lt;/sub&gt;O &amp;amp; a &lt; b -- c~d', 'H2O & a < b -- c~d'],
      ['100% of a_b costs $5 or $10', '100% of a_b costs $5 or $10'],
    ] as const;
    for (const [written, plain] of titles) assert.equal(read(written).fields.title, plain);
    assert.deepEqual(read('BLOOM', ['BigScience Workshop', ':', 'Teven Le Scao'].map((name) => `<author><name>${name}</name></author>`).join('')).fields.authors, [{ literal: 'BigScience Workshop' }, 'Teven Le Scao']);
    const dois = [
      ['10.1145/3292500.3330701, 10.1145/3292500.3330702', '10.1145/3292500.3330701'],
      ['https://doi.org/10.1145/3292500.3330701.', '10.1145/3292500.3330701'],
      ['10.1145/3292500.3330701;10.1145/3292500.3330702', '10.1145/3292500.3330701'],
      ['10.48550/arXiv.2211.05100', undefined],
      ['', undefined],
    ] as const;
    for (const [written, expected] of dois) assert.equal(read('BLOOM', `<arxiv:doi>${written}</arxiv:doi>`).facts.publishedAs, expected);
  });

  it('tells an error feed, an entry without title, a feed that does not hold all it counts', () => {
    const feed = (entries: string, total = 1) => `<feed xmlns="http://www.w3.org/2005/Atom"><o:totalResults xmlns:o="http://a9.com/-/spec/opensearch/1.1/">${total}</o:totalResults>${entries}</feed>`;
    assert.deepEqual(readArxiv(feed('<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_12</id><title>Error</title><summary>incorrect id format for 12</summary></entry>')), { kind: 'error', ids: ['12'], message: 'incorrect id format for 12' });
    const partial = readArxiv(feed('<entry><id>http://arxiv.org/abs/2212.10560v1</id></entry><entry><title>No id</title></entry>'));
    assert.ok(partial.kind === 'records' && partial.found.size === 0 && !partial.complete);
    const paper = readArxiv(feed('<entry><id>http://arxiv.org/abs/2212.10560v1</id><title>Error</title></entry>'));
    assert.ok(paper.kind === 'records' && paper.found.size === 1 && paper.complete, 'a paper may be called Error');
  });

  it('refuses what is not a complete feed, and every document type', () => {
    const feed = usual(new URL(arxivRequest(defaultBases.arxiv, ['2212.10560']).url)).body;
    for (const text of ['', 'Rate exceeded.', '<html><body>busy</body></html>', feed.slice(0, -10), feed.replace('Self-Instruct', '&undefined;'), feed.replace('<feed', '<!DOCTYPE feed><feed'), feed.replace('Self-Instruct', '\u0001'), '<a>'.repeat(50), `<feed xmlns="http://www.w3.org/2005/Atom">${'<a>'.repeat(100_000)}`]) {
      assert.throws(() => readAtom(text), AtomError, text.slice(0, 60));
      assert.equal(readArxiv(text).kind, 'couldNotCheck');
    }
  });

  it('knows the forms of an identifier', () => {
    const forms = { '2212.10560': '2212.10560', 'arXiv:2212.10560v3': '2212.10560', 'math.GT/0309136': 'math/0309136', 'hep-th/9901001v2': 'hep-th/9901001', '0704.0001': '0704.0001' };
    for (const [written, key] of Object.entries(forms)) assert.equal(arxivKey(written), key);
    for (const wrong of ['', '2213.10560', '2212.1056', '2212.10560&max_results=2000', 'a,b', '../x']) assert.equal(arxivKey(wrong), undefined);
  });

  it('takes a withdrawal for one, and nothing else', () => {
    for (const comment of ['This paper has been withdrawn by the author', 'Withdrawn', 'withdrawn due to an error in Theorem 1', 'The manuscript is withdrawn; see v2', 'arXiv admin note: this version has been withdrawn', 'Paper was withdrawn']) assert.ok(saysWithdrawn(comment, ''), comment);
    for (const summary of ['This paper has been withdrawn by the authors because of a crucial error.', 'Withdrawn.']) assert.ok(saysWithdrawn('', summary), summary);
    for (const comment of ['12 pages', 'Withdrawn from ICLR 2024', 'accepted at CHI']) assert.ok(!saysWithdrawn(comment, ''), comment);
    for (const summary of ['We model how money is withdrawn from accounts.', 'Troops were withdrawn in 1999; we study why.', `${'Long text. '.repeat(80)}The paper was withdrawn.`]) assert.ok(!saysWithdrawn('', summary), summary);
  });
});

describe('metadata: the other services', () => {
  it('Crossref: a paper of a conference, with everything a citation needs', async () => {
    const { metadata, sources } = must(await host('crossref').run(crossref('10.18653/v1/2023.acl-long.754')));
    assert.deepEqual(metadata.fields, {
      type: 'paper-conference',
      title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions',
      authors: ['Yizhong Wang', 'Yeganeh Kordi', 'Swaroop Mishra', 'Alisa Liu', 'Noah A. Smith', 'Daniel Khashabi', 'Hannaneh Hajishirzi'],
      issued: '2023',
      venue: 'ACL 2023',
      'container-title': 'Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)',
      page: '13484–13508',
      publisher: 'Association for Computational Linguistics',
      'publisher-place': 'Stroudsburg, PA, USA',
      doi: '10.18653/v1/2023.acl-long.754',
      acl: '2023.acl-long.754',
    });
    assert.ok(Object.values(sources).every((source) => source.service === 'crossref' && source.record === '10.18653/v1/2023.acl-long.754'));
  });

  it('Crossref: JATS, subtitles, acronyms, organisations, preprints both ways, retractions', async () => {
    const pnas = must(await host('crossref').run(crossref('10.1073/pnas.2305016120'))).metadata.fields;
    assert.equal(pnas.abstract, 'Many NLP applications require manual text annotations & more. Second paragraph.');
    assert.deepEqual([pnas.type, pnas.issued, pnas.volume, pnas.issue, pnas.arxiv], ['article-journal', '2023-07-18', '120', '30', '2303.15056']);
    const star = must(await host('crossref').run(crossref('10.52202/068431-1126'))).metadata.fields;
    assert.deepEqual([star.title, star.venue], ['STaR: Bootstrapping Reasoning With Reasoning', 'NeurIPS 2022']);
    const preprint = must(await host('crossref').run(crossref('10.1101/2099.12.01.000001'))).metadata;
    assert.deepEqual([preprint.fields.type, preprint.fields.authors, preprint.facts.publishedAs], ['article', ['Ada Example', { literal: 'The Example Consortium' }], '10.5555/another']);
    const other = must(await host('crossref').run(crossref('10.5555/another'))).metadata.fields;
    assert.deepEqual([other.title, other.authors], ['Quite another work on Drosophila & x < y', [{ family: 'Else', given: 'Zoe', suffix: 'Jr.' }]]);
    assert.equal(must(await host('crossref').run(crossref('10.5555/retracted'))).metadata.facts.retracted, true);
  });

  it('Crossref: hostile and half-empty records give plain text and no invalid field', async () => {
    const { fields } = must(await host('crossref').run(crossref('10.5555/hostile'))).metadata;
    assert.deepEqual(fields, { type: 'article-journal', title: '](command:workbench.action.quit) <img src=x onerror=alert(1)> `x` | y', authors: ['<script> ](command:x)'], venue: 'A B', 'container-title': 'A B', volume: '12', page: '1', doi: '10.5555/hostile', isbn: '9781234567897' });
  });

  it('Crossref: DOIs of any shape reach it whole, letters of either case', async () => {
    const lancet = host('crossref');
    must(await lancet.run(crossref('10.1016/S0140-6736(23)00537-0')));
    assert.equal(lancet.http.sent[0]?.url, 'https://api.crossref.org/works/10.1016/S0140-6736(23)00537-0');
    const odd = host('crossref');
    await odd.run(crossref('10.1/a?b#c/../d e'));
    assert.equal(odd.http.sent[0]?.url, 'https://api.crossref.org/works/10.1/a%3Fb%23c/../d%20e');
  });

  it('Crossref: which agency has a DOI', async () => {
    const ask = (doi: string) => {
      const one = host('crossref');
      return one.time.until(askAgency(one.host.for(new Canceller().signal), defaultBases.crossref, doi));
    };
    assert.deepEqual(await ask('10.11501/99'), { kind: 'agency', id: 'jalc', label: 'JaLC' });
    assert.equal((await ask('10.5555/nothing')).kind, 'notFound');
  });

  it('DataCite: arXiv\'s own DOI is the preprint, a data set is itself', async () => {
    const self = must(await host('datacite').run((asker) => askDataCite(asker, defaultBases.datacite, '10.48550/arXiv.2212.10560'))).metadata;
    assert.deepEqual([self.fields.type, self.fields.issued, self.fields.submitted, self.fields.arxiv, self.fields['arxiv-class'], self.fields.doi, self.fields.publisher], ['article', '2022-12-20', '2022-12-20', '2212.10560', 'cs.CL', undefined, undefined]);
    assert.deepEqual(self.facts, { arxivVersion: 2, publishedAs: '10.18653/v1/2023.acl-long.754' });
    const data = must(await host('datacite').run((asker) => askDataCite(asker, defaultBases.datacite, '10.5281/zenodo.99'))).metadata.fields;
    assert.deepEqual(data, { type: 'dataset', title: 'A data set of examples', authors: ['Ada Example', { literal: 'Example Labs' }, 'José García'], issued: '2098-03-04', version: '1.2.0', publisher: 'Zenodo', doi: '10.5281/zenodo.99', language: 'en' });
    assert.equal((await host('datacite').run((asker) => askDataCite(asker, defaultBases.datacite, '10.5281/none'))).kind, 'notFound');
    assert.deepEqual(['10.48550/arXiv.2212.10560v2', '10.48550/arxiv.math.GT/0309136', '10.5281/x', '10.48550/arXiv.x'].map(arxivOfDoi), ['2212.10560', 'math/0309136', undefined, undefined]);
  });

  it('the ACL Anthology: its BibTeX, accents and months included', async () => {
    const ask = (id: string) => host('acl').run((asker) => askAcl(asker, defaultBases.acl, id));
    const { fields } = must(await ask('2023.acl-long.754')).metadata;
    assert.deepEqual([fields.issued, fields.venue, fields.page, fields.doi, fields['publisher-place'], fields.editors?.length, fields.authors?.[4]], ['2023-07', 'ACL 2023', '13484–13508', '10.18653/v1/2023.acl-long.754', 'Toronto, Canada', 3, 'Noah A. Smith']);
    assert.equal(fields.abstract, 'Large “instruction-tuned” language models.');
    const accents = must(await ask('P99-1001')).metadata.fields;
    assert.equal(accents.title, 'BERT and naïve Bézier Škola – 100% of & more');
    assert.deepEqual(accents.authors, ['José García', 'Jörg Müller', 'Ada van der Berg']);
    assert.equal(accents.issued, '1999-06');
    assert.equal((await ask('2023.acl-long.99999')).kind, 'notFound');
    assert.deepEqual(['10.18653/v1/2023.acl-long.754', '10.3115/v1/P14-1001', '10.18653/v1/p19-1001', '10.5555/x'].map(aclOfDoi), ['2023.acl-long.754', 'P14-1001', 'P19-1001', undefined]);
    assert.deepEqual(['2021.findings-emnlp.192', '2024.naacl-long.185', 'P19-1001'].map(aclVenue), ['Findings of EMNLP 2021', 'NAACL 2024', undefined]);
  });

  it('OpenAlex and Semantic Scholar: with the key, and without the mixture of two versions', async () => {
    const open = host('openalex');
    const alex = must(await open.run((asker) => askOpenAlex(asker, defaultBases.openalex, 'doi:10.48550/arXiv.2212.10560', 'my key'))).metadata.fields;
    assert.equal(open.http.sent[0]?.url, 'https://api.openalex.org/works/doi:10.48550/arXiv.2212.10560?api_key=my%20key');
    assert.deepEqual([alex.type, alex.issued, alex.arxiv, alex['container-title'], alex.doi, alex.page], ['article', '2022-12-20', '2212.10560', undefined, undefined, undefined]);
    assert.equal(alex.abstract, 'Large language models');
    const journal = must(await host('openalex').run((asker) => askOpenAlex(asker, defaultBases.openalex, 'doi:10.1073/pnas.2305016120', 'k'))).metadata.fields;
    assert.deepEqual([journal.type, journal.doi, journal.volume], ['article-journal', '10.1073/pnas.2305016120', '120']);
    const scholar = host('semanticScholar');
    const paper = must(await scholar.run((asker) => askSemanticScholar(asker, defaultBases.semanticScholar, 'ARXIV:2212.10560', 'secret'))).metadata.fields;
    assert.equal(scholar.http.sent[0]?.headers['x-api-key'], 'secret');
    assert.deepEqual([paper['container-title'], paper.doi, paper.issued, paper.acl], [undefined, undefined, '2022-12-20', '2023.acl-long.754']);
    assert.equal(unmixed({ arxiv: '2212.10560', issued: '2023-07', doi: '10.1/x', venue: 'ACL 2023' }).doi, '10.1/x');
    assert.equal(unmixed({ arxiv: '2212.10560', issued: '2023', doi: '10.1/x' }).doi, '10.1/x');
    assert.equal(unmixed({ arxiv: '2212.10560', issued: '2022', doi: '10.1/x' }).doi, undefined);
  });

  it('every failure says why, and absence is none of them', async () => {
    const cases: [ReturnType<NonNullable<Parameters<typeof fakeWorld>[0]>>, string][] = [
      [status(404), 'notFound'],
      [{ status: 404, type: 'text/html', body: '<!doctype html><title>Log in to the hotel</title>' }, 'badAnswer'],
      [{ status: 200, type: 'text/html', body: '<html>' }, 'badAnswer'],
      [{ status: 200, type: 'application/json', body: '{"message":{"DOI":"10.1073/pn' }, 'badAnswer'],
      [{ status: 200, type: 'application/json', body: '{"message":{"DOI":"10.5555/quite-another"}}' }, 'badAnswer'],
      [{ status: 200, type: 'application/json', body: '[]' }, 'badAnswer'],
      [status(304), 'badAnswer'],
      [status(400), 'refused'],
      [status(403), 'refused'],
      [status(500), 'serviceDown'],
      [status(503), 'serviceDown'],
      [status(429), 'rateLimited'],
      [retryAfter(503, '7'), 'rateLimited'],
      [new HttpError('offline', ''), 'offline'],
      [new HttpError('timeout', ''), 'timeout'],
      [new HttpError('broken', ''), 'serviceDown'],
      [new HttpError('tooLarge', ''), 'badAnswer'],
      [new HttpError('refused', 'its certificate is not trusted.'), 'refused'],
    ];
    for (const [answer, expected] of cases) {
      const said = await host('crossref', () => answer).run(crossref('10.1073/pnas.2305016120'));
      assert.equal(said.kind === 'couldNotCheck' ? said.reason : said.kind, expected, JSON.stringify(answer));
      assert.ok(said.kind !== 'found' && /^[A-Z].*[.]$/u.test(said.message), JSON.stringify(said));
    }
  });

  it('are asked one at a time, spaced, and left alone during a pause', async () => {
    const { host: one, time, http } = host('crossref', (_request, count) => (count === 3 ? retryAfter(429, '30') : undefined));
    const asker = one.for(new Canceller().signal);
    const ask = () => askCrossref(asker, defaultBases.crossref, '10.5555/another');
    const answers = await time.until(Promise.all([ask(), ask(), ask(), ask()]));
    assert.deepEqual(answers.map((answer) => answer.kind), ['found', 'found', 'couldNotCheck', 'couldNotCheck']);
    assert.equal(http.sent.length, 3);
    assert.equal(http.most, 1);
    assert.ok((http.sent[1]?.at ?? 0) - (http.sent[0]?.end ?? 0) >= 250);
    assert.ok(answers[3].kind === 'couldNotCheck' && answers[3].retryAt === (http.sent[2]?.end ?? 0) + time.wall() - time.now() + 30_000);
    await time.advance(31_000);
    assert.equal((await time.until(ask())).kind, 'found');
  });

  it('a cancelled request is not sent, or ended', async () => {
    const { host: one, time, http } = host('crossref');
    const [first, second] = [new Canceller(), new Canceller()];
    const answers = [first, second].map((call) => askCrossref(one.for(call.signal), defaultBases.crossref, '10.5555/another'));
    await time.advance(50);
    first.cancel();
    second.cancel();
    assert.deepEqual((await time.until(Promise.all(answers))).map((answer) => answer.kind === 'couldNotCheck' && answer.reason), ['cancelled', 'cancelled']);
    assert.equal(http.sent.length, 1);
  });
});

describe('metadata: small readers', () => {
  const now = Date.UTC(2026, 0, 1);

  it('Retry-After: seconds, dates, and what cannot be meant', () => {
    assert.deepEqual(readRetryAfter('120', now), { delay: 120_000 });
    assert.deepEqual(readRetryAfter(new Date(now + 5000).toUTCString(), now), { delay: 5000 });
    assert.deepEqual(readRetryAfter('Thu, 01 Jan 1970 00:00:00 GMT', now), { delay: 0 });
    assert.deepEqual(readRetryAfter('54000', now), { delay: 3_600_000, asked: 54_000_000 });
    assert.equal(readRetryAfter('9'.repeat(400), now)?.delay, 3_600_000);
    for (const senseless of [undefined, '', 'soon', '-5', '1e9', 'Foo, 99 Bar 2026', `Mon, ${'x'.repeat(100)}2026`]) assert.equal(readRetryAfter(senseless, now), undefined, senseless);
    assert.deepEqual([1000, 90_000, 900_000, 54_000_000, 1e12].map(showDuration), ['1 second', '90 seconds', '15 minutes', '15 hours', '11574 days']);
  });

  it('markup: known elements go, everything else stays; entities once; linear', () => {
    assert.equal(withoutMarkup('a<sub>2</sub> <jats:p>b</jats:p>&lt;i&gt; a <b, c> d <img onerror=x> 1 < 2 > 0'), 'a2  b <i> a <b, c> d <img onerror=x> 1 < 2 > 0');
    assert.equal(decodeEntities('&amp;lt; &#x41;&#66; &#0; &#xD800; &nope; &eacute'), '&lt; AB &#0; &#xD800; &nope; &eacute');
    const began = performance.now();
    withoutMarkup('<'.repeat(2_000_000));
    withoutMarkup('<i '.repeat(700_000));
    withoutMarkup('<tex-math>'.repeat(200_000));
    assert.ok(performance.now() - began < 1500);
  });

  it('base addresses: https, or this machine', () => {
    assert.deepEqual(checkBase(' https://mirror.example/arxiv/ '), { base: 'https://mirror.example/arxiv' });
    assert.deepEqual(checkBase('http://127.0.0.1:8080/arxiv'), { base: 'http://127.0.0.1:8080/arxiv' });
    for (const wrong of ['http://example.org', 'ftp://x', 'javascript:alert(1)', 'https://u:p@host', 'http://127.0.0.1.evil.example', 'https://x?y', '']) assert.ok('problem' in checkBase(wrong), wrong);
    assert.deepEqual(Object.keys(defaultBases), Object.keys(serviceNames));
  });
});
