/** Changes to files of catalogues: all of them or none, through VS Code where a document is open, and possible to take back. */
import * as vscode from 'vscode';
import { WriteError, type Disk } from '../../core/ports.js';
import { applySplices, type Splice } from '../../core/yaml/splice.js';
import { exists } from './exists.js';
import { UserError } from './messages.js';
import { settled } from './open-document.js';

export interface FileChange {
  readonly uri: vscode.Uri;
  /** The change of a text; called again when the text turns out to be newer. A file that is not there has the text ''. */
  edit(text: string): readonly Splice[];
}

/** A change that was made. */
export interface Written {
  /** Takes it back, byte for byte. @throws UserError when a file was changed since; then nothing is taken back */
  undo(): Promise<void>;
  /** This change and the one made after it as one; undefined when somebody else changed a file of both in between. */
  with(next: Written): Written | undefined;
}

interface Step {
  readonly uri: vscode.Uri;
  /** The file was not there before. */
  readonly created: boolean;
  readonly before: string;
  readonly after: string;
}

/** What a change did, file by file: each file once. */
const stepsOf = new WeakMap<Written, readonly Step[]>();

function joinSteps(first: readonly Step[], next: readonly Step[]): Step[] | undefined {
  const joined = new Map(first.map((step) => [step.uri.toString(), step]));
  for (const step of next) {
    const before = joined.get(step.uri.toString());
    if (before && before.after !== step.before) return undefined;
    joined.set(step.uri.toString(), before ? { ...before, after: step.after } : step);
  }
  return [...joined.values()];
}

export class FileWriter {
  constructor(private readonly disk: Disk) {}

  /** @throws UserError naming file and reason, or what `edit` throws; then every file is as it was */
  async write(changes: readonly FileChange[]): Promise<Written> {
    // in open documents first: there alone somebody may be typing
    const open = await Promise.all(changes.map(async (change) => ({ change, document: await settled(change.uri) })));
    const done: Step[] = [];
    try {
      done.push(...(await this.#inDocuments(open.flatMap(({ change, document }) => (document ? [{ change, document }] : [])))));
      for (const { change, document } of open) if (!document) done.push(...(await this.#inFile(change)));
    } catch (fault) {
      await this.#restore(done);
      throw fault instanceof WriteError ? toUserError(fault) : fault;
    }
    return this.#written(done);
  }

  #written(steps: readonly Step[]): Written {
    const written: Written = {
      undo: async () => {
        for (const { uri, after } of steps) if ((await this.#textOf(uri)) !== after) throw new UserError(vscode.l10n.t('{0} was changed since. Nothing was taken back.', shown(uri)));
        await this.#restore(steps);
      },
      with: (next) => {
        const joined = joinSteps(steps, stepsOf.get(next) ?? []);
        return joined && this.#written(joined);
      },
    };
    stepsOf.set(written, steps);
    return written;
  }

  async #inDocuments(open: readonly { change: FileChange; document: vscode.TextDocument }[]): Promise<Step[]> {
    const edit = new vscode.WorkspaceEdit();
    const steps: Step[] = [];
    const clean: vscode.TextDocument[] = [];
    for (const { change, document } of open) {
      const before = document.getText();
      const splices = change.edit(before);
      if (splices.length === 0) continue;
      for (const { start, end, text } of splices) edit.replace(change.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
      steps.push({ uri: change.uri, created: false, before, after: applySplices(before, splices) });
      // what a person has not saved yet stays theirs to save
      if (!document.isDirty) clean.push(document);
    }
    if (steps.length === 0) return [];
    const names = steps.map(({ uri }) => shown(uri)).join(', ');
    if (!(await vscode.workspace.applyEdit(edit))) throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only.', names));
    for (const document of clean) {
      if (await document.save()) continue;
      await this.#restore(steps);
      throw new UserError(vscode.l10n.t('{0} could not be saved, and was left as it was.', shown(document.uri)));
    }
    return steps;
  }

  async #inFile(change: FileChange): Promise<Step[]> {
    const { uri } = change;
    const created = !(await exists(uri));
    let step: Step | undefined;
    await this.#update(uri, (before) => {
      const splices = change.edit(before);
      step = splices.length === 0 ? undefined : { uri, created, before, after: applySplices(before, splices) };
      return step?.after;
    });
    return step ? [step] : [];
  }

  /** Back to what was before, where nobody has changed anything since. */
  async #restore(steps: readonly Step[]): Promise<void> {
    for (const { uri, created, before, after } of [...steps].reverse()) {
      const document = await settled(uri);
      if (document) {
        if (document.getText() !== after) continue;
        const dirty = document.isDirty;
        const edit = new vscode.WorkspaceEdit();
        edit.replace(uri, new vscode.Range(document.positionAt(0), document.positionAt(after.length)), before);
        if ((await vscode.workspace.applyEdit(edit)) && !dirty) await document.save();
      } else if (created && (await this.#textOf(uri)) === after) await vscode.workspace.fs.delete(uri);
      else await this.#update(uri, (text) => (text === after ? before : undefined));
    }
  }

  async #textOf(uri: vscode.Uri): Promise<string> {
    const document = await settled(uri);
    if (document) return document.getText();
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      return '';
    }
  }

  async #update(uri: vscode.Uri, change: (text: string) => string | undefined): Promise<void> {
    if (uri.scheme === 'file') {
      await this.disk.update(uri.fsPath, change);
      return;
    }
    // a virtual file system has no way to replace a file that we know of: it is asked to write, and says why it cannot
    const after = change(await this.#textOf(uri));
    if (after === undefined) return;
    try {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(after));
    } catch (fault) {
      throw new UserError(vscode.l10n.t('{0} could not be written: {1}', shown(uri), fault instanceof Error ? fault.message : String(fault)));
    }
  }
}

function toUserError({ fault, file, message }: WriteError): UserError {
  const name = shown(vscode.Uri.file(file));
  switch (fault) {
    case 'readOnly': return new UserError(vscode.l10n.t('{0} may not be changed: the file or its folder is read-only. Nothing was changed.', name));
    case 'full': return new UserError(vscode.l10n.t('{0} could not be written: the disk is full. Nothing was changed.', name));
    case 'missing': return new UserError(vscode.l10n.t('{0} could not be written: its folder is gone. Nothing was changed.', name));
    case 'notText': return new UserError(vscode.l10n.t('{0} is not UTF-8 text. Save it as UTF-8 first; nothing was changed.', name));
    case 'restless': return new UserError(vscode.l10n.t('{0} is being changed by another program again and again. Try again when it is done; nothing was changed.', name));
    case 'unwritable': return new UserError(vscode.l10n.t('{0} could not be written: {1}', name, message));
  }
}

function shown(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
