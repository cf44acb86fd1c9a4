/** Catalogues → lists in Markdown, whole or between markers; and papers in every format that others read. Loaded late. */
export { beginMarker, findRegions, publishBetween, readWritten, updateInSteps, type Region, type Updated } from './markers.js';
export { bibtexIds, optionNames, publishOptions, PublishError, readOptions, remarkIds, shapeIds, sortIds, type OptionName, type PublishOptions, type ShapeId, type WrittenOptions } from './options.js';
export { headingsAbove, publish, publishInSteps, wholeFile, type Published } from './publish.js';
export { papersOfCategory, type Publishable } from './sections.js';
export { shapes } from './shapes/index.js';
export { placeholders, readTemplate } from './shapes/template.js';
