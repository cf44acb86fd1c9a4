import assert from 'node:assert/strict';
import { toPaper } from '../../../src/core/model/paper.js';
import { beginMarker, findRegions, readWritten, updateInSteps, type Publishable, type Updated, type WrittenOptions } from '../../../src/core/publish/index.js';

const catalogue: Publishable = {
  categories: [{ id: 'a', title: 'Usage' }, { id: 'b', title: 'Trees', children: [{ id: 'b/c', title: 'Oaks' }] }],
  lists: [{ id: 'mine', title: 'Mine', sections: [{ title: 'Top', sections: [{ title: 'Below' }] }] }],
  papers: [
    toPaper({ id: 'one', title: 'First Tree', arxiv: '2301.00001', categories: ['a', 'b/c'], issued: '2023', lists: [{ list: 'mine', section: 'Top > Below' }] }),
    toPaper({ id: 'two', title: 'Second Tree', arxiv: '2302.00002', categories: ['b'], issued: '2024' }),
  ],
};

function update(text: string, given: WrittenOptions = {}): Updated {
  const steps = updateInSteps(text, catalogue, given);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const fault = (text: string) => {
  try {
    update(text);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return assert.fail('it is refused');
};

describe('lists between markers', () => {
  const begin = '<!-- litshelf:begin -->';
  const end = '<!-- litshelf:end -->';

  it('are written, all else stays, and twice is no change', () => {
    const { text, papers, sections, regions } = update(`# Mine\n\nWords.\n\n${begin}\nold\n${end}\n\nMore.`);
    assert.equal(text, `# Mine\n\nWords.\n\n${begin}\n\n## Usage\n\n- [First Tree](https://arxiv.org/abs/2301.00001) - Arxiv 2023.\n\n## Trees\n\n- [Second Tree](https://arxiv.org/abs/2302.00002) - Arxiv 2024.\n\n${end}\n\nMore.`);
    assert.deepEqual([papers, sections, regions], [2, 2, 1]);
    assert.equal(update(text).text, text);
  });

  for (const [name, before] of [
    ['CR LF', `a\r\n${begin}\r\n${end}\r\nb\r\n`], ['a byte order mark', `\ufeff${begin}\n${end}\n`], ['no line break at the end', `x\n${begin}\n${end}`], ['mixed line ends', `a\r\nb\n${begin}\r\n${end}\nc\r`],
    ['blanks before and behind', `  ${begin}  \n\t${end} \n`], ['several lists', `${begin}\n${end}\nwords\n<!-- litshelf:begin shape=table group=none -->\n${end}\n`], ['markers in code', `\`\`\`md\n${begin}\n\`\`\`\n\`${begin}\`\n${begin}\n${end}\n`],
  ] as const) {
    it(`leave the rest byte for byte: ${name}`, () => {
      const { text } = update(before);
      const regions = findRegions(text);
      const old = findRegions(before);
      const outside = (of: string, from: typeof regions) => from.map(({ start }, at) => of.slice(from[at - 1]?.end ?? 0, start)).join('') + of.slice(from.at(-1)?.end);
      assert.equal(outside(text, regions), outside(before, old));
      assert.equal(update(text).text, text);
      for (const { start, end: stop, eol } of regions) assert.equal(text.slice(start, stop).split(eol).join('').match(/[\r\n]/u), null);
    });
  }

  it('take their options from the marker line, which go before others', () => {
    const line = '<!-- litshelf:begin shape=table list=mine section="Top > Below" contents=no -->';
    const { text } = update(`${line}\n${end}\n`, { shape: 'bullets', counts: 'yes' });
    assert.equal(text, `${line}\n\n1 paper\n\n| Title | Venue | Date |\n| --- | --- | --- |\n| [First Tree](https://arxiv.org/abs/2301.00001) | arXiv | 2023 |\n\n${end}\n`);
  });

  it('know the headings above them for the anchors of their contents', () => {
    const { text } = update(`# Mine\n\n## Usage\n\n<!-- litshelf:begin contents=yes counts=yes repeat=yes -->\n${end}\n`);
    assert.match(text, /- \[Usage\]\(#usage-1\) \(1\)\n- \[Trees\]\(#trees\) \(2\)\n {2}- \[Oaks\]\(#oaks\) \(1\)\n/u);
  });

  it('are refused with line and remedy when markers are damaged', () => {
    assert.match(fault('# Mine\n'), /^There are no markers in it\. Put "<!-- litshelf:begin -->" and/u);
    assert.match(fault(`a\n${begin}\nb\n`), /^The list that line 2 begins has lost its end\. Put "<!-- litshelf:end -->" on a line/u);
    assert.match(fault(`a\n${end}\n`), /^Line 2 ends a list that nothing begins\. Put/u);
    assert.match(fault(`${begin}\n${begin}\n${end}\n`), /^Line 2 begins a list inside the one that line 1 begins\. Close/u);
    for (const broken of ['<!-- litshelf:begin ->', '<!--litshelf:start-->', 'words <!-- litshelf:begin -->', '<!-- litshelf:end', '<!-- litshelf:begin --> <!-- litshelf:end -->']) assert.match(fault(`x\n${broken}\n${end}\n`), /^Line 2 holds a marker that is damaged or not alone on its line/u, broken);
    assert.match(fault(`x\n<!-- litshelf:begin shap=table -->\n${end}\n`), /^Line 2: There is no option "shap": did you mean shape\?/u);
    assert.match(fault(`<!-- litshelf:begin shape=tabel -->\n${end}\n`), /^Line 1: shape=tabel is unknown: did you mean table\? It can be bullets, /u);
    assert.match(fault(`<!-- litshelf:begin shape -->\n${end}\n`), /^Line 1: "shape" is no option: write name=value/u);
    assert.match(fault(`<!-- litshelf:begin list=min -->\n${end}\n`), /^Line 1: catalog\.yaml has no list "min": did you mean mine\?/u);
    assert.match(fault(`<!-- litshelf:begin list=mine section=Topp -->\n${end}\n`), /^Line 1: The list mine has no section "Topp": did you mean "Top"\?/u);
    assert.match(fault(`<!-- litshelf:begin category=bc -->\n${end}\n`), /^Line 1: There is no category "bc"/u);
    assert.match(fault(`<!-- litshelf:begin filter="yaer:2023" -->\n${end}\n`), /^Line 1: The filter is not understood at character/u);
    assert.match(fault(`<!-- litshelf:begin template="- {titel}" -->\n${end}\n`), /^Line 1: The template names \{titel\} at character 3, which is unknown: did you mean \{title\}\?/u);
  });

  it('have markers that say their options again', () => {
    const options: WrittenOptions = { shape: 'template', template: '- "{title}"\n  \\ {url}', filter: 'a b' };
    assert.deepEqual(findRegions(`${beginMarker(options)}\n${end}`)[0]?.options, options);
    assert.deepEqual(readWritten(' shape=dated  section="A > B" '), { shape: 'dated', section: 'A > B' });
    assert.throws(() => beginMarker({ template: 'a --> b' }), /cannot hold "-->"/u);
    assert.throws(() => readWritten('shape=a shape=b'), /given twice/u);
  });
});
