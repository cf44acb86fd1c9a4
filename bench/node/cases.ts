/** Every case that a child process can run, by name. */
export { filter, group, merge } from './case-browse.js';
export { edit, editByJsYaml, editByYaml, editOneFile, editToRows } from './case-edit.js';
export { memory, memoryJson, memoryJsYaml, memorySnapshot, memoryYaml } from './case-memory.js';
export { jsonOfSnapshots, jsonParse, jsYamlLoad, layerCold, layerSnapshot, read, readOneFile, yamlParse } from './case-read.js';
export { search } from './case-search.js';
