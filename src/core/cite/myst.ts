/** MyST Markdown: the role `{cite:p}`a,b``, and pandoc's `[@a]`, which mystmd reads as well. */
import { makeMarkup, type Grammar, type Reading } from './build.js';
import { leaveList } from './list.js';
import { maskMarkdown } from './markdown-mask.js';
import { pandocBegun, pandocCitations, pandocWriting } from './pandoc.js';
import { citingRole, completeRole, fillRole, findRoles, isRoleKey, joinRole, roleCommands, writeRole } from './roles.js';
import type { Citation, FindOptions, Markup, MarkupId } from './types.js';

const head = /\{((?:foot|full)?cite(?:[pt]|:[a-zA-Z]{1,12})?)\}(`{1,3})(?!`)/gu;
const openHead = /\{(?:foot|full)?cite(?:[pt]|:[a-zA-Z]{1,12})?\}`{1,3}$/u;

/** Both ways of citing in one text, in order. */
function read(text: string, markup: MarkupId, options: FindOptions): Reading {
  const masked = maskMarkdown(text, { myst: true, comments: markup === 'myst', roles: citingRole });
  const roles = findRoles(masked, head, markup);
  // A role inside brackets leaves the brackets alone.
  const others = pandocCitations(masked, markup, options).filter((one) => !roles.some((role) => role.start < one.end && one.start < role.end));
  return { text, masked, citations: [...roles, ...others].sort((a, b) => a.start - b.start) };
}

const isRole = (citation: Citation) => citation.lists.length > 0 && citingRole.test(citation.command);

function grammar(id: MarkupId, languages: readonly string[], commands: readonly string[]): Grammar {
  return {
    id,
    languages,
    commands,
    separator: ',',
    read: (text, options) => read(text, id, options),
    isLegalKey: isRoleKey,
    write: (reading, offset, works, command) => {
      if (command === 'paren' || command === 'text' || pandocBegun(reading.text, offset)) return pandocWriting.write(reading, offset, works, command);
      return fillRole(reading, offset, works, openHead) ?? writeRole(reading, offset, works, `{${command}}`, undefined);
    },
    join: (reading, citation, works, offset) => (isRole(citation) ? joinRole(reading, citation, works, offset) : pandocWriting.join(reading, citation, works, offset)),
    leave: (reading, citation, gone) => (isRole(citation) ? leaveList(reading, citation.keys, gone, ',') : pandocWriting.leave(reading, citation, gone)),
    complete: (reading, offset) => completeRole(reading, offset, openHead) ?? pandocWriting.complete(reading, offset),
  };
}

/** MyST: mystmd, Jupyter Book, Sphinx with myst-parser. */
export const myst: Markup = makeMarkup(grammar('myst', ['myst', 'mystmarkdown'], [...roleCommands, 'paren', 'text']));

/** The Markdown cells of a notebook: pandoc's way (Quarto, nbconvert with pandoc) unless a role is asked for (Jupyter Book). */
export const jupyter: Markup = makeMarkup({ ...grammar('jupyter', [], ['paren', 'text', ...roleCommands]), isLegalKey: (key) => pandocWriting.isLegalKey(key) });
