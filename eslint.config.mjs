import stylistic from '@stylistic/eslint-plugin';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import imports from './tools/lint/imports.mjs';

/** Folders that work without cdk8s. */
const WITHOUT_CDK8S = [
  'lib/cli/**',
  'lib/go/**',
  'lib/apimachinery/**',
  'lib/k8s/**',
  'lib/manifest/**',
].concat(['lib/object/**', 'lib/plugin/**', 'lib/report/**', 'lib/text/**', 'lib/validate/**']);

const cdk8sPackages = {
  group: ['cdk8s', 'cdk8s-plus-*', 'constructs'],
  message: 'this folder works without cdk8s',
};
const jsYaml = { group: ['js-yaml'], message: 'lib/manifest reads YAML as kubectl does' };
const restricted = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const generated = [
  'lib/k8s/{apps,batch,core,index,meta,names,scheduling}.ts',
  'lib/validate/schema/{blanks,encodings,go-types,minors,table,types}.ts',
  'lib/kubectl/commands/explain/{field-rules-table,published-data}.ts',
  'lib/kubectl/scheme/go-structs.ts',
  'lib/options/table.ts',
  'lib/validate/catalogue/records.ts',
  'lib/validate/rule-ids.ts',
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '**/*.d.ts', 'coverage/**', 'scratch/**', 'test/pack/app/**'] },
  ...tseslint.configs.recommended,
  {
    plugins: { '@stylistic': stylistic },
    rules: {
      '@stylistic/max-len': [
        'error',
        {
          code: 110,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
          ignoreUrls: true,
        },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { disallowTypeAnnotations: false, fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      curly: ['error', 'multi-line', 'consistent'],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['lib/**', 'patterns/**', 'tools/**'],
    rules: {
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 35, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'no-console': 'error',
    },
  },
  {
    // Input is hostile: no expression may take more than linear time. One that is sticky moves nowhere.
    files: ['lib/**', 'patterns/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': [
        'error',
        { report: 'potential', ignorePartial: false, ignoreSticky: true },
      ],
    },
  },
  {
    files: ['lib/validate/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "ObjectExpression:not(CallExpression[callee.name='defineRule'] > ObjectExpression) > Property[key.name=/^(id|rule)$/] > Literal[value=/./]",
          message: "a rule's id is in its record alone: refer to it as RULE.id",
        },
      ],
    },
  },
  { files: ['lib/kubectl/kubectl.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['lib/**', 'patterns/**'],
    plugins: { imports },
    rules: { 'imports/no-cycle': 'error', 'imports/one-way': 'error', ...restricted(jsYaml) },
  },
  {
    files: WITHOUT_CDK8S,
    ignores: ['**/*.for-typescript.ts'],
    rules: restricted(cdk8sPackages, jsYaml),
  },
  {
    files: generated,
    rules: {
      'max-lines': 'off',
      'no-restricted-syntax': 'off',
      '@stylistic/max-len': 'off',
      '@typescript-eslint/array-type': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
    },
  },
  { files: ['tools/*.ts', 'bench/**'], rules: { 'no-console': 'off' } },
);
