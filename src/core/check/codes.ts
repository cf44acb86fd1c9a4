/** All codes, of reading as well as of the rules, and how severe each is. */
import type { Severity } from '../model/problem.js';
import { yamlRules } from '../yaml/rules.js';
import type { Severities } from './check.js';
import { linkDead } from './link-dead.js';
import { allCodes, checkRules } from './rules.js';

export interface CodeInfo {
  readonly code: string;
  readonly severity: Severity;
  readonly about: string;
}

/** Every code with its severity unless a setting says otherwise, and a line about it: those of reading first. */
export function rulesOf(): CodeInfo[] {
  return [...Object.entries(yamlRules).map(([code, rule]) => ({ code, ...rule })), ...checkRules.map(({ code, severity, about }) => ({ code, severity, about })), linkDead];
}

export const codeNames: readonly string[] = allCodes();

export function isCode(name: string): boolean {
  return codeNames.includes(name);
}

/** @param otherwise the rule's own severity. */
export function severityOf(code: string, otherwise: Severity, severities: Severities): Severity | 'off' {
  return (Object.hasOwn(severities, code) ? severities[code] : undefined) ?? otherwise;
}

/** What a setting or catalog.yaml says, made sure of: whatever is no code with a severity is left out. */
export function severitiesIn(value: unknown): Severities {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Severity | 'off'] => isCode(entry[0]) && ['error', 'warning', 'info', 'off'].includes(String(entry[1]))));
}
