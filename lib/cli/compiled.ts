import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Script } from 'node:vm';

/** What the files of the package are made from, in short; there is none where they are run from source. */
declare const BUILD: string | undefined;

/** Node's own cache of compiled code, from 22.1 on. */
interface OwnCache {
  enableCompileCache?(folder: string): unknown;
}

interface Loading {
  readonly exports: unknown;
  require(id: string): unknown;
  _compile(code: string, file: string): unknown;
}

/**
 * Keeps compiled code of the package from one process to the next, in the user's folder for such things, unless
 * NODE_DISABLE_COMPILE_CACHE is set: compiling takes a third of the time that one small file takes.
 *
 * @param root the folder of the package's files
 * @param keep whether what this process compiles is kept, too
 */
export function reuseCompiled(root: string, keep: boolean): void {
  const folder = typeof BUILD === 'string' && !process.env.NODE_DISABLE_COMPILE_CACHE ? cacheFolder() : undefined;
  if (folder === undefined) return;
  const { enableCompileCache } = parseInt(process.versions.node) >= 22 ? require('node:module') as OwnCache : {};
  if (enableCompileCache) enableCompileCache(folder);
  else new CompiledFiles(root, join(folder, `${BUILD!}-${process.version}-${process.arch}`)).install(keep);
}

/** Where programs keep what they can make again (XDG Base Directory Specification, and its like on other systems). */
function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  const inHome = (...names: string[]) => HOME && join(HOME, ...names);
  const own = { darwin: inHome('Library', 'Caches'), win32: LOCALAPPDATA }[process.platform as string];
  const base = own || XDG_CACHE_HOME || inHome('.cache');
  return base ? join(base, 'cdk8s-pod-patterns') : undefined;
}

/** Compiled code for a Node without a cache of its own, in the way of its loader for CommonJS. */
class CompiledFiles {
  /** Scripts whose code is not kept yet, and the files it belongs in. */
  private readonly fresh = new Map<string, Script>();

  constructor(private readonly root: string, private readonly folder: string) {}

  install(keep: boolean): void {
    const loading = Object.getPrototypeOf(module) as Loading;
    const { _compile: plain } = loading;
    const { run } = this;
    const below = this.root + sep;
    loading._compile = function compile(code, file) {
      return file.startsWith(below) && !code.startsWith('#!') ? run(this, code, file) : plain.call(this, code, file);
    };
    if (keep) process.once('exit', () => this.keep());
  }

  private readonly run = (module: Loading, code: string, file: string): unknown => {
    const kept = join(this.folder, `${relative(this.root, file).split(sep).join('-')}.code`);
    const cachedData = contentOf(kept);
    const head = '(function (exports, require, module, __filename, __dirname) {';
    const script = new Script(`${head}${code}\n})`, { filename: file, columnOffset: -head.length, cachedData });
    if (!cachedData || script.cachedDataRejected) this.fresh.set(kept, script);
    const wrapped = script.runInThisContext() as (...given: unknown[]) => unknown;
    return wrapped.call(module.exports, module.exports, (id: string) => module.require(id), module, file, dirname(file));
  };

  /** Nothing is lost where this cannot be: the next process compiles again. */
  private keep(): void {
    if (!this.fresh.size) return;
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      for (const [kept, script] of this.fresh) {
        const temporary = `${kept}.${process.pid}.tmp`;
        writeFileSync(temporary, script.createCachedData(), { mode: 0o600 });
        renameSync(temporary, kept);
      }
    } catch {
      return;
    }
  }
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
