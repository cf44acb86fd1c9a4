'use strict';

// Takes the place of the compiled @vscode/spdlog: the part of it that VS Code calls, in plain JavaScript.
// Without it VS Code runs, but writes no log file at all.

const fs = require('node:fs');
const path = require('node:path');

/** In spdlog's order: a logger writes the levels from its own upwards. */
const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const INFO = LEVELS.indexOf('info');

/** Appends lines to one file, at once: a host that dies leaves all it said. Files are not rotated. */
class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.level = INFO;
    this.plain = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }

  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }

  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  /** VS Code writes its own time and level for loggers without formatters (the output channels). */
  clearFormatters() { this.plain = true; }
  setPattern() {}
  flush() {}
  drop() {}

  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try {
      fs.appendFileSync(this.file, this.plain ? message : `${time} [${LEVELS[level]}] ${message}\n`);
    } catch {
      // the log folder is removed while the last host still writes its goodbye
    }
  }
}

const createLogger = async (name, file) => new Logger('rotating', name, file);

// One by one: VS Code imports this as an ES module, and Node finds the names of a CommonJS module only in this form.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
