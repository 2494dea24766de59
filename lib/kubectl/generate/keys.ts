import { trimEnd } from '../../text/trim';
import { basename } from 'node:path';
import { configKey, strictEnvName } from '../../apimachinery/keys';
import { quote } from '../../go/format';
import { KubectlError } from '../errors';
import { fileProblem, type Files } from '../files';
import type { Environment } from '../commands/generator-input';

/** Takes a key of a ConfigMap or a Secret. */
export type AddKey = (key: string, content: Buffer | string) => void;

interface Sources {
  readonly 'from-file': readonly string[];
  readonly 'from-literal': readonly string[];
  readonly 'from-env-file': readonly string[];
}

/** What the sources are read from, and how a ConfigMap and a Secret differ in it. */
interface Readable {
  readonly files: Files;
  readonly environment: Environment;
  /** What is said of a folder in place of a file with variables. */
  readonly folderProblem: string;
  readonly literalsFirst: boolean;
}

/** Adds what the flags name. */
export function addKeys(sources: Sources, readable: Readable, add: AddKey): void {
  if (sources['from-env-file'].length && (sources['from-file'].length || sources['from-literal'].length)) {
    throw new KubectlError('from-env-file cannot be combined with from-file or from-literal');
  }
  if (readable.literalsFirst) addLiterals(sources['from-literal'], add);
  addFiles(sources['from-file'], readable.files, add);
  if (!readable.literalsFirst) addLiterals(sources['from-literal'], add);
  for (const source of sources['from-env-file']) addEnvFile(source, readable, add);
}

function addLiterals(sources: readonly string[], add: AddKey): void {
  for (const source of sources) add(...literalOf(source));
}

/** Adds files, and the files of folders. */
export function addFiles(sources: readonly string[], files: Files, add: AddKey): void {
  for (const source of sources) addFile(source, files, add);
}

/** util.ParseLiteralSource. */
function literalOf(source: string): [key: string, value: string] {
  const at = source.indexOf('=');
  if (at <= 0) throw new KubectlError(`invalid literal source ${source}, expected key=value`);
  return [source.slice(0, at), source.slice(at + 1)];
}

/** util.ParseFileSource. */
function fileOf(source: string): readonly [key: string, path: string] {
  const parts = source.split('=');
  if (parts.length === 1) return [baseOf(source), source];
  if (parts.length > 2) throw new KubectlError("key names or file paths cannot contain '='");
  if (!parts[0]) throw new KubectlError(`key name for file path ${parts[1]} missing`);
  if (!parts[1]) throw new KubectlError(`file path for key name ${parts[0]} missing`);
  return [parts[0], parts[1]];
}

/** path.Base: of nothing it is a dot, of slashes a slash. */
const baseOf = (path: string) => (path === '' ? '.' : basename(path) || '/');

function addFile(source: string, files: Files, add: AddKey): void {
  const [key, path] = fileOf(source);
  if (!isFolder(path, files)) return add(key, contentOf(path, files));
  if (source.includes('=')) throw new KubectlError('cannot give a key name for a directory path');
  for (const name of files.list(path)) add(name, contentOf(`${trimEnd(path, '/')}/${name}`, files));
}

function isFolder(path: string, files: Files): boolean {
  try {
    return files.isFolder(path);
  } catch (error) {
    throw new KubectlError(`error reading ${path}: ${fileProblem(error)}`);
  }
}

function contentOf(path: string, files: Files): Buffer {
  try {
    return files.read(path);
  } catch (error) {
    throw new KubectlError(`open ${path}: ${fileProblem(error)}`);
  }
}

/** cmdutil.AddFromEnvFile. */
function addEnvFile(path: string, { files, environment, folderProblem }: Readable, add: AddKey): void {
  if (isFolder(path, files)) throw new KubectlError(folderProblem);
  const lines = contentOf(path, files).toString('latin1').split('\n');
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((line, index) => {
    const pair = envLine(Buffer.from(line.replace(/\r$/, ''), 'latin1'), path, index, environment);
    if (pair) add(...pair);
  });
}

function envLine(
  bytes: Buffer,
  path: string,
  index: number,
  environment: Environment,
): [key: string, value: string] | undefined {
  const line = bytes.toString();
  if (!Buffer.from(line).equals(bytes)) {
    throw new KubectlError(
      `env file ${path} contains invalid utf8 bytes at line ${index + 1}: [${[...bytes].join(' ')}]`,
    );
  }
  const text = (index === 0 ? line.replace(/^\ufeff/, '') : line).replace(/^[\p{White_Space}]+/u, '');
  if (!text || text.startsWith('#')) return undefined;
  const [, key, value] = /^([^=]*)(?:=([^]*))?$/.exec(text)!;
  const problems = strictEnvName(key);
  if (problems.length) throw new KubectlError(`${quote(key)} is not a valid key name: ${problems.join(';')}`);
  return [key, value ?? environment[key] ?? ''];
}

/** What is wrong with a key (IsConfigMapKey, IsSecretKey), joined by commas. */
export const keyProblem = (key: string) => configKey(key).join(',');

/** Whether bytes are a text. */
export const isText = (content: Buffer) => Buffer.from(content.toString()).equals(content);
