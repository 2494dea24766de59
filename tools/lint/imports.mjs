// ESLint rules for all imports of the sources: by value, for types alone, and by a `require` or
// `typeof import(…)` later on.
import { dirname, relative, resolve } from 'node:path';
import { cyclesOf, importGraph, sourceAt } from './import-graph.mjs';
import { layerOf, mayImport } from './layers.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const SOURCES = ['lib', 'patterns'];

/** A rule that is asked about each import of a file of this package, by paths from the root. */
const aboutImports = (messages, judge) => ({
  meta: { type: 'problem', schema: [], messages },
  create(context) {
    const file = relative(ROOT, context.filename);
    const check = (node, specifier) => {
      if (typeof specifier?.value !== 'string' || !specifier.value.startsWith('.')) return;
      const target = sourceAt(resolve(dirname(context.filename), specifier.value));
      const found = target && judge(file, relative(ROOT, target));
      if (found) context.report({ node, ...found });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal),
      'CallExpression[callee.name="require"]': (node) => check(node, node.arguments[0]),
    };
  },
});

let cycles;

/** Cycles of all files; read once, so that an editor sees a new one when it is started again. */
const knownCycles = () => (cycles ??= cyclesOf(importGraph(ROOT, SOURCES)));

const noCycle = aboutImports({ cycle: 'this import closes a cycle: {{ cycle }}' }, (file, target) => {
  const cycle = knownCycles().find((files) => files.includes(file) && files.includes(target));
  return cycle && { messageId: 'cycle', data: { cycle: cycle.join(', ') } };
});

const oneWay = aboutImports(
  {
    up: '{{ layer }} may not import {{ target }}: imports go one way, as tools/lint/layers.mjs lists them',
    none: '{{ file }} is in no layer of tools/lint/layers.mjs',
  },
  (file, target) => {
    const layer = layerOf(file);
    if (!layer) return { messageId: 'none', data: { file } };
    return mayImport(file, target) ? undefined : { messageId: 'up', data: { layer, target } };
  },
);

export default { rules: { 'no-cycle': noCycle, 'one-way': oneWay } };
