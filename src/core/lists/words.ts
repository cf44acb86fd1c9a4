/** The words of lists: what links are called that are no titles, what columns are called, what venues are called. */
import { fold } from '../model/text.js';

const labels = new Set(
  (
    'pdf pdfs paper papers arxiv arvix axriv archive link links code codes github git gitlab gitee repo repos repository project projects proj page pages web website websites webpage homepage home site url doi abs abstract html htm blog blogs post posts article ' +
    'demo demos data dataset datasets model models weights weight checkpoint checkpoints ckpt ckpts huggingface hf modelscope video videos slides slide poster posters talk talks presentation youtube bilibili tweet twitter x thread linkedin reddit wechat zhihu openreview review reviews acl anthology aclanthology emnlp ieee ' +
    'springer acm sciencedirect elsevier mdpi biorxiv medrxiv hal ssrn researchgate semanticscholar scholar bib bibtex cite citation supp suppl supplement supplementary supplemental material materials appendix source sources official unofficial author authors ' +
    'pytorch torch tensorflow tf keras jax caffe caffe2 mxnet matlab theano chainer paddle paddlepaddle gluon mindspore lua python cpp c++ julia java implementation impl implementations reproduction reimplementation here this read download downloads full text fulltext preprint journal conference proceedings original ' +
    'version versions v1 v2 v3 v4 star stars fork forks colab notebook docs doc documentation wiki readme api playground app space spaces leaderboard benchmark tool tools toolkit library library award media news book chapter report tutorial tutorials pub publication proceeding more info details detail tba tbd soon coming na n/a none ' +
    '论文 代码 链接 项目 主页 数据 模型 博客 视频 地址 原文 官网 解读 文章 中文'
  ).split(' '),
);
const joining = new Set(['and', 'or', 'of', 'the', 'for', 'in', 'on', 'at', 'to', 'by', 'with', 'an', 'a', 'my', 'our', 'their', 'its', 'see', 'also', '&', '+', 'en', 'cn', 'zh', 'ver', 'ii', 'i', 'org', 'com', 'net', 'io', 'non', 'not', 'eg', 'un', 'extended', 'short', 'long', 'camera', 'ready', 'old', 'new', 'third', 'party', 'online', 'interactive', 'open', 'access', 'released', 'available']);

/** Pictographs, symbols and what selects their form. */
export const pictographs = /[\p{Extended_Pictographic}\u{fe00}-\u{fe0f}\u{200b}-\u{200d}\u{1f1e6}-\u{1f1ff}\u{20e3}\u{2190}-\u{21ff}\u{2b00}-\u{2bff}\u{2600}-\u{27bf}]/gu;

/** What a link is called when that says what it leads to, not what the work is called: "pdf", "[Paper]", "Code & Data", "arXiv". */
export function isLabel(text: string): boolean {
  const words = fold(text).replace(pictographs, ' ').replace(/\[.?\]/gu, ' ').split(/[^\p{L}\p{N}+&]+/gu).filter((word) => word !== '');
  if (words.length === 0) return true;
  if (words.length > 6) return false;
  const named = words.filter(isLabelWord).length;
  return named > 0 && words.every((word) => isLabelWord(word) || joining.has(word) || /^\d+$/u.test(word));
}

/** Chinese has no spaces between its words: "论文下载链接", "主页和数据集". */
function isLabelWord(word: string): boolean {
  return labels.has(word) || labels.has(word.replace(/\d+$/u, '')) || /^(?:论文|代码|源码|链接|下载|项目|主页|数据集?|模型|博客|视频|地址|原文|官网|解读|文章|摘要|中英文?|英文|[和与及])+$/u.test(word);
}

/** What is told of a work besides its links, in an item of its own: "Authors: …". */
export const detailLabel = /^(?:authors?|affiliations?|institut(?:ion|e)s?|venues?|keywords?|abstract|notes?|tl;?dr|作者|(?:作者)?单位|机构|摘要|会议|期刊|关键词|说明|备注)$/iu;

