/** The library as the texts are now, not as watchers will tell in a moment: for what begins from them. */
import * as vscode from 'vscode';
import type { House } from './house.js';
import { catalogueFileIn } from './layer-files.js';

/** Texts that are being typed are read now. */
export async function readOpenTexts({ library }: House, which: (document: vscode.TextDocument) => boolean = ({ isDirty }) => isDirty): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    for (const { source } of which(document) ? library.catalogue.layers : []) {
      const name = source.kind === 'bundled' ? undefined : catalogueFileIn(source, document.uri);
      if (name !== undefined) await library.setOpenText(source.id, name, document.isDirty ? document.getText() : undefined);
    }
  }
  await library.settled();
}

/** The same, and files that were just saved or written by another program. */
export async function readEverything(house: House): Promise<void> {
  await house.catalogue();
  await readOpenTexts(house, ({ isClosed }) => !isClosed);
  for (const { source } of house.library.catalogue.layers) if (source.kind !== 'bundled') await house.library.refresh(source.id);
}
