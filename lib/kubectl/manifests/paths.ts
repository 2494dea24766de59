import { posix } from 'node:path';
import { quote } from '../../go/format';
import { KubectlError, KubectlErrors } from '../errors';
import { fileProblem, type Files } from '../files';
import { BadPattern, matcher } from '../../go/filepath-match';

/** What `-f`, `-k` and `-R` name. */
export interface FilenameFlags {
  readonly filename: readonly string[];
  readonly kustomize?: string;
  readonly recursive: boolean;
}

/** A text to read manifests from. */
export interface ManifestSource {
  /** What messages call it: its path, or STDIN. */
  readonly name: string;
  readonly bytes: () => Buffer;
}

export interface Sources {
  readonly sources: readonly ManifestSource[];
  /** Whether one file is named, not a folder and not standard input. */
  readonly single: boolean;
}

/** What is read from. */
export interface Readable {
  readonly files: Files;
  readonly stdin: () => Buffer;
}

const EXTENSIONS = ['.json', '.yaml', '.yml'];

/** What stands in place of resources where none are named. */
export const NO_RESOURCES = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;

export const LOCAL_RESOURCES = `error: you must specify resources by --filename when --local is set.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'`;

/** Finds the texts that flags name (Builder.FilenameParam, cli-runtime 1.36). */
export class SourceFinder {
  readonly sources: ManifestSource[] = [];
  readonly errors: KubectlError[] = [];
  private folder = false;
  private stream = false;
  private stdinInUse = false;

  constructor(
    private readonly readable: Readable,
    { filename, kustomize = '', recursive }: FilenameFlags,
  ) {
    if (this.refuse(filename, kustomize, recursive)) return;
    for (const path of filename) this.add(path, recursive);
  }

  /** Standard input is read by somebody else, too (StdinInUse). */
  useStdin(): void {
    if (this.stdinInUse) this.fail('standard input cannot be used for multiple arguments');
    this.stdinInUse = true;
  }

  fail(message: string): void {
    this.errors.push(new KubectlError(message));
  }

  /** @throws KubectlError of all that is wrong with the names */
  found(): Sources {
    if (this.errors.length) throw new KubectlErrors(this.errors);
    if (!this.sources.length) throw new KubectlError(NO_RESOURCES);
    return { sources: this.sources, single: !this.folder && !this.stream && this.sources.length === 1 };
  }

  private refuse(filename: readonly string[], kustomize: string, recursive: boolean): boolean {
    if (filename.length && kustomize) this.fail('only one of -f or -k can be specified');
    if (kustomize && recursive) this.fail("the -k flag can't be used with -f or -R");
    if (kustomize && !this.errors.length) {
      this.fail(
        `-k ${kustomize}: kustomizations are not supported: pipe the output of kustomize build into -f -`,
      );
    }
    return this.errors.length > 0;
  }

  private add(path: string, recursive: boolean): void {
    if (path === '-') return this.addStdin();
    if (/^https?:\/\//.test(path)) {
      return this.fail(
        `${quote(path)} is a URL, and this command never downloads files: pipe its content into -f -`,
      );
    }
    const matches = this.matches(path);
    if (matches === undefined) {
      return this.fail(`pattern ${quote(path)} is not valid: syntax error in pattern`);
    }
    if (!matches.length) return this.fail(`the path ${quote(path)} does not exist`);
    for (const match of matches) this.addPath(match, recursive);
    if (!this.sources.length && !this.errors.length) {
      this.fail(
        `error reading [${matches.join(' ')}]: recognized file extensions are [${EXTENSIONS.join(' ')}]`,
      );
    }
  }

  private addStdin(): void {
    this.stream = true;
    this.useStdin();
    this.sources.push({ name: 'STDIN', bytes: this.readable.stdin });
  }

  /**
   * The path itself or, if there is nothing, what it matches as a pattern; undefined if it is malformed
   * (expandIfFilePattern).
   */
  private matches(path: string): readonly string[] | undefined {
    try {
      this.readable.files.isFolder(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return globbed(this.readable.files, path);
    }
    return [path];
  }

  private addPath(path: string, recursive: boolean): void {
    const before = this.sources.length;
    try {
      if (this.readable.files.isFolder(path)) this.walk(path, recursive);
      else this.addFile(path);
    } catch (error) {
      this.fail(`the path ${quote(path)} cannot be accessed: stat ${path}: ${fileProblem(error)}`);
    }
    if (this.sources.length - before > 1) this.folder = true;
  }

  /** A pipe or a device, which may never end, is read only if it is named. */
  private walk(folder: string, recursive: boolean): void {
    for (const entry of this.readable.files.entries(folder)) {
      const path = posix.join(folder, entry.name);
      if (entry.folder && recursive) {
        this.walk(path, recursive);
      } else if (!entry.folder && !entry.device && EXTENSIONS.includes(posix.extname(`_${entry.name}`))) {
        this.addFile(path);
      }
    }
  }

  private addFile(path: string): void {
    this.sources.push({
      name: path,
      bytes: () => {
        try {
          return this.readable.files.read(path);
        } catch (error) {
          throw new KubectlError(`open ${path}: ${fileProblem(error)}`);
        }
      },
    });
  }
}

function globbed(files: Files, path: string): readonly string[] | undefined {
  try {
    matcher(path);
    return glob(files, path);
  } catch (error) {
    if (error instanceof BadPattern) return undefined;
    throw error;
  }
}

/** filepath.Glob: `*`, `?` and `[…]` match within one name. */
function glob(files: Files, pattern: string): string[] {
  const [folder, name] = [posix.dirname(pattern), posix.basename(pattern)];
  if (!/[*?[\\]/.test(pattern)) return [];
  const folders = /[*?[\\]/.test(folder) ? glob(files, folder) : [folder];
  const isWanted = matcher(name);
  return folders.flatMap((one) => {
    try {
      return files
        .entries(one)
        .filter((entry) => isWanted(entry.name))
        .map((entry) => (pattern.startsWith(`${folder}/`) ? posix.join(one, entry.name) : entry.name));
    } catch {
      return [];
    }
  });
}
