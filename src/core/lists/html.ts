/** HTML in Markdown, as far as lists use it: a scanner that knows tags, attributes and character references, and nothing of trees. */

export interface Tag {
  readonly kind: 'open' | 'close';
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

export interface HtmlText {
  readonly kind: 'text' | 'comment';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const longestTag = 4000;
const attribute = /([a-z][a-z0-9:_-]{0,60})\s{0,50}(?:=\s{0,50}(?:"([^"]{0,3000})"|'([^']{0,3000})'|([^\s"'>]{1,3000})))?/giu;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', eacute: 'é', egrave: 'è', agrave: 'à', ouml: 'ö', uuml: 'ü', auml: 'ä', ccedil: 'ç', ntilde: 'ñ', copy: '©', times: '×', middot: '·', bull: '•' };

/** Character references → characters; what is none stays. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** Tags, texts and comments in order; declarations are left out. Linear. */
export function scanHtml(html: string, offset: number): (Tag | HtmlText)[] {
  const parts: (Tag | HtmlText)[] = [];
  const text = (from: number, to: number) => {
    if (to > from) parts.push({ kind: 'text', text: decodeEntities(html.slice(from, to)), start: offset + from, end: offset + to });
  };
  let at = 0;
  let from = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      text(from, open);
      from = at = close < 0 ? html.length : close + 3;
      parts.push({ kind: 'comment', text: html.slice(open + 4, close < 0 ? html.length : close), start: offset + open + 4, end: offset + at });
      continue;
    }
    const tag = tagAt(html, open, offset);
    if (tag === undefined) {
      at = open + 1;
      continue;
    }
    text(from, open);
    if (tag.name !== '') parts.push(tag);
    from = at = tag.end - offset;
  }
  text(from, html.length);
  return parts;
}

function tagAt(html: string, open: number, offset: number): Tag | undefined {
  const head = /^<(\/?)([a-z][a-z0-9-]{0,20})(?=[\s/>])|^<[!?]/iu.exec(html.slice(open, open + 24));
  if (head === null) return undefined;
  const end = tagEnd(html, open);
  if (end === undefined) return undefined;
  const body = html.slice(open + head[0].length, end - 1);
  const attributes = new Map<string, string>();
  if (head[1] === '') for (const [, name = '', double, single, bare] of body.matchAll(attribute)) attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
  return { kind: head[1] === '/' ? 'close' : 'open', name: (head[2] ?? '').toLowerCase(), attributes, start: offset + open, end: offset + end };
}

/** Behind the `>` that ends a tag: one outside quotation marks. */
function tagEnd(html: string, open: number): number | undefined {
  let quote = '';
  const most = Math.min(html.length, open + longestTag);
  for (let at = open + 1; at < most; at += 1) {
    const char = html.charAt(at);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '>') return at + 1;
    else if ((char === '"' || char === "'") && html.charAt(at - 1) === '=') quote = char;
  }
  return undefined;
}
