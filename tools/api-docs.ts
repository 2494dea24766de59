/**
 * Writes the API reference, docs/api.md and docs/api/*.md, and docs/kubectl-flags.md from the jsii assembly
 * of the last build:
 *
 *     npm run build && npm run api-docs
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAssemblyFromPath } from '@jsii/spec';
import { KNOWN_VERSIONS } from '../lib/validate/kubernetes-version';
import { kubectlFlagsPage } from './api-docs/kubectl/flags-page';
import { apiPages } from './api-docs/pages';

const ROOT = join(__dirname, '..');
const DOCS = join(ROOT, 'docs');

rmSync(join(DOCS, 'api'), { recursive: true, force: true });
mkdirSync(join(DOCS, 'api'));
const assembly = loadAssemblyFromPath(ROOT, false);
apiPages(assembly, KNOWN_VERSIONS.at(-1)!).forEach((text, file) => writeFileSync(join(DOCS, file), text));
writeFileSync(join(DOCS, 'kubectl-flags.md'), kubectlFlagsPage(assembly));
