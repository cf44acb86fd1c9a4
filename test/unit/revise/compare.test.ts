import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChoices, chosenFields, citedFields, compareRecords, completed, consistentChoices, mergePapers, publishedVersion, reviewMarkdown, suggestedChoices, type Choice, type Choices, type Field, type ReviseFields } from '../../../src/core/revise/index.js';
import type { PaperFields } from '../../../src/core/model/schema.js';
import { applySplices, editPapers, printPaper, readPapersNow } from '../../../src/core/yaml/index.js';
import { runs } from '../../support/runs.js';

const preprint: PaperFields = {
  id: 'wang2022selfinstruct', type: 'article', title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions', authors: ['Yizhong Wang', 'Yeganeh Kordi'], issued: '2022-12-20', arxiv: '2212.10560', 'arxiv-class': 'cs.CL',
  links: { code: 'https://github.com/yizhongw/self-instruct' }, categories: ['generation/single-model'], tags: ['instructions'], summary: 'Ours.', added: '2024-01-02',
};
const publication: ReviseFields = {
  type: 'paper-conference', title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions', authors: ['Yizhong Wang', 'Yeganeh Kordi'], issued: '2023', venue: 'ACL 2023', 'container-title': 'Proceedings of the 61st Annual Meeting', page: '13484-13508', doi: '10.18653/v1/2023.acl-long.754', arxiv: '2212.10560',
};
const one = (field: Field, mine: ReviseFields, theirs: ReviseFields) => compareRecords(mine, theirs).find((diff) => diff.field === field);

