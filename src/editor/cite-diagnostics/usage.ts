/** Which keys the documents of the workspace cite, for telling which entries of a bibliography nobody needs. */
import * as vscode from 'vscode';
import { hasPlace, type CitedDocuments } from '../shared/cited-documents.js';
import type { BibliographyFile } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import type { CitingFile, WorkspaceCitations } from '../shared/workspace-citations.js';

/** Files that cite a key of the bibliography and turn out to take it from another one; after so many it is taken for unused. */
const mostLooks = 30;

/** What cites every entry there is. */
const citesAll = /\\nocite\s{0,20}\{\s{0,20}\*\s{0,20}\}|^nocite[ \t]*:[^\n]{0,200}@\*/mu;

export class Usage {
  constructor(private readonly house: House, private readonly workspace: WorkspaceCitations, private readonly documents: CitedDocuments) {}

  /**
   * Every key that is cited in the workspace, from whatever bibliography: better a hint too few.
   * Undefined when no document uses the bibliography, or one cites all of it.
   */
  async of({ bibliography, uri }: BibliographyFile, token: vscode.CancellationToken): Promise<ReadonlySet<string> | undefined> {
    const keys = new Set<string>();
    const id = uri.toString();
    let used = false;
    for (const document of vscode.workspace.textDocuments.filter((one) => !one.isClosed && hasPlace(one) && this.documents.mayCite(one))) {
      const found = await this.documents.of(document);
      if (!found || token.isCancellationRequested) continue;
      for (const key of found.cited.keys.keys()) keys.add(key);
      if (!found.bibliography.files.some((file) => file.uri.toString() === id)) continue;
      if (found.cited.everything) return undefined;
      used ||= found.cited.keys.size > 0;
    }
    let looks = 0;
    for await (const file of this.workspace.citing(() => true, token)) {
      for (const { key } of file.places) keys.add(key);
      if (used || looks >= mostLooks || !file.places.some(({ key }) => bibliography.find(key) !== undefined)) continue;
      looks += 1;
      const text = await file.text();
      used = await this.#uses(file, text, id);
      if (used && citesAll.test(text)) return undefined;
    }
    return used ? keys : undefined;
  }

  async #uses(file: CitingFile, text: string, id: string): Promise<boolean> {
    const { bibliographies } = this.house;
    const { files } = file.document ? await bibliographies.of(file.document) : await bibliographies.ofFile(file.uri, text, file.markup.id);
    return files.some(({ uri }) => uri.toString() === id);
  }
}
