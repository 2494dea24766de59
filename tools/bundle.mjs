// Makes one file of each entry of the package: loading many small files takes longer than running them. An
// entry that another one loads later, by a `require` of its own, stays outside of it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { licencesOf } from './build/licences.mjs';

const root = resolve(import.meta.dirname, '..');
const output = join(root, 'dist', 'js');
const require = createRequire(import.meta.url);

/**
 * The jsii entry is bundled from what jsii compiled, which knows the names of its types. Others run faster
 * from source: each file in lib/entries names a module, whose compiled file the bundle replaces.
 */
const INDEX = { source: join(output, 'lib/index.js'), module: 'lib/index' };
const ENTRIES = readdirSync(join(root, 'lib/entries')).map(entryOf);
const ALL = [INDEX, ...ENTRIES];

/**
 * Modules with public classes that a bundle takes from the index, which loads it: a copy of a class would be
 * another class.
 */
const FROM_INDEX = {
  'patterns/companions/catalogue': [
    'lib/pod/pod-template',
    'patterns/companions/companion',
    'patterns/copy-files',
  ],
};

/**
 * Bundles that only another one loads. What that contains, they take from it: a copy would be more to load,
 * and a class of it another class.
 */
const PARTS = {
  'lib/validate/admit': 'lib/validate/judging',
  'lib/cel/index': 'lib/validate/judging',
  'lib/go/regexp': 'lib/validate/judging',
  'lib/validate/custom-kinds': 'lib/validate/judging',
  'lib/validate/defaulting': 'lib/validate/judging',
  'lib/validate/embedded-pods/judge': 'lib/validate/judging',
  'lib/validate/kinds/others': 'lib/validate/judging',
  'lib/validate/rules/certificates': 'lib/validate/judging',
  'lib/validate/rules/custom-resource-definition': 'lib/validate/judging',
};

/** Packages that the entries contain, so that users install none. */
const INLINED = /^(antlr4ng|chokidar|commander|fastest-levenshtein|ignore|re2js|readdirp)$/;
const contents = new Set();

for (const entry of ALL.filter(({ module }) => !PARTS[module])) {
  const inside = await bundle(entry);
  const parts = ALL.filter(({ module }) => PARTS[module] === entry.module);
  if (parts.length) await bundleParts(entry, inside, parts);
}
writeFileSync(join(output, 'LICENSES.txt'), licencesOf(root, contents));
removeAllBut(ALL.map(fileOf));

/** An entry exports one module, or, where it is a program or a thread, imports it. */
function entryOf(name) {
  const source = join(root, 'lib/entries', name);
  const match = /^(?:import|export \* from) '(\.\.\/[^']+)';$/m.exec(readFileSync(source, 'utf8'));
  if (!match) throw new Error(`lib/entries/${name} names no module`);
  return { source, module: join('lib/entries', match[1]) };
}

function fileOf({ module }) {
  return join(output, `${module}.js`);
}

/** The parts of a bundle, and once more the bundle, which now exports the modules that they take from it. */
async function bundleParts(parent, inside, parts) {
  const taken = new Set();
  for (const part of parts) {
    await bundle(part, {
      plugins: [{ name: 'taken', setup: (build) => takeFrom(parent, part, inside, taken, build) }],
    });
  }
  // In the order in which esbuild asked, each build would be another.
  const lines = [...taken].sort().map((input) => `export * as ${sharedName(input)} from './${input}';`);
  await bundle(parent, {
    entryPoints: undefined,
    stdin: {
      contents: [`export * from './${relative(root, parent.source)}';`, ...lines].join('\n'),
      resolveDir: root,
    },
  });
}

function sharedName(input) {
  return `$${input.replace(/\W/g, '_')}`;
}

/** Takes the modules of another bundle from there, and notes which. */
function takeFrom(parent, part, inside, taken, build) {
  build.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind, namespace }) => {
    if (kind === 'entry-point' || namespace !== 'file') return undefined;
    const wanted = relative(root, resolve(resolveDir, path));
    const input = [`${wanted}.ts`, `${wanted}/index.ts`].find((file) => inside.has(file));
    if (input === undefined) return undefined;
    taken.add(input);
    return { path: input, namespace: 'taken' };
  });
  build.onLoad({ filter: /^/, namespace: 'taken' }, ({ path }) => ({
    contents: `module.exports = require('parent').${sharedName(path)};`,
  }));
  build.onResolve({ filter: /^parent$/, namespace: 'taken' }, () => ({
    path: wayTo(parent, part),
    external: true,
  }));
}

/** The modules that the bundle contains. */
async function bundle(entry, { plugins = [], ...options } = {}) {
  const file = fileOf(entry);
  const { metafile } = await build({
    entryPoints: [entry.source],
    outfile: file,
    allowOverwrite: true,
    metafile: true,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    minifyWhitespace: entry !== INDEX,
    minifySyntax: entry !== INDEX,
    logLevel: 'warning',
    footer: entry === INDEX ? { js: namesOf(file) } : {},
    plugins: [
      {
        name: 'entries',
        setup: (build) => build.onResolve({ filter: /^\./ }, (request) => otherEntry(entry, request)),
      },
      ...plugins,
      { name: 'packages', setup: withPackages },
    ],
    ...options,
  });
  const inputs = Object.keys(metafile.inputs);
  inputs.forEach((input) => contents.add(input));
  return new Set(inputs);
}

/** What was compiled and is now inside an entry would never be loaded. */
function removeAllBut(files) {
  for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && file.endsWith('.js') && !files.includes(file)) rmSync(file);
  }
}

function otherEntry(entry, { path, resolveDir, kind }) {
  if (kind === 'entry-point') return undefined;
  const wanted = resolve(resolveDir, path);
  const is = (module) =>
    [root, output].some((base) => [wanted, join(wanted, 'index')].includes(join(base, module)));
  const target = FROM_INDEX[entry.module]?.some(is) ? INDEX : ALL.find(({ module }) => is(module));
  if (target === undefined || target === entry) return undefined;
  return { path: wayTo(target, entry), external: true };
}

/** How one bundle requires another. */
function wayTo(target, from) {
  const way = relative(dirname(from.module), target.module);
  return `${way.startsWith('.') ? way : `./${way}`}.js`;
}

/** Commander loads child_process for commands that are programs of their own, of which there are none. */
function withPackages(build) {
  build.onResolve({ filter: INLINED }, ({ path, resolveDir }) => ({
    path: require.resolve(path, { paths: [resolveDir] }),
  }));
  build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
    importer.includes('commander') ? { path: 'none', namespace: 'none' } : undefined,
  );
  build.onLoad({ filter: /^none$/, namespace: 'none' }, () => ({ contents: '' }));
}

/** What ES modules find by name: Node reads it from the text, without running it. */
function namesOf(file) {
  const names = Object.keys(require(file)).filter((name) => name !== '__esModule');
  return `0 && (module.exports = { ${names.join(', ')} });`;
}