describe('two records side by side', () => {
  const same: readonly [Field, unknown, unknown, string?][] = [
    ['title', 'Self-Instruct: Aligning', 'SELF-INSTRUCT: aligning'],
    ['title', 'Über “Daten”', '{\\"U}ber "Daten"'],
    ['authors', ['A. Author', 'Bo Li'], ['Alice Author', 'Bo Li'], 'theirs'],
    ['authors', ['Alice Author'], [{ family: 'Author', given: 'A.' }], 'mine'],
    ['authors', ['Wang Yizhong'], ['Yizhong Wang']],
    ['issued', '2023', '2023-07-10', 'theirs'],
    ['issued', '2023-07-10', '2023-07', 'mine'],
    ['page', '13484-13508', '13484–13508'],
    ['page', '13484--13508', '13484 – 508'],
    ['page', '123–8', '123–128'],
    ['doi', '10.1145/ABC', '10.1145/abc'],
    ['isbn', '978-3-16-148410-0', '9783161484100'],
    ['volume', '012', '12'],
    ['edition', '2nd', '2'],
    ['tags', ['a', 'b'], ['b', 'a']],
    ['links', { pdf: 'https://x.org/a', page: 'https://x.org' }, { page: 'https://x.org', pdf: 'https://x.org/a' }],
    ['publisher', 'Springer-Verlag', 'Springer Verlag'],
    ['container-title', 'Proc. of Things', 'Proc of things'],
  ];
  for (const [field, a, b, finer] of same) {
    it(`${field}: ${JSON.stringify(a)} says what ${JSON.stringify(b)} says`, () => {
      const diff = one(field, { [field]: a }, { [field]: b });
      assert.equal(diff?.state, 'same');
      assert.equal(diff.finer, finer);
    });
  }
  const different: readonly [Field, unknown, unknown][] = [
    ['title', 'A thing', 'Another thing'], ['authors', ['Alice Author'], ['Bob Author']], ['authors', ['Alice Author'], ['Alice Author', 'Bo Li']], ['issued', '2023', '2024'], ['issued', '2023-07', '2023-08'], ['page', '1–9', '1–10'], ['doi', '10.1/a', '10.1/b'],
    ['volume', '12', '13'], ['issue', '3-4', '3'], ['tags', ['a'], ['a', 'b']], ['links', { page: 'https://x.org' }, { page: 'https://y.org' }], ['venue', 'ACL 2023', 'EMNLP 2023'], ['openreview', 'AbCdEfGh1', 'abcdefgh1'], ['type', 'article', 'book'],
  ];
  for (const [field, a, b] of different) it(`${field}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`, () => assert.equal(one(field, { [field]: a }, { [field]: b })?.state, 'differ'));

  it('tells what only one has, in the order in which papers are written', () => {
    const diffs = compareRecords({ title: 'T', summary: 'Mine' }, { title: 'T', abstract: 'Theirs', volume: '3' });
    assert.deepEqual(diffs.map(({ field, state }) => [field, state]), [['title', 'same'], ['volume', 'onlyTheirs'], ['summary', 'onlyMine'], ['abstract', 'onlyTheirs']]);
  });

  it('marks what is chosen together, where the two are different publications', () => {
    const together = compareRecords(preprint, publication).filter((diff) => diff.together).map(({ field }) => field);
    assert.deepEqual(together, ['type', 'issued', 'venue', 'container-title', 'page', 'doi']);
    assert.ok(compareRecords(publication, { ...publication, venue: 'ACL' }).every((diff) => diff.together !== true));
  });

  it('never mixes venue, year and DOI of two records', () => {
    for (const field of ['venue', 'issued', 'doi', 'page'] as const) {
      const after = chosenFields(preprint, publication, { [field]: 'theirs' });
      for (const cited of citedFields) assert.equal(after[cited], publication[cited], `${field}: ${cited}`);
      assert.equal(after.submitted, '2022-12-20', 'the day of posting is kept');
      assert.equal(after.summary, 'Ours.');
    }
    const back = chosenFields({ ...publication, id: 'x' }, preprint, { issued: 'theirs' });
    assert.deepEqual([back.venue, back.doi, back.issued, back.type], [undefined, undefined, '2022-12-20', 'article']);
  });

  it('changes single fields of one publication', () => {
    const after = chosenFields(publication, { ...publication, page: '1–2', venue: 'ACL 23' }, { page: 'theirs' });
    assert.deepEqual([after.page, after.venue], ['1–2', 'ACL 2023']);
  });

  it('proposes what a service adds, and the publication for a preprint', () => {
    const choices = suggestedChoices(preprint, publication, 'update');
    const after = chosenFields(preprint, publication, choices);
    assert.deepEqual([after.venue, after.issued, after.doi, after.summary, after.links], ['ACL 2023', '2023', publication.doi, 'Ours.', preprint.links]);
    const other = suggestedChoices({ ...publication, id: 'x' }, preprint, 'update');
    assert.equal(chosenFields({ ...publication, id: 'x' }, preprint, other).venue, 'ACL 2023', 'a preprint changes no publication');
  });

  it('writes only what changes, and takes the mark of what was not checked away', () => {
    const stub: PaperFields = { id: 'arxiv2212.10560', arxiv: '2212.10560', unchecked: true, type: 'article' };
    const changes = applyChoices(stub, preprint, suggestedChoices(stub, preprint, 'update'));
    const text = `# mine\n${printPaper(stub)}`;
    const after = applySplices(text, editPapers(text, changes));
    const fields = readPapersNow(after, 'papers/x.yaml').entries[0]?.fields;
    assert.equal(fields?.unchecked, undefined);
    assert.deepEqual([fields?.title, fields?.id], [preprint.title, 'arxiv2212.10560']);
    assert.ok(after.startsWith('# mine\n'));
    assert.deepEqual(applyChoices(preprint, preprint, suggestedChoices(preprint, preprint, 'update')), []);
  });

  it('completes a record without changing it, and without mixing', () => {
    const mine: ReviseFields = { type: 'paper-conference', title: 'Self-Instruct', issued: '2023', doi: '10.18653/v1/2023.acl-long.754' };
    assert.deepEqual(completed(mine, { ...publication, abstract: 'A' }), { ...publication, title: 'Self-Instruct', abstract: 'A' });
    const posted = completed(preprint, { ...publication, abstract: 'A' });
    assert.deepEqual([posted.abstract, posted.venue, posted.doi, posted.issued], ['A', undefined, undefined, '2022-12-20']);
  });
});

