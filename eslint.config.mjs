import stylistic from '@stylistic/eslint-plugin';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** What a folder may not import: imports go one way. */
const layers = [
  {
    files: ['lib/go/**', 'lib/apimachinery/**', 'lib/text/**', 'lib/object/**'],
    banned: ['manifest', 'validate', 'report', 'kubectl', 'pod', 'workload', 'cli', 'k8s', 'patterns'],
    cdk8s: false,
  },
  {
    files: ['lib/manifest/**'],
    banned: ['validate', 'report', 'kubectl', 'pod', 'workload', 'cli', 'k8s', 'patterns'],
    cdk8s: false,
  },
  {
    files: ['lib/validate/**'],
    banned: ['report', 'kubectl', 'pod', 'workload', 'cli', 'k8s', 'patterns'],
    cdk8s: false,
  },
  { files: ['lib/report/**'], banned: ['pod', 'workload', 'cli', 'k8s', 'patterns'], cdk8s: false },
  { files: ['lib/cli/**'], banned: ['pod', 'workload', 'k8s', 'patterns'], cdk8s: false },
  { files: ['lib/plugin/**'], banned: ['pod', 'workload', 'cli', 'k8s', 'patterns'], cdk8s: false },
  {
    files: ['lib/k8s/**'],
    banned: ['manifest', 'validate', 'report', 'pod', 'workload', 'cli', 'patterns'],
    cdk8s: false,
  },
  { files: ['lib/pod/**'], banned: ['workload', 'cli', 'plugin', 'patterns'], cdk8s: true },
  { files: ['lib/workload/**'], banned: ['cli', 'plugin', 'patterns'], cdk8s: true },
  { files: ['lib/testing/**'], banned: ['cli', 'plugin', 'patterns'], cdk8s: true },
  {
    files: ['lib/kubectl/**'],
    banned: ['workload', 'pod', 'cli', 'report', 'plugin', 'patterns'],
    cdk8s: true,
  },
  { files: ['patterns/**'], banned: ['cli', 'report', 'validate', 'manifest'], cdk8s: true },
];

const cdk8sPackages = {
  group: ['cdk8s', 'cdk8s-plus-*', 'constructs'],
  message: 'this folder works without cdk8s',
};
const jsYaml = { group: ['js-yaml'], message: 'only lib/manifest reads YAML' };

function direction({ files, banned, cdk8s }) {
  const folders = {
    group: banned.flatMap((folder) => [
      `../${folder}`,
      `../${folder}/**`,
      `../lib/${folder}/**`,
      `../../${folder}/**`,
    ]),
    message: 'imports go one way: patterns → workload → pod → validate → manifest',
  };
  const patterns = [
    folders,
    ...(cdk8s ? [] : [cdk8sPackages]),
    ...(files[0].startsWith('lib/manifest') ? [] : [jsYaml]),
  ];
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const generated = [
  'lib/k8s/{apps,batch,core,index,meta,names}.ts',
  'lib/validate/schema/{blanks,encodings,go-types,minors,table,types}.ts',
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
  ...layers.map(direction),
  {
    files: generated,
    rules: {
      'max-lines': 'off',
      'no-restricted-syntax': 'off',
      '@stylistic/max-len': 'off',
      '@typescript-eslint/array-type': 'off',
    },
  },
  { files: ['tools/*.ts', 'bench/**'], rules: { 'no-console': 'off' } },
);
