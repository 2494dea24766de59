import { join } from 'node:path';
import { createPrivateFolder } from './private-files';

/** Node's cache of compiled code, from 22.1 on. */
interface CompileCache {
  enableCompileCache?(folder: string): unknown;
}

/**
 * Lets Node keep compiled code from one process to the next, in a folder of the user's alone, unless
 * NODE_DISABLE_COMPILE_CACHE is set. Node 20 has no such cache. One of our own would save 28 ms of 132 there,
 * for one manifest, but it has to patch private parts of Node's loader.
 */
export function reuseCompileCache(): void {
  if (process.env.NODE_DISABLE_COMPILE_CACHE || Number.parseInt(process.versions.node) < 22) return;
  const { enableCompileCache } = require('node:module') as CompileCache;
  if (!enableCompileCache) return;
  const folder = cacheFolder();
  if (folder !== undefined && createPrivateFolder(folder)) enableCompileCache(folder);
}

/**
 * Where programs keep what they can make again (XDG Base Directory Specification, and its like on other
 * systems).
 */
function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  const inHome = (...names: string[]) => HOME && join(HOME, ...names);
  const own = { darwin: inHome('Library', 'Caches'), win32: LOCALAPPDATA }[process.platform as string];
  const base = own || XDG_CACHE_HOME || inHome('.cache');
  return base ? join(base, 'cdk8s-pod-patterns') : undefined;
}
