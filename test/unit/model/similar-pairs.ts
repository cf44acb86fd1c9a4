/** Pairs of records that are one work, and pairs that only look so. Authors as people and services write them. */
import type { PaperFields } from '../../../src/core/model/schema.js';

export type Fields = Partial<PaperFields>;
export interface Pair {
  readonly what: string;
  readonly a: Fields;
  readonly b: Fields;
  /** True pairs: only a person can tell, so that `certain` would be wrong to ask for. */
  readonly ask?: boolean;
}

const w = (title: string, authors: PaperFields['authors'] | string, issued: string | number, more: Fields = {}): Fields => ({
  title, authors: typeof authors === 'string' ? authors.split('; ') : authors, issued: String(issued), ...more,
});
const selfInstruct = w('Self-Instruct: Aligning Language Models with Self-Generated Instructions', 'Yizhong Wang; Yeganeh Kordi; Swaroop Mishra; Alisa Liu; Noah A. Smith; Daniel Khashabi; Hannaneh Hajishirzi', '2022-12-20', { type: 'article', arxiv: '2212.10560' });
const med = 'Shu Chen; Zeqian Ju; Xiangyu Dong; Hongchao Fang; Sicheng Wang; Yue Yang; Jiaqi Zeng; Pengtao Xie';
const gilardi = 'Fabrizio Gilardi; Meysam Alizadeh; Maël Kubli';
const published = { type: 'paper-conference' } as const;
const journal = { type: 'article-journal' } as const;
const preprint = (arxiv?: string): Fields => ({ type: 'article', ...(arxiv === undefined ? {} : { arxiv }) });

const pair = (what: string, a: Fields, b: Fields, ask?: boolean): Pair => ({ what, a, b, ...(ask === undefined ? {} : { ask }) });

