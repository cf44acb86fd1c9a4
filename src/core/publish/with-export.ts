/** Lists and exports: the door through which those come in who load this part late. */
export * from './index.js';
export { exportFormatIds, exportFormats, type ExportFormat, type ExportFormatId, type ExportOptions } from '../export/formats.js';
