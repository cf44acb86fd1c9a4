/** Places of a text that keep to their characters while somebody goes on typing. */
import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';

interface Place {
  readonly start: number;
  readonly end: number;
}

export class Anchors implements Disposable {
  #places: readonly Place[];
  readonly #listening: vscode.Disposable;

  constructor(document: vscode.TextDocument, places: readonly Place[]) {
    this.#places = places;
    this.#listening = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document !== document) return;
      // VS Code lists changes from the last to the first, so that offsets of earlier ones hold
      for (const { rangeOffset, rangeLength, text } of change.contentChanges) this.#places = this.#places.flatMap((place) => moved(place, rangeOffset, rangeLength, text.length));
    });
  }

  /** Where they are now; those whose characters were changed are gone. */
  left(): readonly Place[] {
    return this.#places;
  }

  dispose(): void {
    this.#listening.dispose();
  }
}

function moved(place: Place, offset: number, removed: number, added: number): Place[] {
  if (offset >= place.end) return [place];
  if (offset + removed > place.start) return [];
  return [{ start: place.start + added - removed, end: place.end + added - removed }];
}
