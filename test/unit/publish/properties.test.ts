import fc from 'fast-check';
import { publish, readOptions, shapeIds, wholeFile, type WrittenOptions } from '../../../src/core/publish/index.js';
import { runs } from '../../support/runs.js';
import { papers } from './papers.js';
import { assertKept, said, saidBy } from './round-trip.js';

const lists = [{ id: 'mine', title: 'Mine', sections: [{ title: 'Surveys' }, { title: 'Methods', sections: [{ title: 'Roots & _Shoots_' }] }, { title: 'C#', sections: [{ title: '[Tools]' }] }] }];

describe('papers that are published and read back', function () {
  this.timeout(240_000);

  for (const shape of shapeIds.filter((id) => id !== 'template')) {
    it(`lose nothing: ${shape}`, () => {
      const extras: fc.Arbitrary<WrittenOptions> = fc.record({ contents: fc.constant('yes'), counts: fc.constant('yes'), badges: fc.constantFrom('yes', 'no'), bibtex: fc.constantFrom('link', 'block', 'none') }, { requiredKeys: [] });
      fc.assert(
        fc.property(papers, extras, (made, extra) => {
          const published = wholeFile({ title: 'Mine' }, publish({ categories: [], lists, papers: made }, readOptions({ shape, list: 'mine', ...extra })));
          const before = made.flatMap((paper) => paper.lists.map(({ section = '' }) => said(paper.fields, section)));
          assertKept(before, saidBy(published), published);
        }),
        { numRuns: runs(60) },
      );
    });
  }
});
