/** What a link leads to: by what it is called, then by where it goes. */
import { findMentions, type Mention } from '../ids/index.js';
import { fold } from '../model/text.js';
import type { LinkKind } from '../model/schema.js';

/** The identifier of a link to a page of one work, when the whole address is one; GitHub is none of these. */
export function workOf(url: string): Mention | undefined {
  const [mention] = findMentions(url.startsWith('//') ? `https:${url}` : url);
  return mention !== undefined && mention.kind !== 'github' && mention.start <= 8 ? mention : undefined;
}

const byWord: readonly (readonly [LinkKind, RegExp])[] = [
  ['code', /\b(?:code|codes|github|git|gitlab|repo|repository|implementation|pytorch|torch|tensorflow|tf|keras|jax|caffe2?|mxnet|matlab|theano|official|paddle|notebook|colab)\b|代码/u],
  ['data', /\b(?:data|datasets?|download)\b|数据/u],
  ['demo', /\b(?:demo|playground|space|app)\b/u],
  ['slides', /\b(?:slides?|presentation)\b/u],
  ['video', /\b(?:video|youtube|talk|bilibili)\b|视频/u],
  ['poster', /\bposter\b/u],
  ['review', /\b(?:openreview|reviews?)\b/u],
  ['blog', /\b(?:blog|blogs|post|medium|tweet|twitter)\b|博客/u],
  ['pdf', /\bpdf\b/u],
  ['html', /\bhtml\b/u],
  ['project', /\b(?:project|homepage|home|website|web|site|page|webpage)\b|项目|主页/u],
];
const byHost: readonly (readonly [LinkKind, RegExp])[] = [
  ['code', /^(?:www\.)?(?:github|gitlab|gitee|bitbucket)\.(?:com|org)\/|^colab\.research\.google\.com/u],
  ['data', /^huggingface\.co\/datasets|^zenodo\.org|^kaggle\.com/u],
  ['demo', /^huggingface\.co\/spaces/u],
  ['video', /^(?:www\.)?(?:youtube\.com|youtu\.be|bilibili\.com|vimeo\.com)/u],
  ['blog', /^(?:[\w-]+\.)?(?:medium\.com|substack\.com|blogspot\.com)|^huggingface\.co\/blog|^twitter\.com|^x\.com|\/blog\//u],
  ['project', /^[\w-]+\.github\.io|^sites\.google\.com/u],
];

/** The kind of a link; `page` where nothing says more. */
export function linkKind(label: string, url: string): LinkKind {
  const words = fold(label);
  const address = url.replace(/^(?:https?:)?\/\//iu, '').toLowerCase();
  if (workOf(url) !== undefined) {
    if (/^openreview\.net\/forum/u.test(address) && /review/u.test(words)) return 'review';
    return /\.pdf(?:[?#]|$)|\/pdf\/|\/pdf\?/u.test(address) ? 'pdf' : /\/html\//u.test(address) ? 'html' : 'page';
  }
  const named = words.length <= 40 ? byWord.find(([, pattern]) => pattern.test(words))?.[0] : undefined;
  const hosted = byHost.find(([, pattern]) => pattern.test(address))?.[0];
  // a repository is code whatever it is called, unless it is called data or a demo
  if (hosted === 'code' && (named === undefined || named === 'project' || named === 'pdf' || named === 'html')) return 'code';
  if (named !== undefined) return named;
  return hosted ?? (/\.pdf(?:[?#]|$)/u.test(address) ? 'pdf' : 'page');
}