export const truePairs: readonly Pair[] = [
  // identifiers in every form
  pair('one arXiv id, another title', selfInstruct, { arxiv: '2212.10560', title: 'Self-Instruct: Aligning LMs' }),
  pair("arXiv's DOI", selfInstruct, { doi: '10.48550/arXiv.2212.10560' }),
  pair("arXiv's DOI with a version", selfInstruct, { doi: '10.48550/ARXIV.2212.10560v2' }),
  pair('old arXiv id with and without its class', { arxiv: 'math.GT/0309136' }, { doi: '10.48550/arXiv.math/0309136' }),
  pair('a DOI in capitals', w('X y z', 'Ann Lee', 2020, { doi: '10.1145/ABC.1' }), w('Another title', 'Bo Li', 2020, { doi: '10.1145/abc.1' })),
  pair("the Anthology's DOI", { acl: '2023.acl-long.754' }, { doi: '10.18653/v1/2023.acl-long.754' }),
  pair('one OpenReview forum', w('A retitled submission', 'Ann Lee', 2023, { openreview: '5x788rqbcj' }), w('What it became', 'Ann Lee', 2024, { openreview: '5x788rqbcj' })),
  pair('retitled, linked by the preprint id on the journal record', w('Two large-scale things', gilardi, 2023, preprint('2303.15056')), w('On crowds', gilardi, 2023, { ...journal, doi: '10.1073/x', arxiv: '2303.15056' })),
  // case, typography, TeX
  pair('capitals', w('ATTENTION IS ALL YOU NEED', 'Ashish Vaswani; Noam Shazeer', 2017), w('Attention is all you need', 'Ashish Vaswani; Noam Shazeer', 2017)),
  pair('typographic apostrophe', w('Don’t Stop Pretraining', 'Suchin Gururangan; Ana Marasović', 2020), w("Don't Stop Pretraining", 'Suchin Gururangan; Ana Marasovic', 2020)),
  pair('quotation marks', w('“Why Should I Trust You?” Explaining the Predictions of Any Classifier', 'Marco Tulio Ribeiro; Sameer Singh; Carlos Guestrin', 2016), w('"Why Should I Trust You?": Explaining the Predictions of Any Classifier', 'Marco Túlio Ribeiro; Sameer Singh; Carlos Guestrin', 2016)),
  pair('guillemets and dashes', w('Data – the new oil – revisited', 'Anne Müller', 2021), w('Data --- the new oil --- revisited', 'Anne Müller', 2021)),
  pair('en dash for hyphen', w('Teacher–Student Distillation of Long Contexts', 'Ann Lee; Bo Li', 2022), w('Teacher-Student Distillation of Long Contexts', 'Ann Lee; Bo Li', 2022)),
  pair('hyphen or none', w('Pre-training Data Mixtures for Small Models', 'Ann Lee; Bo Li', 2022), w('Pretraining data mixtures for small models', 'Ann Lee; Bo Li', 2022)),
  pair('hyphen or space', w('Few-Shot Label Generation', 'Ann Lee; Bo Li', 2022), w('Few shot label generation', 'Ann Lee; Bo Li', 2022)),
  pair('accents in TeX', w('{\\"U}ber die Gr{\\"o}{\\ss}e von Modellen', 'Jürgen Groß', 2019), w('Über die Größe von Modellen', 'Jürgen Groß', 2019)),
  pair('accents lost', w('Über die Größe von Modellen', 'Jürgen Groß', 2019), w('Uber die Grosse von Modellen', 'Jurgen Gross', 2019)),
  pair('braces that protect capitals', w('{BERT}: Pre-training of {D}eep Bidirectional Transformers', 'Jacob Devlin; Ming-Wei Chang', 2019), w('BERT: Pre-training of Deep Bidirectional Transformers', 'Jacob Devlin; Ming-Wei Chang', 2019)),
  pair('a formula in TeX', w('$\\alpha$-Divergence for Language Models', 'Ann Lee; Bo Li', 2021), w('α-divergence for language models', 'Ann Lee; Bo Li', 2021)),
  pair('an exponent in TeX', w('STORM$^2$: Tables for Models', 'Ann Lee; Bo Li', 2021), w('STORM²: Tables for Models', 'Ann Lee; Bo Li', 2021)),
  pair('ampersand', w('Labels & Lies in Synthetic Corpora', 'Ann Lee', 2021), w('Labels and Lies in Synthetic Corpora', 'Ann Lee', 2021)),
  pair('ampersand as an entity', w('Labels &amp; Lies in Synthetic Corpora', 'Ann Lee', 2021), w('Labels \\& Lies in Synthetic Corpora', 'Ann Lee', 2021)),
  pair('full stop at the end', w('The Curious Case of Neural Text Degeneration.', 'Ari Holtzman; Jan Buys', 2019), w('The Curious Case of Neural Text Degeneration', 'Ari Holtzman; Jan Buys', 2020)),
  pair('article at the start', w('The Curious Case of Neural Text Degeneration', 'Ari Holtzman; Jan Buys', 2019), w('Curious Case of Neural Text Degeneration', 'Ari Holtzman; Jan Buys', 2020)),
  pair('ligatures', w('Eﬃcient ﬁne-tuning of language models', 'Ann Lee; Bo Li', 2023), w('Efficient Fine-Tuning of Language Models', 'Ann Lee; Bo Li', 2023)),
  pair('full-width letters', w('Ｓｅｌｆ－Ｉｎｓｔｒｕｃｔ: Aligning Language Models', 'Yizhong Wang', 2022), w('Self-Instruct: Aligning Language Models', 'Yizhong Wang', 2022)),
  pair('retraction in the title', w('RETRACTED: A Work That Was Wrong about Data', 'Eve Smith; Bo Li', 2018), w('A work that was wrong about data', 'Eve Smith; Bo Li', 2018)),
  pair('roman and arabic numbers', w('Llama II: Open Foundation Models', 'Hugo Touvron; Louis Martin', 2023), w('Llama 2: Open Foundation Models', 'Hugo Touvron; Louis Martin', 2023)),
  // preprint and publication
  pair('preprint and proceedings a year later', selfInstruct, w('Self-Instruct: Aligning Language Models with Self-Generated Instructions', 'Yizhong Wang; Yeganeh Kordi', 2023, { ...published, doi: '10.18653/v1/2023.acl-long.754' })),
  pair('preprint and journal of the same year', w('ChatGPT Outperforms Crowd-Workers for Text-Annotation Tasks', gilardi, '2023-03', preprint('2303.15056')), w('ChatGPT outperforms crowd workers for text-annotation tasks', gilardi, '2023-07', { ...journal, doi: '10.1073/pnas.2305016120' })),
  pair('preprint server other than arXiv', w('Protein Data from Models', 'Ann Lee; Bo Li; Cy Ng', 2022, { type: 'article', doi: '10.1101/2022.01.01.1' }), w('Protein data from models', 'Ann Lee; Bo Li; Cy Ng', 2023, { ...journal, doi: '10.1038/x' })),
  pair('dated by its posting and by its publication', w('Physics of Language Models: Part 3.1, Knowledge Storage and Extraction', 'Zeyuan Allen-Zhu; Yuanzhi Li', 2024, { submitted: '2023-09' }), w('Physics of Language Models: Part 3.1, Knowledge Storage and Extraction', 'Zeyuan Allen Zhu; Yuanzhi Li', '2023-09-25')),
  pair('published two years after the preprint', w('Slow Review of Synthetic Tables', 'Ann Lee; Bo Li; Cy Ng', '2022-01', preprint('2201.00001')), w('Slow Review of Synthetic Tables', 'Ann Lee; Bo Li; Cy Ng', '2024', journal), true),
  pair('published three years after the preprint', w('Slower Review of Synthetic Tables', 'Ann Lee; Bo Li; Cy Ng', '2021-01', preprint('2101.00001')), w('Slower Review of Synthetic Tables', 'Ann Lee; Bo Li; Cy Ng', '2024', journal), true),
  pair('retitled: a word less', w('MedDialog: Two Large-scale Medical Dialogue Datasets', med, '2020-04', preprint('2004.03329')), w('MedDialog: Large-scale Medical Dialogue Datasets', med, '2020-11', { ...published, doi: '10.18653/v1/2020.emnlp-main.743' }), true),
  pair('retitled: a word more', w('WizardLM: Empowering Large Language Models to Follow Complex Instructions', 'Can Xu; Qingfeng Sun; Kai Zheng', 2023), w('WizardLM: Empowering Large Pre-Trained Language Models to Follow Complex Instructions', 'Can Xu; Qingfeng Sun; Kai Zheng', 2024), true),
  pair('retitled: synonyms', w('Learning to Annotate Dialogue Acts with Large Language Models', 'Ann Lee; Bo Li; Cy Ng', 2023, preprint()), w('Learning to Label Dialogue Acts with Large Language Models', 'Ann Lee; Bo Li; Cy Ng', 2024, published), true),
  pair('a typing error', w('Synthetc Data for Everybody and Everything', 'Ann Lee; Bo Li', 2023), w('Synthetic Data for Everybody and Everything', 'Ann Lee; Bo Li', 2023), true),
  pair('conference and journal, one title', w('Learning from Noisy Labels at Scale', 'Ann Lee; Bo Li; Cy Ng', 2021, { ...published, doi: '10.1145/1.1' }), w('Learning from Noisy Labels at Scale', 'Ann Lee; Bo Li; Cy Ng', 2022, { ...journal, doi: '10.1109/2.2' }), true),
  // subtitles
  pair('without the subtitle', w('Self-Instruct', 'Yizhong Wang; Yeganeh Kordi; Swaroop Mishra', 2022), selfInstruct),
  pair('a short name without its subtitle', w('STaR', 'Eric Zelikman; Yuhuai Wu; Jesse Mu; Noah Goodman', 2022), w('STaR: Bootstrapping Reasoning With Reasoning', 'Eric Zelikman; Yuhuai Wu; Jesse Mu; Noah D. Goodman', 2022)),
  pair('subtitle after a dash', w('Alpaca — A Strong, Replicable Instruction-Following Model', 'Rohan Taori; Ishaan Gulrajani', 2023), w('Alpaca', 'Rohan Taori; Ishaan Gulrajani', 2023)),
  pair('subtitle after a question mark', w('Is ChatGPT a Good Annotator? Evidence from Ten Tasks', 'Ann Lee; Bo Li', 2023), w('Is ChatGPT a Good Annotator?', 'Ann Lee; Bo Li', 2023)),
  pair('colon or dash before the subtitle', w('Dromedary: Principle-Driven Self-Alignment', 'Zhiqing Sun; Yikang Shen', 2023), w('Dromedary – Principle-Driven Self-Alignment', 'Zhiqing Sun; Yikang Shen', 2023)),
  pair('full stop before the subtitle', w('Deep Learning in Practice. Lessons from Ten Companies', 'Ann Lee; Bo Li', 2020), w('Deep Learning in Practice: Lessons from Ten Companies', 'Ann Lee; Bo Li', 2020)),
  // names
  pair('initials', selfInstruct, w('Self-Instruct: Aligning Language Models with Self-Generated Instructions', 'Y. Wang; Y. Kordi; S. Mishra; A. Liu; N. A. Smith', 2023)),
  pair('family name first', selfInstruct, w('Self-Instruct: Aligning Language Models with Self-Generated Instructions', [{ family: 'Wang', given: 'Yizhong' }, { family: 'Kordi', given: 'Yeganeh' }], 2023)),
  pair('Chinese order without comma', w('Data Selection by Gradient Norms', 'Wang Yizhong; Li Xiaoming', 2023), w('Data Selection by Gradient Norms', 'Yizhong Wang; Xiaoming Li', 2023)),
  pair('Chinese given name in two pieces', w('Data Selection by Gradient Norms', 'Xiao-Ming Li; Bo Li', 2023), w('Data Selection by Gradient Norms', 'Xiaoming Li; Bo Li', 2023)),
  pair('Chinese order, given name in two pieces', w('Data Selection by Gradient Norms', 'Li Xiao Ming; Wang Bo', 2023), w('Data Selection by Gradient Norms', 'Xiaoming Li; Bo Wang', 2023)),
  pair('as PubMed writes', w('Data Selection by Gradient Norms', 'Wang Y; Smith NA', 2023), w('Data Selection by Gradient Norms', 'Yizhong Wang; Noah A. Smith', 2023)),
  pair('Korean order', w('Counting Words in Synthetic Korean Text', 'Kim Min-jun; Park Ji-ho', 2022), w('Counting Words in Synthetic Korean Text', 'Minjun Kim; Jiho Park', 2022)),
  pair('names in Chinese characters', w('大语言模型的数据合成综述', '王一中; 李小明', 2024), w('大语言模型的数据合成综述', '王一中; 李小明', 2024)),
  pair('umlaut written out', w('Labels from Crowds and Machines', 'Hinrich Schütze', 2021), w('Labels from Crowds and Machines', 'Hinrich Schuetze', 2021)),
  pair('o with a stroke', w('Labels from Crowds and Machines', 'Søren Ørsted; Bo Li', 2021), w('Labels from Crowds and Machines', 'Soren Orsted; Bo Li', 2021)),
  pair('particle before or behind', w('Visualizing Data using t-SNE', 'Laurens van der Maaten; Geoffrey Hinton', 2008), w('Visualizing Data Using t-SNE', [{ family: 'Maaten', given: 'Laurens van der' }, { family: 'Hinton', given: 'Geoffrey' }], 2008)),
  pair('middle name left out', w('Reward Models as Annotators of Text', 'Noah A. Smith; Bo Li', 2023), w('Reward Models as Annotators of Text', 'Noah Smith; Bo Li', 2023)),
  pair('given name shortened', w('Reward Models as Annotators of Text', 'Christopher D. Manning; Bo Li', 2023), w('Reward Models as Annotators of Text', 'Chris Manning; Bo Li', 2023)),
  pair('two surnames, one left out', w('Reward Models as Annotators of Text', 'Ana García Márquez; Bo Li', 2023), w('Reward Models as Annotators of Text', 'Ana García; Bo Li', 2023)),
  pair('hyphen in a surname', w('Reward Models as Annotators of Text', 'Zeyuan Allen-Zhu; Bo Li', 2023), w('Reward Models as Annotators of Text', 'Zeyuan Allen Zhu; Bo Li', 2023)),
  pair('suffix', w('Reward Models as Annotators of Text', [{ family: 'King', given: 'Martin', suffix: 'Jr' }], 2023), w('Reward Models as Annotators of Text', 'Martin King', 2023)),
  // lists cut short, organisations
  pair('et al.', selfInstruct, w('Self-Instruct: Aligning Language Models with Self-Generated Instructions', 'Yizhong Wang; et al.', 2022)),
  pair('and others', selfInstruct, w('Self-Instruct: Aligning Language Models with Self-Generated Instructions', 'Y. Wang; Y. Kordi; others', 2022)),
  pair('et al. behind the name', selfInstruct, w('Self-Instruct: Aligning Language Models with Self-Generated Instructions', 'Wang et al.', 2022)),
  pair('surname alone', selfInstruct, w('Self-Instruct: Aligning Language Models with Self-Generated Instructions', 'Wang', 2022)),
  pair('authors in another order', w('Open Data for Open Models in Practice', 'Ann Lee; Bo Li; Cy Ng', 2023), w('Open Data for Open Models in Practice', 'Bo Li; Ann Lee; Cy Ng', 2023)),
  pair('an author added', w('Open Data for Open Models in Practice', 'Ann Lee; Bo Li; Cy Ng', 2023), w('Open Data for Open Models in Practice', 'Ann Lee; Bo Li; Cy Ng; Di Oz', 2024)),
  pair('an organisation, two ways', w('GPT-4 Technical Report', [{ literal: 'OpenAI' }], 2023), w('GPT-4 technical report', 'OpenAI', 2023)),
  pair('an organisation and its people', w('GPT-4 Technical Report', [{ literal: 'OpenAI' }], 2023), w('GPT-4 Technical Report', 'Josh Achiam; Steven Adler; Sandhini Agarwal', 2023), true),
  pair('an organisation first, then its people', w('GPT-4 Technical Report', 'OpenAI; Josh Achiam; Steven Adler', 2023), w('GPT-4 Technical Report', [{ literal: 'OpenAI' }], 2024)),
  pair('a team with and without its article', w('Gemini: A Family of Highly Capable Multimodal Models', [{ literal: 'The Gemini Team' }], 2023), w('Gemini: A family of highly capable multimodal models', [{ literal: 'Gemini' }], 2023)),
  pair('no year on one side', selfInstruct, { title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions', authors: ['Yizhong Wang'] }),
  pair('no authors on one side', selfInstruct, { title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions', issued: '2022' }, true),
];

export const falsePairs: readonly Pair[] = [
  pair('Deep Learning: LeCun and Goodfellow', w('Deep Learning', 'Yann LeCun; Yoshua Bengio; Geoffrey Hinton', 2015, journal), w('Deep Learning', 'Ian Goodfellow; Yoshua Bengio; Aaron Courville', 2016, { type: 'book' })),
  pair('Deep Learning: one author shared', w('Deep learning', 'Yann LeCun; Yoshua Bengio', 2015), w('Deep Learning', 'Yoshua Bengio; Ian Goodfellow', 2015)),
  pair('Deep Learning: Schulz and Schulz', w('Deep Learning', 'Hannes Schulz; Sven Behnke', 2012), w('Deep Learning', 'Christof Schulz; Marc Werner', 2012)),
  pair('Machine Learning: Tom and Melanie Mitchell', w('Machine Learning', 'Tom Mitchell', 1997), w('Machine Learning', 'Melanie Mitchell', 1997)),
  pair('one title, one common initial', w('A Survey on Large Language Models', 'Y. Wang; L. Chen; B. Zhou', 2023), w('A Survey on Large Language Models', 'Yue Wang; Hong Li; Tao Xu', 2023)),
  pair('one title, two people called Wei Wang', w('Data Augmentation', 'Wei Wang; Ming Li', 2020), w('Data Augmentation', 'Wenhui Wang; Ming Li', 2020)),
  pair('one title, one surname, other co-authors', w('Prompting', 'J. Kim; S. Lee', 2022), w('Prompting', 'J. Kim; H. Park', 2022)),
  pair('an editorial of each year', w('Editorial', 'Ann Lee', 2019), w('Editorial', 'Ann Lee', 2022)),
  pair('an editorial by another', w('Editorial', 'Ann Lee', 2019), w('Editorial', 'Bo Li', 2019)),
  pair('Introduction', w('Introduction', 'Ann Lee; Bo Li', 2019), w('Introduction', 'Cy Ng; Bo Li', 2019)),
  pair('same title five years apart', w('Survey of Synthetic Data', 'Ann Lee; Bo Li', 2015), w('Survey of Synthetic Data', 'Ann Lee; Bo Li', 2020)),
  pair('same title two years apart, both published', w('Survey of Synthetic Data', 'Ann Lee; Bo Li', 2018, journal), w('Survey of Synthetic Data', 'Ann Lee; Bo Li', 2020, journal)),
  pair('overview of each year, year in the title', w('Overview of the Shared Task on Data 2022', 'Ann Lee; Bo Li', 2022), w('Overview of the Shared Task on Data 2023', 'Ann Lee; Bo Li', 2023)),
  pair('findings of two conferences', w('Findings of the 2022 Conference on Machine Translation', 'Tom Kocmi; Rachel Bawden', 2022), w('Findings of the 2023 Conference on Machine Translation', 'Tom Kocmi; Rachel Bawden', 2023)),
  pair('SemEval tasks', w('SemEval-2021 Task 5: Toxic Spans Detection', 'John Pavlopoulos; Jeffrey Sorensen', 2021), w('SemEval-2021 Task 6: Toxic Spans Detection', 'John Pavlopoulos; Jeffrey Sorensen', 2021)),
  pair('second edition in the title', w('Speech and Language Processing', 'Daniel Jurafsky; James H. Martin', 2008), w('Speech and Language Processing, 2nd Edition', 'Daniel Jurafsky; James H. Martin', 2009)),
  pair('second edition as a field', w('Speech and Language Processing', 'Daniel Jurafsky; James H. Martin', 2008, { edition: '1' }), w('Speech and Language Processing', 'Daniel Jurafsky; James H. Martin', 2009, { edition: '2nd' })),
  pair('a survey and its second edition', w('A Survey of Data Synthesis', 'Ann Lee; Bo Li', 2023), w('A Survey of Data Synthesis: Second Edition', 'Ann Lee; Bo Li', 2024)),
  pair('a survey and its revision', w('A Survey of Data Synthesis', 'Ann Lee; Bo Li', 2023), w('A Survey of Data Synthesis, Revised', 'Ann Lee; Bo Li', 2024)),
  pair('parts of a series', w('Physics of Language Models: Part 3.1, Knowledge Storage and Extraction', 'Zeyuan Allen-Zhu; Yuanzhi Li', 2023), w('Physics of Language Models: Part 3.2, Knowledge Manipulation', 'Zeyuan Allen-Zhu; Yuanzhi Li', 2023)),
  pair('a series and its first part', w('Physics of Language Models', 'Zeyuan Allen-Zhu; Yuanzhi Li', 2023), w('Physics of Language Models: Part 1, Context-Free Grammar', 'Zeyuan Allen-Zhu; Yuanzhi Li', 2023)),
  pair('Part I and Part II', w('Labels and Their Makers, Part I', 'Ann Lee; Bo Li', 2020), w('Labels and Their Makers, Part II', 'Ann Lee; Bo Li', 2020)),
  pair('Textbooks and Textbooks II', w('Textbooks Are All You Need', 'Suriya Gunasekar; Yi Zhang; Yuanzhi Li', 2023), w('Textbooks Are All You Need II: phi-1.5 technical report', 'Yuanzhi Li; Sébastien Bubeck; Suriya Gunasekar', 2023)),
  pair('LLaMA and Llama 2', w('LLaMA: Open and Efficient Foundation Language Models', 'Hugo Touvron; Thibaut Lavril', 2023), w('Llama 2: Open Foundation and Fine-Tuned Chat Models', 'Hugo Touvron; Louis Martin', 2023)),
  pair('versions of a model', w('Qwen2 Technical Report', 'An Yang; Baosong Yang; Binyuan Hui', 2024), w('Qwen2.5 Technical Report', 'An Yang; Baosong Yang; Binyuan Hui', 2024)),
  pair('an erratum', w('Labels from Crowds and Machines', 'Ann Lee; Bo Li', 2021), w('Erratum: Labels from Crowds and Machines', 'Ann Lee; Bo Li', 2021)),
  pair('a correction', w('Labels from Crowds and Machines', 'Ann Lee; Bo Li', 2021), w('Correction to: Labels from Crowds and Machines', 'Ann Lee; Bo Li', 2022)),
  pair('a reply', w('Labels from Crowds and Machines', 'Ann Lee', 2021), w('Reply to “Labels from Crowds and Machines”', 'Ann Lee', 2021)),
  pair('a comment by another', w('Labels from Crowds and Machines', 'Ann Lee', 2021), w('Comment on Labels from Crowds and Machines', 'Eve Fox', 2021)),
  pair('supplementary material', w('Labels from Crowds and Machines', 'Ann Lee; Bo Li', 2021), w('Supplementary Material: Labels from Crowds and Machines', 'Ann Lee; Bo Li', 2021)),
  pair('two arXiv ids', w('A Title Used Twice by Us', 'Ann Lee; Bo Li', 2022, preprint('2201.00001')), w('A Title Used Twice by Us', 'Ann Lee; Bo Li', 2022, preprint('2202.00002'))),
  pair('two sizes of a method', w('WizardLM: Empowering Large Language Models to Follow Complex Instructions', 'Can Xu; Qingfeng Sun', 2023), w('WizardCoder: Empowering Code Large Language Models with Evol-Instruct', 'Ziyang Luo; Can Xu', 2023)),
  pair('supervised and unsupervised', w('Supervised Alignment of Tables', 'Ann Lee; Bo Li', 2020), w('Unsupervised Alignment of Tables and Texts without Labels', 'Ann Lee; Bo Li', 2020)),
  pair('images and videos', w('Learning to Rank for Images', 'Ann Lee; Bo Li', 2020), w('Learning to Rank for Videos', 'Cy Ng; Di Oz', 2020)),
  pair('the same words, other people', w('Language Models are Few-Shot Learners', 'Tom Brown; Benjamin Mann', 2020), w('Language Models are Few-Shot Annotators', 'Ann Lee; Bo Li', 2020)),
  pair('GPT-2 and GPT-3', w('Language Models are Unsupervised Multitask Learners', 'Alec Radford; Jeffrey Wu', 2019), w('Language Models are Few-Shot Learners', 'Tom Brown; Alec Radford', 2020)),
  pair('a thesis and a paper', w('Learning with Less', 'Ann Lee', 2020, { type: 'thesis' }), w('Learning with Less', 'Ann Lee', 2019, published)),
  pair('a dataset and its paper', w('OpenThings: An Open Dataset of Things', 'Ann Lee; Bo Li', 2022, { type: 'dataset' }), w('OpenThings: An Open Dataset of Things', 'Ann Lee; Bo Li', 2022, published)),
  pair('software and its paper', w('Distilabel', 'Ann Lee; Bo Li', 2023, { type: 'software' }), w('Distilabel', 'Ann Lee; Bo Li', 2023, published)),
  pair('versions of software', w('Distilabel', 'Ann Lee; Bo Li', 2023, { type: 'software', version: '1.0' }), w('Distilabel', 'Ann Lee; Bo Li', 2024, { type: 'software', version: '2.0' })),
  pair('a talk and a paper', w('Learning with Less', 'Ann Lee', 2020, { type: 'speech' }), w('Learning with Less', 'Ann Lee', 2020, published)),
  pair('a blog post and a paper', w('Learning with Less', 'Ann Lee', 2020, { type: 'post-weblog' }), w('Learning with Less', 'Ann Lee', 2020, published)),
  pair('conference and journal under two DOIs', w('Learning with Less', 'Ann Lee; Bo Li', 2020, { ...published, doi: '10.1145/1' }), w('Learning with Less', 'Ann Lee; Bo Li', 2021, { ...journal, doi: '10.1109/2' })),
  pair('a book and a chapter of it by others', w('Data Synthesis', 'Ann Lee; Bo Li', 2020, { type: 'book' }), w('Data Synthesis', 'Ann Lee; Cy Ng; Di Oz', 2020, { type: 'chapter' })),
  pair('one person, one title, other co-authors', w('Data Synthesis', 'Ann Lee; Bo Li; Cy Ng', 2020), w('Data Synthesis', 'Ann Lee; Di Oz; Eve Fox', 2021)),
  pair('subtitles that differ', w('Attention: A Survey', 'Ann Lee; Bo Li', 2020), w('Attention: A Critique', 'Ann Lee; Bo Li', 2020)),
  pair('a short main title by another', w('Attention', 'Cy Ng', 2020), w('Attention: A Survey', 'Ann Lee; Bo Li', 2020)),
  pair('main title shared, years apart', w('Attention', 'Ann Lee', 2015), w('Attention: A Survey', 'Ann Lee; Bo Li', 2020)),
  pair('two organisations', w('Technical Report', [{ literal: 'OpenAI' }], 2023), w('Technical Report', [{ literal: 'Anthropic' }], 2023)),
  pair('an organisation and a person of its name', w('Model Card', [{ literal: 'Apple' }], 2023), w('Model Card', 'Fiona Apple', 2023)),
  pair('organisation reports of two years', w('State of AI Report', [{ literal: 'Air Street Capital' }], 2021), w('State of AI Report', [{ literal: 'Air Street Capital' }], 2023)),
  pair('no authors, a short title', { title: 'Editorial', issued: '2020' }, { title: 'Editorial', issued: '2020' }),
  pair('no title', { authors: ['Ann Lee'], issued: '2020' }, { authors: ['Ann Lee'], issued: '2020' }),
  pair('empty records', {}, {}),
  pair('titles of signs only', { title: '***', authors: ['Ann Lee'], issued: '2020' }, { title: '???', authors: ['Ann Lee'], issued: '2020' }),
  pair('one letter in a formula', w('On $k$-means for Labels', 'Ann Lee; Bo Li', 2020, { doi: '10.1/a' }), w('On $c$-means for Labels', 'Ann Lee; Bo Li', 2020, { doi: '10.1/b' })),
  pair('DOIs that begin alike', { doi: '10.1145/3292500' }, { doi: '10.1145/3292500.3330919' }),
  pair('arXiv ids that begin alike', { arxiv: '2212.1056'.padEnd(10, '0') }, { arxiv: '2212.10561' }),
  pair('OpenReview ids in another case', { openreview: 'AbCdEfGh1' }, { openreview: 'abcdefgh1' }),
  pair('Chinese titles of one topic', w('大语言模型的数据合成综述', '王一中', 2024), w('大语言模型的数据标注综述', '李小明', 2024)),
  pair('Chinese names that share a surname', w('Data Selection', 'Wang Wei; Li Bo', 2023), w('Data Selection', 'Wang Lei; Li Bo', 2023)),
  pair('swapped by accident: two people', w('Data Selection', 'Li Wang', 2023), w('Data Selection', 'Lin Wang', 2023)),
  pair('two-volume work', w('The Art of Labelling, Volume 1', 'Ann Lee', 2020), w('The Art of Labelling, Volume 2', 'Ann Lee', 2020)),
  pair('first and second workshop', w('Proceedings of the First Workshop on Data', 'Ann Lee; Bo Li', 2022), w('Proceedings of the Second Workshop on Data', 'Ann Lee; Bo Li', 2023)),
  pair('two languages', w('Synthetic Data for German', 'Ann Lee; Bo Li', 2022, { acl: '2022.acl-long.1' }), w('Synthetic Data for French', 'Ann Lee; Bo Li', 2022, { acl: '2022.acl-long.2' })),
];
