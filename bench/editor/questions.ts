/** What the probe in the extension host can be asked; shared by it and its client. Times in milliseconds, memory in megabytes. */

export interface Activation {
  readonly load: number;
  readonly activate: number;
}

export interface Memory {
  /** Of the whole process, as it is; and after a garbage collection. */
  readonly rss: number;
  readonly rssCollected: number;
  /** Live objects, and memory outside the engine's heap. */
  readonly heap: number;
  readonly external: number;
}

/** A document to cite in; places are offsets of its text. */
export interface CitingTask {
  readonly file: string;
  /** Inside an empty citation. */
  readonly listAt: number;
  /** On a key. */
  readonly hoverAt: number;
  /** Letters typed there one after the other. */
  readonly typed: string;
}
/** Times by name; those that there is no answer for are left out. */
export type CitingFigures = Readonly<Record<string, number>>;

export interface Asked {
  /** Since 1970, with fractions: comparable with the page's clock. */
  now(): number;
  /** Undefined when the extension has not been activated. */
  activation(id: string): Activation | undefined;
  activate(id: string): boolean;
  memory(): Memory;
  /** Resident memory as it is: nothing is collected for it. */
  rss(): number;
  forgetBlocks(): boolean;
  /** The longest time since then that the event loop stood still. */
  longestBlock(): number;
  /** The longest time since then that the thread computed without a pause. */
  longestComputed(): number;
  /** Opens a file as a document and replaces a text in it; answers when the edit began. */
  replace(file: string, from: string, to: string): number;
  /** Opens a document and cites in it. */
  cite(task: CitingTask): CitingFigures;
  startProfile(): boolean;
  stopProfile(file: string): boolean;
}
