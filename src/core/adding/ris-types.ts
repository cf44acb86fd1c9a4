/** Types of reference in RIS (https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html and its later additions) → CSL item types. */
import type { PaperType } from '../model/schema.js';

const byType: Partial<Readonly<Record<PaperType, string>>> = {
  'article-journal': 'ABST EJOU EJOUR INPR JFULL JOUR',
  'article-magazine': 'MGZN NEWS NEWSP',
  article: 'MANSCPT PREPRINT UNPB UNPD',
  book: 'BOOK CLSWK CTLG DICT EBOOK EDBOOK ENCYC MUSIC PAMP SER WHOLE',
  chapter: 'CHAP ECHAP EBKCH',
  dataset: 'AGGR CHART DATA DATASET DBASE EQUA FIGURE MAP STAT',
  'paper-conference': 'CONF CPAPER CP',
  patent: 'PAT',
  'post-weblog': 'BLOG',
  report: 'GOVDOC GRANT RPRT STAND STD TECH',
  review: 'REV',
  software: 'COMP SOFT',
  speech: 'HEAR INTV PODCAST SLIDE SOUND',
  thesis: 'THES',
  webpage: 'ELEC ICOMM WEB',
  document: 'ADVS ANCIENT ART BILL CASE GEN LEGAL MPCT MULTI PCOMM PRESS UNBILL VIDEO',
};

export const risTypes: ReadonlyMap<string, PaperType> = new Map((Object.entries(byType) as [PaperType, string][]).flatMap(([type, names]) => names.split(' ').map((name) => [name, type] as const)));
