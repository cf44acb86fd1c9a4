/** The texts of the bundled styles, by the name under which citation-js knows them. */
import apa from '../core/csl/styles/apa.csl';
import acm from '../core/csl/styles/association-for-computing-machinery.csl';
import chicago from '../core/csl/styles/chicago-author-date.csl';
import ieee from '../core/csl/styles/ieee.csl';
import britishEnglish from '../core/csl/styles/locales-en-GB.xml';
import mla from '../core/csl/styles/modern-language-association.csl';
import nature from '../core/csl/styles/nature.csl';
import type { BundledStyle } from '../core/csl/index.js';

/** What comes with citation-js, and its name there. Its newer text of APA takes three times as long to compile (0.5 s), for the same edition. */
export const ownNames: Partial<Record<BundledStyle, string>> = { vancouver: 'vancouver', harvard: 'harvard1' };

export const addedStyles: Partial<Record<BundledStyle, string>> = { apa, ieee, acm, 'chicago-author-date': chicago, nature, mla };

export const addedLocales: Readonly<Record<string, string>> = { 'en-GB': britishEnglish };
