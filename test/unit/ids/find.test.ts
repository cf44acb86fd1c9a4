import assert from 'node:assert/strict';
import { findMentions, idKinds, identityKey, identityKeys, linkTo, mentionAt, readIdentifier, type Mention } from '../../../src/core/ids/index.js';
import { aclPattern, arxivPattern, doiPattern, openreviewPattern } from '../../../src/core/model/schema.js';
import { identifiers } from '../../../src/core/model/identity.js';
import { negatives } from './negative.js';
import { positives } from './positive.js';

const shown = (text: string, { kind, id, version, start, end, form }: Mention) => ({ kind, id, ...(version === undefined ? {} : { version }), exact: text.slice(start, end), form });

describe('identifiers in a text', () => {
  it('are a corpus large enough, of every kind', () => {
    assert.ok(positives.length >= 80 && negatives.length >= 60, `${positives.length} and ${negatives.length}`);
    for (const kind of idKinds) assert.ok(positives.some((one) => one.kind === kind), kind);
  });

  for (const { text, ...expected } of positives) {
    it(`are found: ${JSON.stringify(text)}`, () => assert.deepEqual(findMentions(text).map((one) => shown(text, one)), [expected]));
  }

  for (const [text, reason] of negatives) {
    it(`are not: ${JSON.stringify(text.slice(0, 80))} (${reason})`, () => assert.deepEqual(findMentions(text), []));
  }

  it('are found apart where a list joined two links', () => {
    for (const joint of ['%20(', '%5Cn', ' ', ')(', ',', ';', '|', '\\n', '']) {
      const text = `https://arxiv.org/abs/2212.10560${joint}https://arxiv.org/pdf/2304.12244v2`;
      assert.deepEqual(findMentions(text).map(({ id }) => id), ['2212.10560', '2304.12244'], joint);
    }
    assert.deepEqual(findMentions('10.1145/1234567;10.1145/7654321, doi:10.1145/3333333').map(({ id }) => id), ['10.1145/1234567', '10.1145/7654321', '10.1145/3333333']);
  });

  it('are all found in an entry of each kind of file', () => {
    const bib = '@misc{a,\n  eprint={2212.10560},\n  archivePrefix={arXiv},\n  journal={arXiv preprint arXiv:2212.10560},\n  doi={10.18653/v1/2023.acl-long.754},\n  url={https://aclanthology.org/2023.acl-long.754},\n}';
    assert.deepEqual(findMentions(bib).map((one) => `${one.form} ${identityKey(one)}`), ['field arxiv:2212.10560', 'bare arxiv:2212.10560', 'bare doi:10.18653/v1/2023.acl-long.754', 'link acl:2023.acl-long.754']);
    const json = '{"ArXiv": "2212.10560", "DOI": "10.1145/3704435", "CorpusId": 254877310, "PubMed": "31978945", "PubMedCentral": "7095418", "ACL": "P19-1001"}';
    assert.deepEqual(findMentions(json).map(identityKey), ['arxiv:2212.10560', 'doi:10.1145/3704435', 'semantic-scholar:CorpusID:254877310', 'pubmed:31978945', 'pubmed:PMC7095418', 'acl:p19-1001']);
  });
});

describe('the mention at a place', () => {
  const text = `see (https://arxiv.org/abs/2212.10560), ${'x '.repeat(3000)}doi:10.1145/3704435`;

  it('is the one under the offset, or right before it', () => {
    assert.equal(mentionAt(text, 4), undefined);
    assert.equal(mentionAt(text, 5)?.id, '2212.10560');
    assert.equal(mentionAt(text, 37)?.id, '2212.10560');
    assert.equal(mentionAt(text, 38), undefined);
    assert.deepEqual(mentionAt(text, text.length), findMentions(text)[1]);
    assert.equal(mentionAt(text, text.length + 10), undefined);
    assert.equal(mentionAt('', 0), undefined);
  });

  it('costs no more in a long line than in a short one', () => {
    const line = 'https://arxiv.org/abs/2212.10560 '.repeat(150_000);
    for (let turn = 0; turn < 100; turn++) assert.equal(mentionAt(line, line.length - 10)?.id, '2212.10560');
  });
});

