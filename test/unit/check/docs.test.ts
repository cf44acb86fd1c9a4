/** docs/checks.md has a section for every code, with its severity, what, why and fix. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { codeNames, rulesOf } from '../../../src/core/check/index.js';
import { inside } from '../cli/litshelf.js';

describe('the documentation of checks', () => {
  const text = readFileSync('docs/checks.md', 'utf8');
  const sections = new Map(text.split(/^### /mu).slice(1).map((section) => [section.slice(0, section.indexOf('\n')), section]));

  it('has a section for every code, and no other', () => {
    // a file that cannot be opened is found before anything is read
    assert.deepEqual([...sections.keys()].sort(), [...codeNames, 'file-unreadable'].sort());
    assert.equal(new Set(codeNames).size, codeNames.length);
  });

  it('says of each how severe it is, what it is, why, and how it is fixed', () => {
    const words = { error: 'Error', warning: 'Warning', info: 'Info' } as const;
    for (const { code, severity } of rulesOf()) {
      const section = sections.get(code) ?? '';
      assert.ok(section.includes(`\n${words[severity]}. **What:** `), code);
      assert.match(section, /\*\*Why:\*\* .{10,} \*\*Fix:\*\* .{5,}/u, code);
    }
  });

  it('is what the help and the setting name', async () => {
    const { out } = await inside('check', '--help');
    for (const { code, about } of rulesOf()) assert.match(out, new RegExp(`^  ${code} .*${about.slice(0, 20).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'mu'));
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { configuration: { properties: Record<string, { propertyNames?: { enum?: string[] } }> } } };
    assert.deepEqual(contributes.configuration.properties['litshelf.check.severity']?.propertyNames?.enum, codeNames);
  });
});
