import { createHash } from 'node:crypto';
import { dirname, join, relative, sep } from 'node:path';
import { Script } from 'node:vm';
import { ownFile, ownFolder, replaceFile } from './private-files';

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
 * Keeps compiled code of the package from one process to the next, in the user's folder for such things,
 * unless NODE_DISABLE_COMPILE_CACHE is set: compiling takes a third of the time that one small file takes.
 *
 * @param root the folder of the package's files
 * @param keep whether what this process compiles is kept, too
 */
export function reuseCompiled(root: string, keep: boolean): void {
  const folder =
    typeof BUILD === 'string' && !process.env.NODE_DISABLE_COMPILE_CACHE ? cacheFolder() : undefined;
  if (folder === undefined || !ownFolder(folder)) return;
  const { enableCompileCache } =
    parseInt(process.versions.node) >= 22 ? (require('node:module') as OwnCache) : {};
  if (enableCompileCache) enableCompileCache(folder);
  else new CompiledFiles(root, join(folder, `${BUILD!}-${process.version}-${process.arch}`)).install(keep);
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

/** Compiled code for a Node without a cache of its own, in the way of its loader for CommonJS. */
class CompiledFiles {
  /** Scripts whose code is not kept yet, and the files it belongs in. */
  private readonly fresh = new Map<string, { readonly script: Script; readonly code: string }>();

  constructor(
    private readonly root: string,
    private readonly folder: string,
  ) {}

  install(keep: boolean): void {
    const loading = Object.getPrototypeOf(module) as Loading;
    const { _compile: plain } = loading;
    const { run } = this;
    const below = this.root + sep;
    loading._compile = function compile(code, file) {
      return file.startsWith(below) && !code.startsWith('#!')
        ? run(this, code, file)
        : plain.call(this, code, file);
    };
    if (keep) process.once('exit', () => this.keep());
  }

  private readonly run = (module: Loading, code: string, file: string): unknown => {
    const kept = join(this.folder, `${relative(this.root, file).split(sep).join('-')}.code`);
    const cachedData = unsealed(ownFile(kept), code);
    const head = '(function (exports, require, module, __filename, __dirname) {';
    const script = new Script(`${head}${code}\n})`, {
      filename: file,
      columnOffset: -head.length,
      cachedData,
    });
    if (!cachedData || script.cachedDataRejected) this.fresh.set(kept, { script, code });
    const wrapped = script.runInThisContext() as (...given: unknown[]) => unknown;
    return wrapped.call(
      module.exports,
      module.exports,
      (id: string) => module.require(id),
      module,
      file,
      dirname(file),
    );
  };

  /** Nothing is lost if this fails: the next process compiles again. */
  private keep(): void {
    if (!this.fresh.size || !ownFolder(this.folder)) return;
    try {
      for (const [kept, { script, code }] of this.fresh) {
        replaceFile(kept, sealed(script.createCachedData(), code));
      }
    } catch {
      return;
    }
  }
}

/** Bytes of a seal. */
const SEAL = 32;

/** V8 compares no more than the length of a source: the seal is of the source and of the code made of it. */
const sealOf = (compiled: Buffer, source: string) =>
  createHash('sha256').update(source).update('\0').update(compiled).digest();

const sealed = (compiled: Buffer, source: string) => Buffer.concat([sealOf(compiled, source), compiled]);

function unsealed(kept: Buffer | undefined, source: string): Buffer | undefined {
  const compiled = kept?.subarray(SEAL);
  return compiled && sealOf(compiled, source).equals(kept!.subarray(0, SEAL)) ? compiled : undefined;
}