describe('a text that is one identifier', () => {
  it('is read whatever people copy along', () => {
    for (const text of ['2212.10560', ' 2212.10560v2\n', '"2212.10560"', '<https://arxiv.org/abs/2212.10560>', 'https://arxiv.org/abs/2212.10560?context=cs#S1', 'https://arxiv.org/pdf/2212.10560.pdf&embed', 'arXiv:2212.10560 [cs.CL]', 'arXiv:2212.10560.', String.raw`\url{https://arxiv.org/abs/2212.10560}`, '(arXiv:2212.10560)', 'arxiv: 2212.10560', 'https://arxiv.org/abs/2212.10560/']) {
      assert.equal(readIdentifier(text)?.id, '2212.10560', text);
    }
    assert.equal(readIdentifier('doi: 10.1145/3704435')?.id, '10.1145/3704435');
    assert.equal(readIdentifier('math/0309136')?.id, 'math/0309136');
    assert.equal(readIdentifier('p19-1001')?.id, 'P19-1001');
    assert.equal(readIdentifier('10.1016/S0140-6736(23)00537-0')?.id, '10.1016/S0140-6736(23)00537-0');
    assert.deepEqual(readIdentifier(' 2212.10560v2'), { kind: 'arxiv', id: '2212.10560', version: 2, form: 'bare', start: 1, end: 13 });
  });

  it('is refused when it holds more, less, or another kind', () => {
    for (const text of ['', 'self-instruct', 'see arXiv:2212.10560', 'arXiv:2212.10560 and more', 'arXiv:2212.10560 arXiv:2304.12244', '31978945', 'TPtXLihkny', `arXiv:2212.10560${' '.repeat(3000)}`]) assert.equal(readIdentifier(text), undefined, text);
    assert.equal(readIdentifier('2212.10560', 'doi'), undefined);
    assert.equal(readIdentifier('https://arxiv.org/abs/2212.10560', 'doi'), undefined);
    assert.equal(readIdentifier('31978945', 'pubmed')?.id, '31978945');
    assert.equal(readIdentifier('TPtXLihkny', 'openreview')?.id, 'TPtXLihkny');
  });
});

describe('the normal form', () => {
  it('has a link that says the same, and does not change when read again', () => {
    for (const { kind, id } of positives) {
      const link = linkTo(kind, id);
      assert.match(link, /^https:\/\/[^\s<>"{}|\\^`]+$/, link);
      assert.deepEqual([readIdentifier(link)?.kind, readIdentifier(link)?.id], [kind, id], link);
      assert.equal(readIdentifier(id, kind)?.id, id, `${kind} ${id}`);
    }
    assert.equal(linkTo('arxiv', 'hep-th/9901001'), 'https://arxiv.org/abs/hep-th/9901001');
    assert.equal(linkTo('doi', '10.1000/a?b#\ud800c'), 'https://doi.org/10.1000/a%3Fb%23c');
    assert.equal(linkTo('neurips', '2020/639a9a172c044fbb64175b5fad42e9a5'), 'https://proceedings.neurips.cc/paper_files/paper/2020/hash/639a9a172c044fbb64175b5fad42e9a5-Abstract.html');
  });

  it('is one that the catalogue accepts', () => {
    const patterns = { arxiv: arxivPattern, doi: doiPattern, acl: aclPattern, openreview: openreviewPattern };
    for (const [kind, pattern] of Object.entries(patterns)) for (const one of positives.filter((row) => row.kind === kind)) assert.match(one.id, pattern);
  });

  it('has the keys of the catalogue', () => {
    const fields = { id: 'x', arxiv: '2212.10560', doi: '10.1016/S0140-6736(23)00537-0', acl: 'P19-1001', openreview: 'TPtXLihkny' };
    const keys = (['arxiv', 'doi', 'acl', 'openreview'] as const).map((kind) => identityKey({ kind, id: fields[kind] }));
    assert.deepEqual(keys, identifiers(fields));
    assert.deepEqual(identityKeys({ kind: 'doi', id: '10.18653/v1/P19-1001' }), identifiers({ id: 'x', doi: '10.18653/v1/P19-1001' }));
    assert.deepEqual(identityKeys({ kind: 'github', id: 'a/b' }), ['github:a/b']);
  });
});
