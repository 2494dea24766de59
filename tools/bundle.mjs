// Makes one file of each door of the package: to load many small files takes longer than to run them. A door
// that another one opens later, by a `require` of its own, stays outside of it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { licencesOf } from './build/licences.mjs';

const root = resolve(import.meta.dirname, '..');
const output = join(root, 'dist', 'js');
const require = createRequire(import.meta.url);

/**
 * The jsii entry is made from what jsii compiled, which knows the names of its types; the others run faster
 * from source.
 */
const ENTRY = 'lib/index';
const VALIDATION = [
  'lib/validate/judging',
  'lib/validate/defaulting',
  'lib/manifest/source',
  'lib/cli/check/judge-batch',
  'lib/cli/validate/report',
];
/** Output by a template, which is rarely asked for. */
const TEMPLATES = ['lib/kubectl/print/jsonpath/index', 'lib/kubectl/print/go-template/index'];
const KUBECTL = [
  'lib/cli/kubectl/index',
  'lib/kubectl/commands/runs',
  'lib/kubectl/make',
  'lib/kubectl/commands/in-code',
  'lib/kubectl/errors',
  'lib/kubectl/overrides',
  ...TEMPLATES,
];
/** What a process or a thread begins with. It knows from which other files compiled code may be kept. */
const PROGRAMS = ['lib/cli/main', 'lib/cli/check/worker'];
const LOADED = [ENTRY, ...VALIDATION, 'lib/cli/own', 'lib/testing/index', 'lib/testing/jest', ...KUBECTL];
const DOORS = [...LOADED, ...PROGRAMS];

/**
 * Packages that the doors contain, so that users install none; of js-yaml the CommonJS form, which reads
 * three times as fast as the other.
 */
const INLINED = /^(commander|fastest-levenshtein|ignore|js-yaml)$/;
/** A package that is rarely needed has a file of its own. */
const WATCHER = 'lib/cli/chokidar';
const contents = new Set();

for (const door of LOADED) await bundle(door);
const made = createHash('sha256');
for (const door of LOADED) made.update(readFileSync(fileOf(door)));
const BUILD = JSON.stringify(made.digest('hex').slice(0, 16));
for (const door of PROGRAMS) await bundle(door, { BUILD });
await bundle(WATCHER, {}, require.resolve('chokidar'));
writeFileSync(join(output, 'LICENSES.txt'), licencesOf(root, contents));
removeAllBut([...DOORS, WATCHER].map(fileOf));

function fileOf(door) {
  return join(output, `${door}.js`);
}

async function bundle(door, define = {}, source = door === ENTRY ? fileOf(door) : join(root, `${door}.ts`)) {
  const file = fileOf(door);
  const { metafile } = await build({
    entryPoints: [source],
    outfile: file,
    allowOverwrite: true,
    metafile: true,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    minifyWhitespace: door !== ENTRY,
    minifySyntax: door !== ENTRY,
    logLevel: 'warning',
    define,
    footer: door === ENTRY ? { js: namesOf(file) } : {},
    plugins: [
      {
        name: 'doors',
        setup: (build) => build.onResolve({ filter: /^\./ }, (request) => otherDoor(door, request)),
      },
      { name: 'packages', setup: (build) => withPackages(build, door) },
    ],
  });
  Object.keys(metafile.inputs).forEach((input) => contents.add(input));
}

/** What was compiled and is now inside a door would never be loaded. */
function removeAllBut(files) {
  for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && file.endsWith('.js') && !files.includes(file)) rmSync(file);
  }
}

function otherDoor(door, { path, resolveDir, kind }) {
  const target =
    kind === 'entry-point'
      ? undefined
      : DOORS.find((other) => [root, output].some((base) => join(base, other) === resolve(resolveDir, path)));
  if (target === undefined || target === door) return undefined;
  const way = relative(dirname(door), target);
  return { path: asModule(way), external: true };
}

function asModule(way) {
  return `${way.startsWith('.') ? way : `./${way}`}.js`;
}

/** Commander loads child_process for commands that are programs of their own, of which there are none. */
function withPackages(build, door) {
  build.onResolve({ filter: INLINED }, ({ path }) => ({ path: require.resolve(path) }));
  build.onResolve({ filter: /^chokidar$/ }, () => ({
    path: asModule(relative(dirname(door), WATCHER)),
    external: true,
  }));
  build.onResolve({ filter: /^readdirp$/ }, ({ path, resolveDir }) => ({
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
