import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moduleName, typeModules } from '../go/tables';
import { newestRelease, type Version } from './version';

/** Modules with rules: those in which tools/coverage/sites.go follows calls. */
const RULE_MODULES = ['kubernetes', 'apiserver', 'component-helpers', 'pod-security-admission'] as const;

/**
 * Downloads the modules of a version that are not in the folder yet.
 *
 * @returns those of types that cannot be had, with the reason, a line each
 * @throws Error if one with rules cannot be had, or those with most types
 */
export function downloadModules(folder: string, { text, minor }: Version): string[] {
  const types = typeModules(minor).map(({ name }) => name);
  return [...RULE_MODULES, ...types].flatMap((module) => {
    const name = moduleName(module, text);
    if (existsSync(join(folder, name))) return [];
    const reason = download(folder, name);
    if (reason === undefined) return [];
    const line = `${name}: ${reason}`;
    if (OPTIONAL.has(module)) return [line];
    throw new Error(`cannot download ${line}`);
  });
}

/** Their types change little, and those of older minors are known. */
const OPTIONAL = new Set(['apiextensions-api', 'kube-aggregator']);

/** Go may fetch a module and still refuse to build it: what counts is whether it is there. */
function download(folder: string, name: string): string | undefined {
  const { stdout, stderr, error } = go(['mod', 'download', '-json', name], { GOMODCACHE: folder });
  if (existsSync(join(folder, name))) return undefined;
  const told = /"Error": "(.*)"/.exec(stdout)?.[1] ?? stderr.trim();
  return error?.message ?? (told.replace(/\\n\\t?/g, ' ') || 'go mod download does not say why');
}

/** @throws Error if there is none */
export function newestReleaseOf(minor: number): string {
  const { stdout, stderr, error } = go(['list', '-m', '-versions', 'k8s.io/kubernetes']);
  const found = newestRelease(stdout ?? '', minor);
  if (found) return found;
  throw new Error(
    `cannot find the newest release of 1.${minor}: ${error?.message ?? (stderr.trim() || 'there is none')}; name one with --before`,
  );
}

const go = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync('go', args, {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '-mod=mod', ...env },
  });
