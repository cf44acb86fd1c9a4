/** Papers in the formats that other programs read. */
export { csvColumns, toCsv, type CsvOptions } from './csv.js';
export { exportFormatIds, exportFormats, exportPapers, type ExportFormat, type ExportFormatId, type ExportOptions } from './formats.js';
export { toRis, toRisFile } from './ris.js';
