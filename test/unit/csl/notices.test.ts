import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const notices = readFileSync('THIRD-PARTY-NOTICES.md', 'utf8');
const bundles = readdirSync('dist').filter((name) => name.endsWith('.js'));

describe('the licences of others', () => {
  it('are named for everything that ships, in its version', () => {
    for (const [name, version] of Object.entries(dependencies)) {
      assert.ok(notices.includes(name.replace('@citation-js/', '')), name);
      assert.ok(notices.includes(version), `${name} ${version}`);
    }
    const { version } = JSON.parse(readFileSync('node_modules/citeproc/package.json', 'utf8')) as { version: string };
    assert.ok(notices.includes(`citeproc-js ${version}`));
  });

  it('stand in every style that ships, and in the list', () => {
    const folder = 'src/core/csl/styles';
    assert.ok(existsSync(`${folder}/NOTICE`));
    for (const name of readdirSync(folder).filter((file) => file !== 'NOTICE')) {
      assert.match(readFileSync(`${folder}/${name}`, 'utf8'), /<rights license="http:\/\/creativecommons\.org\/licenses\/by-sa\/3\.0\/">/u, name);
      assert.ok(notices.includes(name.replace(/^locales-(.*)\.xml$/u, 'locale $1')), name);
    }
  });

  it('keep citeproc in a bundle of its own, with its notice and nothing that runs processes', () => {
    const withCiteproc = bundles.filter((name) => /CSL\.Engine\s*=\s*function|makeBibliography/u.test(readFileSync(`dist/${name}`, 'utf8')));
    assert.deepEqual(withCiteproc, ['csl.js']);
    const text = readFileSync('dist/csl.js', 'utf8');
    assert.match(text, /^\/\*! Holds citeproc-js, Copyright \(c\) 2009-2019 Frank Bennett, under CPAL-1\.0 or AGPL-3\.0/u);
    assert.doesNotMatch(text, /require\("(?:node:)?(?:child_process|worker_threads|https?|net|fs)"\)/u);
  });
});
