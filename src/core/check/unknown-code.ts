import { configFile } from '../catalogue/layer.js';
import { nearest } from '../search/nearest.js';
import type { CheckRule } from './check.js';

/** catalog.yaml sets the severity of a code that there is none of. @param codes all that there are */
export function unknownCode(codes: () => readonly string[]): CheckRule {
  return {
    code: 'unknown-code',
    severity: 'warning',
    about: '`check:` in catalog.yaml names a code that no check has.',
    *whole({ own, textOf }) {
      const known = codes();
      for (const [name, severity] of Object.entries(own.check ?? {})) {
        if (known.includes(name)) continue;
        // what is set already is not set anew
        const near = nearest(name, known.filter((code) => own.check?.[code] === undefined));
        const unset = { kind: 'unset', path: ['check', name] } as const;
        const config = near === undefined ? [unset] : [unset, { kind: 'set', path: ['check', near], value: severity } as const];
        yield {
          file: configFile,
          ...placeOf(textOf(configFile), name),
          message: `There is no check \`${name}\`, so that this sets nothing${near === undefined ? '; docs/checks.md has all codes.' : `: did you mean \`${near}\`?`}`,
          fix: { title: near === undefined ? `Remove ${name}` : `Write ${near} instead`, safe: false, papers: [], config },
        };
      }
    },
  };
}

/** The key, behind `check:`. */
function placeOf(text: string, name: string): { start: number; end: number } {
  const from = /^check[ \t]*:/mu.exec(text)?.index ?? 0;
  const start = Math.max(0, text.indexOf(name, from));
  return { start, end: Math.min(text.length, start + name.length) };
}
