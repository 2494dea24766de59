// Builds the package into dist, unless what is there was built from the same files: `npm ci`, `npm test`,
// `npm pack` and `npm install` of a repository all ask for a build, some of them twice. `--force` builds in
// any case.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { hashOf } from './build/inputs.mjs';
import { missingFiles, packageFiles } from './build/package-files.mjs';
import { replaceTypings } from './build/typings.mjs';

const root = resolve(import.meta.dirname, '..');
const STAMP = join(root, 'dist/js/built');
const WARNINGS = ['reserved-word', 'member-name-conflicts-with-type-name'];
/** jsii greets versions of Node.js that it considers too old or too new, although it works on them. */
const QUIET = {
  JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION: '1',
  JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '18,20,22,24',
};

const hash = hashOf(root);
const isBuilt = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash && !missingFiles(root).length;
if (!isBuilt || process.argv.includes('--force')) await build();

async function build() {
  const jsii = jsiiProgram();
  rmSync(join(root, 'dist/js'), { recursive: true, force: true });
  run([jsii, ...WARNINGS.map((warning) => `--silence-warnings=${warning}`)]);
  run([join(root, 'tools/bundle.mjs')]);
  replaceTypings(join(root, 'dist/js'));
  // It needs TypeScript, which is installed if jsii is.
  const { removeUnreachable } = await import('./build/declarations.mjs');
  removeUnreachable(
    join(root, 'dist/js'),
    packageFiles(root).map((file) => join(root, file)),
  );
  const missing = missingFiles(root);
  if (missing.length) fail(`the build lacks ${missing.join(', ')}, which package.json names`);
  writeFileSync(STAMP, hash);
}

function jsiiProgram() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('jsii/package.json')), 'bin/jsii');
  } catch {
    return fail('jsii is not installed: install the development dependencies, too (npm ci --include=dev)');
  }
}

/** Standard output belongs to npm, whose `npm pack --json` is read by programs. */
function run(argv) {
  const { status, error } = spawnSync(process.execPath, argv, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...QUIET, ...process.env },
  });
  if (error || status !== 0) fail(`${argv[0]} ${error ? error.message : `ended with exit code ${status}`}`);
}

function fail(message) {
  process.stderr.write(`build: ${message}\n`);
  process.exit(1);
}
