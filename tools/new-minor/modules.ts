import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moduleName, TYPE_MODULES } from '../go/tables';
import { newestRelease } from './version';

/** Modules with rules: those in which tools/coverage/sites.go follows calls. */
const RULE_MODULES = ['kubernetes', 'apiserver', 'component-helpers', 'pod-security-admission'] as const;
const ALL: readonly string[] = [...RULE_MODULES, ...Object.keys(TYPE_MODULES)];

/** Modules without which nothing can be compared. */
const NEEDED = new Set<string>([...RULE_MODULES, 'api', 'apimachinery', 'apiextensions-apiserver']);

/**
 * Downloads the modules of a version that are not in the folder yet.
 *
 * @returns those that cannot be had and that not every minor has, with the reason, a line each
 * @throws Error if another cannot be had
 */
export function downloadModules(folder: string, version: string): string[] {
  return ALL.flatMap((module) => {
    const name = moduleName(module, version);
    if (existsSync(join(folder, name))) return [];
    const reason = download(folder, name);
    if (reason !== undefined && NEEDED.has(module)) throw new Error(`cannot download ${name}: ${reason}`);
    return reason === undefined ? [] : [`${name}: ${reason}`];
  });
}

/** Go may fetch a module and still refuse to build it: what counts is whether it is there. */
function download(folder: string, name: string): string | undefined {
  const { stdout, stderr, error } = go(['mod', 'download', '-json', name], { GOMODCACHE: folder });
  if (existsSync(join(folder, name))) return undefined;
  const told = /"Error": "(.*)"/.exec(stdout)?.[1] ?? stderr.trim();
  return error?.message ?? (told || 'go mod download does not say why');
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
