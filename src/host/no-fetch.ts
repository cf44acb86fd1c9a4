/** Stands in dist/csl.js where citation-js has `sync-fetch-undici`, which runs child processes: formatting fetches nothing. */
export default function fetchNothing(): never {
  throw new Error('Formatting references fetches nothing.');
}