/** Venues of computing, as lists write them. */
const venueNames =
  'arxiv|arxuv|axriv|corr|biorxiv|medrxiv|preprints?|acl|emnlp|naacl|eacl|aacl|coling|lrec|lrec-coling|conll|tacl|cl|findings|iclr|icml|neurips|nips|aaai|ijcai|colm|cvprw?|iccvw?|eccvw?|wacv|bmvc|accv|icpr|icip|icme|acm ?mm|mm|acmmm|siggraph(?: asia)?|tog|tpami|pami|ijcv|tip|tmm|tcsvt|tnnls|tkde|tois|tist|tmlr|jmlr|jair|sigir|sigir-ap|kdd|sigkdd|www|the web conf|wsdm|cikm|recsys|ecir|icde|vldb|pvldb|sigmod|icdm|ecai|ecml(?:-pkdd)?|pkdd|aistats|uai|colt|alt|corl|rss|icra|iros|ral|ra-l|chi|cscw|uist|iui|dis|facct|aies|icse|ase|fse|esec/fse|issta|msr|tosem|tse|oopsla|pldi|popl|osdi|sosp|nsdi|asplos|isca|micro|hpca|mlsys|eurosys|atc|usenix(?: security)?|sc|ppopp|dac|iccad|ccs|ndss|s&p|oakland|interspeech|icassp|taslp|asru|slt|miccai|isbi|tmi|media|midl|ismir|sigdial|inlg|semeval|wmt|blackboxnlp|bea|nature(?: \\w+)?|science|pnas|cell|jama|nejm|lancet|nlpcc|ccl|ijcnlp|ranlp|tvcg|vis|eurographics|cgf|3dv|iscience|nas|icann|ijcnn|esann|accv|mm asia|icmr|patterns|plos one|access|github|blog|tech(?:nical)? report|openai|workshop|thesis|book';
export const venuePattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${venueNames})(?![\\p{L}])`, 'iu');

export type Column = 'title' | 'name' | 'authors' | 'venue' | 'date' | 'code' | 'link' | 'notes' | 'other';

const columns: readonly (readonly [Column, RegExp])[] = [
  ['title', /^(?:(?:paper|work|article|publication|book|survey)?[\s_-]*titles?(?: (?:&|and|\+|\/) .*)?|papers? (?:name|title)s?|标题|论文标题|论文名称|题目|title.*|publications?)$/u],
  ['title', /^(?:papers?|articles?|works?|surveys?|references?|论文|(?:related )?papers?|literature|resources?|topics?|repositor(?:y|ies)|papers? .*)$/u],
  ['authors', /authors?|作者/u],
  ['date', /^(?:(?:publication|release[d]?|published|submission|submitted|update[d]?)?[\s_-]*(?:date|year|time|month|when)s?(?:\s*\(.*\))?|年份|日期|时间|发布时间|yy.*|date.*|year.*)$/u],
  ['venue', /venue|published|publisher|conf\.?|conference|journal|publication|where|proceedings|会议|期刊|发表|source|pub\.?$/u],
  ['code', /code|github|project|repo|website|homepage|home|git|demo|dataset link|download|implementation|代码|项目|官网|model|weights|checkpoint|hugging/u],
  ['link', /links?|pdf|url|paper link|arxiv|doi|链接|地址|resources/u],
  ['notes', /notes?|description|summar|tl;?dr|comment|remark|keywords?|highlights?|introduction|abstract|contribution|idea|about|简介|说明|描述|备注|tags?/u],
  ['name', /name|method|model|dataset|framework|system|tool|benchmark|abbr|alias|llm|approach|算法|模型|名称|数据集|short/u],
];

/** What a column holds, by the words above it. */
export function columnOf(heading: string): Column {
  const words = heading.replace(pictographs, ' ').replace(/[*_`[\]]/gu, ' ').replace(/\s+/gu, ' ').trim();
  if (words === '') return 'other';
  if (/^(?:model|dataset|method|tool|framework|system|benchmark|approach)s?(?: names?)?$/u.test(words)) return 'name';
  return columns.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

/** Headings of sections that speak of the list itself, not of papers. */
export function sectionReason(heading: string): 'contents' | 'administrative' | undefined {
  const words = fold(heading).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  if (/^(?:table of )?contents?$|^toc$|^(?:quick )?(?:index|navigation)$|^目录$|^outline$|^catalogue?$/u.test(words)) return 'contents';
  if (words.split(' ').length > 7) return undefined;
  if (/^(?:\d+ )*(?:how to (?:contribute|cite|use)|contribut(?:e|ing|ion|ions|ors?)(?: .*)?|(?:our |main |core )?contributors?|licen[sc]e|licensing|star(?:s|gazers)?(?: history.*)?|star history.*|citations?|citing.*|cite(?: .*)?|bibtex|acknowledge?ments?|contacts?(?: .*)?|maintainers?(?: .*)?|sponsors?|disclaimer|change ?log|todo.*|faq|install(?:ation)?|usage|getting started|join .*|community|star trend|reference format|许可.*|贡献.*|引用|致谢|联系.*)$/u.test(words)) return 'administrative';
  return undefined;
}
