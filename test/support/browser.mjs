import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { scratchFolder } from './scratch.mjs';

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** The installed Chromium is a headless shell for servers; these make it start there and draw letters like a desktop one. */
const SHELL = ['--no-zygote', '--font-render-hinting=none'];

/**
 * Launches a headless Chromium: the one named by the environment variable LITSHELF_CHROMIUM, else the installed one.
 * It ignores Ctrl+C and the like: whoever launched it closes it, after a last screenshot.
 * @param {string} folder where the installed Chromium was unpacked
 */
export async function launchBrowser(folder) {
  const named = process.env.LITSHELF_CHROMIUM;
  if (named && !existsSync(named)) throw new Error(`LITSHELF_CHROMIUM names ${named}, which does not exist.`);
  const common = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  if (named) return chromium.launch({ ...common, executablePath: named, args: QUIET });
  const libraries = [path.join(folder, 'libraries', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({
    ...common,
    executablePath: path.join(folder, 'chromium'),
    args: [...QUIET, ...SHELL],
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: writeFontSettings(folder) },
  });
}

/**
 * Names the unpacked fonts to the browser, which ends at the first letter it has no font for.
 * Written for each launch, as it holds absolute paths and the project's folder may be moved.
 * @returns the folder of the settings
 */
function writeFontSettings(folder) {
  const settings = path.join(scratchFolder('fonts'), 'fontconfig');
  mkdirSync(settings);
  const folders = [path.join(folder, 'fonts'), '/usr/share/fonts'].map((one) => `<dir>${one}</dir>`).join('');
  const prefer = (family, first) => `<alias binding="same"><family>${family}</family><prefer><family>${first}</family></prefer></alias>`;
  const families = prefer('monospace', 'DejaVu Sans Mono') + prefer('sans-serif', 'DejaVu Sans') + prefer('serif', 'DejaVu Serif');
  writeFileSync(
    path.join(settings, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${path.join(settings, 'cache')}</cachedir>${families}</fontconfig>\n`,
  );
  return settings;
}