describe('merging two papers', () => {
  const second: PaperFields = { ...publication, id: 'wang2023self', categories: ['surveys', 'generation/single-model'], tags: ['acl'], links: { code: 'https://other.org', pdf: 'https://aclanthology.org/x.pdf' }, aliases: ['old'], lists: [{ list: 'l', section: 'S' }], status: 'read', starred: true, added: '2023-05', mood: 'fine' };

  it('keeps both keys and unites categories, tags, lists and links', () => {
    const { fields, keep, drop } = mergePapers(preprint, second);
    assert.equal(fields.id, preprint.id);
    assert.deepEqual(fields.aliases, ['wang2023self', 'old']);
    assert.deepEqual(fields.categories, ['generation/single-model', 'surveys']);
    assert.deepEqual(fields.tags, ['instructions', 'acl']);
    assert.deepEqual(fields.links, { pdf: 'https://aclanthology.org/x.pdf', code: 'https://github.com/yizhongw/self-instruct' });
    assert.deepEqual(fields.lists, [{ list: 'l', section: 'S' }]);
    assert.deepEqual([fields.status, fields.starred, fields.added, fields['mood']], ['read', true, '2023-05', 'fine']);
    assert.deepEqual([fields.venue, fields.issued, fields.doi, fields.submitted], ['ACL 2023', '2023', publication.doi, '2022-12-20']);
    const text = [printPaper(preprint), printPaper(second)].join('\n');
    const after = readPapersNow(applySplices(text, editPapers(text, [...keep, ...drop])), 'papers/x.yaml');
    assert.deepEqual(after.entries.map((entry) => entry.fields), [fields]);
  });

  it('does as chosen', () => {
    const { fields } = mergePapers(preprint, { ...second, summary: 'Theirs.' }, { summary: 'theirs', tags: 'mine', venue: 'mine', issued: 'mine', type: 'mine', doi: 'mine', page: 'mine', 'container-title': 'mine' });
    assert.deepEqual([fields.summary, fields.tags, fields.venue, fields.issued], ['Theirs.', ['instructions'], undefined, '2022-12-20']);
  });

  it('a paper that was checked makes the merged one checked', () => {
    assert.equal(mergePapers({ id: 'a', arxiv: '2212.10560', unchecked: true }, preprint).fields.unchecked, undefined);
    assert.equal(mergePapers({ id: 'a', unchecked: true }, { id: 'b', unchecked: true }).fields.unchecked, true);
  });

  const values: fc.Arbitrary<ReviseFields> = fc.record({
    type: fc.constantFrom('article', 'paper-conference', 'article-journal'), title: fc.constantFrom('One title', 'Another title'), issued: fc.constantFrom('2022', '2023-05', '2024'), venue: fc.constantFrom('ACL 2023', 'EMNLP 2024'), doi: fc.constantFrom('10.1000/a', '10.1000/b'),
    arxiv: fc.constantFrom('2212.10560'), submitted: fc.constantFrom('2022-12'), volume: fc.constantFrom('1', '2'), tags: fc.constantFrom(['a'], ['b', 'c']), abstract: fc.constantFrom('X', 'Y'), status: fc.constantFrom('unread', 'reading', 'read'),
  }, { requiredKeys: [] });
  const choice: fc.Arbitrary<Choices> = fc.dictionary(fc.constantFrom('type', 'title', 'issued', 'venue', 'doi', 'volume', 'tags', 'abstract'), fc.constantFrom<Choice[]>('mine', 'theirs', 'both'));

  it('no choice makes a citation of two records', () => {
    fc.assert(fc.property(values, values, choice, (mine, theirs, choices) => {
      const after = chosenFields(mine, theirs, choices);
      const from = (record: ReviseFields) => citedFields.every((field) => JSON.stringify(after[field]) === JSON.stringify(record[field]));
      const apart = compareRecords(mine, theirs).some((diff) => diff.together);
      if (apart) assert.ok(from(mine) || from(theirs), JSON.stringify(after));
      assert.deepEqual(consistentChoices(mine, theirs, consistentChoices(mine, theirs, choices)), consistentChoices(mine, theirs, choices));
    }), { numRuns: runs(500) });
  });

  it('merged changes make the file say what the merged paper says', () => {
    fc.assert(fc.property(values, values, (a, b) => {
      const [first, other]: PaperFields[] = [{ ...a, id: 'a' }, { ...b, id: 'b' }];
      if (first === undefined || other === undefined) return;
      const { fields, keep, drop } = mergePapers(first, other);
      const text = [printPaper(first), printPaper(other)].join('\n');
      const { entries } = readPapersNow(applySplices(text, editPapers(text, [...keep, ...drop])), 'papers/x.yaml');
      assert.equal(entries.length, 1);
      assert.deepEqual(entries[0]?.fields, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
      assert.ok(fields.aliases?.includes('b'));
    }), { numRuns: runs(200) });
  });
});

describe('finding the published version', () => {
  const journal = { ...publication, type: 'article-journal', arxiv: undefined } as const;

  it('by the DOI that the preprint names', () => {
    assert.deepEqual(pick(publishedVersion(preprint, [{ fields: journal }], { publishedAs: '10.18653/V1/2023.acl-long.754' })), ['identifier', publication.doi]);
  });
  it("by the DOI in arXiv's journal reference", () => {
    assert.deepEqual(pick(publishedVersion(preprint, [{ fields: journal }], { journalRef: 'Proc. ACL 2023, 10.18653/v1/2023.acl-long.754' })), ['identifier', publication.doi]);
  });
  it('by the preprint that the publication names, retitled or not', () => {
    assert.deepEqual(pick(publishedVersion(preprint, [{ fields: { ...publication, title: 'Aligning Language Models with Instructions of their Own', issued: '2026' } }])), ['identifier', publication.doi]);
  });
  it('by title, first author and year together', () => {
    assert.deepEqual(pick(publishedVersion(preprint, [{ fields: journal }])), ['title', publication.doi]);
  });
  const wrong: readonly [string, PaperFields, ReviseFields][] = [
    ['another title', preprint, { ...journal, title: 'Instructions for Aligning Models' }],
    ['another first author', preprint, { ...journal, authors: ['Yeganeh Kordi', 'Yizhong Wang'] }],
    ['an initial is not enough', preprint, { ...journal, authors: ['Y. Wang'] }],
    ['two years later', preprint, { ...journal, issued: '2024' }],
    ['no year', preprint, { ...journal, issued: undefined }],
    ['another preprint', preprint, { ...journal, type: 'article', doi: '10.1101/1', venue: undefined }],
    ['a paper that is published already', { ...preprint, type: 'paper-conference' }, publication],
    ['part II', { ...preprint, title: 'Labels and their Makers: Part I' }, { ...journal, title: 'Labels and their Makers: Part II' }],
  ];
  for (const [what, mine, theirs] of wrong) it(`not: ${what}`, () => assert.equal(publishedVersion(mine, [{ fields: theirs }]), undefined));
  it('not: a DOI that belongs to another work', () => {
    assert.equal(publishedVersion(preprint, [{ fields: { ...journal, title: 'On Drosophila', authors: ['Eve Fox'] } }], { publishedAs: '10.18653/v1/2023.acl-long.754' }), undefined);
  });
  it('not: one of two publications', () => {
    assert.equal(publishedVersion(preprint, [{ fields: journal }, { fields: { ...journal, doi: '10.1000/other' } }]), undefined);
    assert.deepEqual(pick(publishedVersion(preprint, [{ fields: { ...journal, doi: '10.1000/other' } }, { fields: publication }])), ['identifier', publication.doi]);
  });

  function pick(version: ReturnType<typeof publishedVersion>): unknown {
    return version && [version.why, version.fields.doi];
  }
});

describe('a review of changes', () => {
  it('shows what would change, and nothing else, as text', () => {
    const hostile = { ...publication, venue: '](command:x) | <b>' };
    const text = reviewMarkdown('Published versions', [
      { key: preprint.id, title: preprint.title ?? '', diffs: compareRecords(preprint, hostile), choices: suggestedChoices(preprint, hostile, 'update'), reason: 'The record names the preprint.' },
      { key: 'same', title: 'T', diffs: compareRecords(preprint, preprint), choices: {} },
    ]);
    assert.match(text, /^# Published versions\n\n## Self\\-Instruct/u);
    assert.match(text, /\| issued \| 2022\\-12\\-20 \| 2023 \|/u);
    assert.match(text, /\| venue \| – \| \\\]\\\(command\\:x\\\) \\\| \\<b\\> \|/u);
    assert.ok(!/\| (?:title|summary|arxiv) \|/u.test(text));
    assert.match(text, /1 paper stays as it is\.\n$/u);
  });
});
