import tseslint from 'typescript-eslint';

/** The core is pure: these never appear in it. The build (`node esbuild.mjs --wall`) proves it; this says so while typing. */
const outsideTheWall = [
  { group: ['vscode'], message: 'src/core never sees the editor: take what you need through core/ports.ts.' },
  { group: ['node:*', 'fs', 'path', 'os', 'crypto', 'child_process', 'undici'], message: 'src/core never sees Node: take what you need through core/ports.ts.' },
  { group: ['**/editor/**', '**/host/**'], message: 'src/core never sees its adapters.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'test/fixtures/', 'test-results/', 'scripts/', '*.mjs', '**/*.mjs', '**/*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['src/core/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: outsideTheWall }] } },
  { files: ['src/cli.ts', 'src/cli/**/*.ts', 'bench/**/*.ts', 'test/ui/**/*.ts'], rules: { 'no-console': 'off' } },
);
