import assert from 'node:assert/strict';
import { fetchSource, ImportError, rawAddresses } from '../../../src/core/importing/address.js';
import { HttpError, type Http, type HttpResponse } from '../../../src/core/ports.js';

const first = (address: string) => rawAddresses(address)[0];

describe('addresses of lists', () => {
  it('become those of the text itself', () => {
    for (const [address, raw] of [
      ['https://github.com/owner/awesome-list', 'https://raw.githubusercontent.com/owner/awesome-list/HEAD/README.md'],
      ['https://www.github.com/owner/awesome-list.git/?tab=readme#papers', 'https://raw.githubusercontent.com/owner/awesome-list/HEAD/README.md'],
      ['https://github.com/owner/list/blob/main/docs/PAPERS.md#x', 'https://raw.githubusercontent.com/owner/list/main/docs/PAPERS.md'],
      ['https://github.com/owner/list/raw/main/a.bib', 'https://raw.githubusercontent.com/owner/list/main/a.bib'],
      ['https://github.com/owner/list/tree/dev', 'https://raw.githubusercontent.com/owner/list/dev/README.md'],
      ['https://github.com/owner/list/tree/dev/papers', 'https://raw.githubusercontent.com/owner/list/dev/papers/README.md'],
      ['https://raw.githubusercontent.com/owner/list/main/README.md', 'https://raw.githubusercontent.com/owner/list/main/README.md'],
      ['https://gist.github.com/owner/0123456789abcdef', 'https://gist.githubusercontent.com/owner/0123456789abcdef/raw'],
      ['https://gitlab.com/group/sub/list', 'https://gitlab.com/group/sub/list/-/raw/HEAD/README.md'],
      ['https://gitlab.com/group/list/-/blob/main/A.md', 'https://gitlab.com/group/list/-/raw/main/A.md'],
      ['https://codeberg.org/owner/list/src/branch/main/A.md', 'https://codeberg.org/owner/list/raw/branch/main/A.md'],
      ['https://example.net/lists/a.md?x=1#y', 'https://example.net/lists/a.md?x=1'],
      ['http://127.0.0.1:8080/list.md', 'http://127.0.0.1:8080/list.md'],
      ['https://github.com/owner', 'https://github.com/owner'],
    ] as const) assert.equal(first(address), raw, address);
    assert.ok(rawAddresses('https://github.com/owner/list').length > 1);
  });

  it('are refused in words where they may not be asked', () => {
    for (const address of ['', 'list.md', 'ftp://example.net/list.md', 'file:///etc/passwd', 'http://example.net/list.md', 'https://user:secret@example.net/list.md', 'https://', 'https://evil.example\\@github.com/a/b', 'javascript:alert(1)']) assert.throws(() => rawAddresses(address), ImportError, address);
  });
});

describe('fetching a list', () => {
  const http = (pages: Readonly<Record<string, Partial<HttpResponse> | HttpError>>): Http & { readonly asked: string[] } => {
    const asked: string[] = [];
    return {
      asked,
      request: ({ url }) => {
        asked.push(url);
        const page = pages[url];
        if (page instanceof Error) return Promise.reject(page);
        return Promise.resolve({ status: page === undefined ? 404 : 200, headers: {}, text: '', url, ...page });
      },
    };
  };

  it('looks for other spellings of the README', async () => {
    const net = http({ 'https://raw.githubusercontent.com/o/r/HEAD/readme.md': { text: '# L' } });
    assert.deepEqual(await fetchSource(net, 'https://github.com/o/r'), { text: '# L', url: 'https://raw.githubusercontent.com/o/r/HEAD/readme.md' });
    assert.equal(net.asked.length, 2);
  });

  it('says what is wrong, and what to do', async () => {
    await assert.rejects(fetchSource(http({}), 'https://github.com/o/r'), /private, or has no README/u);
    await assert.rejects(fetchSource(http({}), 'https://example.net/a.md'), /nothing at this address \(404\)/u);
    await assert.rejects(fetchSource(http({ 'https://example.net/a': { text: ' <!DOCTYPE html>' } }), 'https://example.net/a'), /web page, not a list/u);
    await assert.rejects(fetchSource(http({ 'https://example.net/a': { text: 'x', headers: { 'content-type': 'text/html; charset=utf-8' } } }), 'https://example.net/a'), /web page/u);
    await assert.rejects(fetchSource(http({ 'https://example.net/a': { status: 429 } }), 'https://example.net/a'), /too many requests/u);
    await assert.rejects(fetchSource(http({ 'https://example.net/a': { status: 503 } }), 'https://example.net/a'), /answered 503/u);
    for (const [fault, words] of [['offline', /Are you online/u], ['timeout', /in time/u], ['tooLarge', /20 MB/u], ['broken', /broke off/u], ['refused', /was not asked/u]] as const) await assert.rejects(fetchSource(http({ 'https://example.net/a': new HttpError(fault, 'why') }), 'https://example.net/a'), words);
    await assert.rejects(fetchSource(http({ 'https://example.net/a': new HttpError('cancelled', 'why') }), 'https://example.net/a'), HttpError);
  });
});
