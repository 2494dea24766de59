// Which file of the sources imports which: by value, for types alone, and later by a `require` of its own.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** Files by path from the root, each with the files that it imports. */
export function importGraph(root, folders) {
  const graph = new Map();
  for (const file of folders.flatMap((folder) => sourcesBelow(join(root, folder)))) {
    graph.set(
      relative(root, file),
      importsOf(file).map((target) => relative(root, target)),
    );
  }
  return graph;
}

function sourcesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.m?ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => sourceAt(resolve(dirname(file), fileName)))
    .filter((target) => target !== undefined);
}

/** The source that a path without extension leads to. */
export function sourceAt(path) {
  const bare = path.replace(/\.js$/, '');
  return [`${bare}.ts`, `${bare}.mts`, join(bare, 'index.ts')].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}

/** Groups of files that import one another, each by its shortest names first. */
export function cyclesOf(graph) {
  const state = { index: 0, indices: new Map(), low: new Map(), stack: [], groups: [] };
  for (const node of graph.keys()) if (!state.indices.has(node)) visit(node, graph, state);
  return state.groups;
}

function visit(node, graph, state) {
  const { indices, low, stack } = state;
  indices.set(node, state.index);
  low.set(node, state.index++);
  stack.push(node);
  for (const target of graph.get(node) ?? []) {
    if (!indices.has(target)) {
      visit(target, graph, state);
      low.set(node, Math.min(low.get(node), low.get(target)));
    } else if (stack.includes(target)) {
      low.set(node, Math.min(low.get(node), indices.get(target)));
    }
  }
  if (low.get(node) !== indices.get(node)) return;
  const group = stack.splice(stack.indexOf(node));
  if (group.length > 1 || graph.get(node).includes(node)) state.groups.push(group.sort());
}
