/** Answers to what pages ask. */
import * as vscode from 'vscode';
import { Slices } from '../../core/catalogue/slices.js';
import { complete, valuesOf, type KnownValue } from '../../core/editing/complete.js';
import { pageStrings } from '../../core/editing/page-strings.js';
import type { Paper } from '../../core/model/paper.js';
import { searchContext, warmSteps } from '../../core/search/index.js';
import type * as Yaml from '../../core/yaml/index.js';
import { pause } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import { fileOf } from '../shared/layer-files.js';
import { UserError } from '../shared/messages.js';
import { runAction } from './actions.js';
import { makeEdit, type Fixes } from './edits.js';
import type { Kept } from './kept.js';
import type { LastTextEditor } from './last-text-editor.js';
import { lookUpPaper } from './look-up.js';
import type { Handlers, Page } from './page.js';
import { preview } from './preview.js';
import type { Session } from './session.js';
import type { Wanted } from './wanted.js';

export interface Services {
  readonly house: House;
  readonly session: Session;
  readonly kept: Kept;
  readonly wanted: Wanted;
  readonly lastText: LastTextEditor;
  readonly yaml: typeof Yaml;
  readonly fixes: Fixes;
}

export function handlersOf(services: Services): Handlers {
  const { house, session, kept } = services;
  const { sheet, document } = session;
  const slices = () => new Slices({ now: () => performance.now(), pause });
  const values = new Map<string, { readonly of: unknown; readonly known: readonly KnownValue[] }>();

  return {
    open: (_params, page) => open(services, page),
    order: async (params) => {
      // the first filter would otherwise fold every paper at once
      if (params.filter.trim() !== '') await slices().run(warmSteps(papersOf(session)));
      return sheet.order(params, searchContext(house.library.catalogue));
    },
    paper: async ({ row }) => {
      const other = await otherFile(session, row);
      const detail = sheet.paper(row, other?.getText());
      return detail && other ? { ...detail, file: vscode.workspace.asRelativePath(other.uri) } : detail;
    },
    preview: async ({ row }) => ({ ...(await preview(house, document, sheet.table.get(row)?.paper)), version: sheet.version }),
    complete: async ({ field, typed }) => {
      const { catalogue } = house.library;
      let known = values.get(field);
      if (known?.of !== catalogue) {
        known = { of: catalogue, known: await slices().run(valuesOf(catalogue.papers.map(({ paper }) => paper), field)) };
        values.set(field, known);
      }
      return complete(known.known, typed);
    },
    edit: ({ version, edit }) => makeEdit(services, version, edit),
    lookUp: async ({ row }) => {
      const paper = sheet.table.get(row)?.paper;
      if (!paper) throw new UserError(vscode.l10n.t('This paper cannot be read.'));
      return { ...(await lookUpPaper(house, paper, session.signal)), version: sheet.version };
    },
    run: async (params) => {
      await runAction(services, params);
      return {};
    },
    keep: async ({ state }, page) => {
      await kept.set(document.uri, page.column, state);
      return {};
    },
    failed: ({ message, stack }) => {
      house.log.error(`The page of the catalogue editor: ${message.slice(0, 2000)}\n${stack.slice(0, 8000)}`);
      return Promise.resolve({});
    },
  };
}

async function open({ session, kept, wanted }: Services, page: Page) {
  const strings = Object.fromEntries(Object.entries(pageStrings).map(([name, text]) => [name, vscode.l10n.t(text)]));
  const state = await session.open();
  // from here on without a pause: the patches that follow stand on this state
  page.shown = true;
  return { state, kept: kept.get(session.document.uri, page.column), strings, select: session.rowOf(wanted.take(session.document.uri)) ?? null };
}

function papersOf({ sheet }: Session): Paper[] {
  return sheet.table.rows.flatMap(({ paper }) => paper ?? []);
}

/** The file that a paper stands in, where the document in front is that of the whole catalogue. */
async function otherFile({ sheet, layer }: Session, row: number): Promise<vscode.TextDocument | undefined> {
  const file = sheet.table.get(row)?.item.file;
  return file && !sheet.file && layer ? vscode.workspace.openTextDocument(fileOf(layer.source, file.file)) : undefined;
}
