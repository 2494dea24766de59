import { dirname, join, resolve } from 'node:path';
import { textOf } from '../../manifest/text';
import { isMap } from '../../object/value-at';
import { DEFINITION_KIND, type DefinitionSource, definitionsOf, definitionTexts } from './definitions';

/** Where files with definitions are read. */
export interface DefinitionFiles {
  kindOf(path: string): 'file' | 'folder' | 'other' | undefined;
  list(folder: string): readonly { readonly name: string; readonly kind: string }[];
  open(file: string): Iterable<Buffer>;
}

const MANIFEST = /\.(?:ya?ml|json)$/i;

/** What is hidden, and what packages bring with them. */
const isSkipped = (name: string) => name.startsWith('.') || name === 'node_modules';

/**
 * The CustomResourceDefinitions of files and of folders with files.
 *
 * @throws Error that names the path, if there are none or a file cannot be read
 */
export const definitionsIn = (
  paths: readonly string[],
  files: DefinitionFiles,
): readonly DefinitionSource[] => paths.flatMap((path) => definitionsAt(path, files));

function definitionsAt(path: string, files: DefinitionFiles): readonly DefinitionSource[] {
  if (!path) throw new Error('empty path: use a file or folder with CustomResourceDefinitions');
  if (/^https?:\/\//.test(path)) throw new Error(`${path} is a URL: download it, and use the file`);
  const isFolder = files.kindOf(path) === 'folder';
  const found = isFolder
    ? filesBelow(path, files, 0).flatMap((file) => definitionTexts(readText(file, files)))
    : definitionsInText(path, readText(path, files));
  if (found.length) return found;
  throw new Error(`${path} contains no ${DEFINITION_KIND}: ${suggestionFor(isFolder)}`);
}

const suggestionFor = (isFolder: boolean) =>
  isFolder
    ? 'use a folder with the .yaml, .yml or .json files that define the resources'
    : 'use a manifest of apiextensions.k8s.io/v1';

/** Levels of folders that are entered: links may lead back. */
const MAX_DEPTH = 32;

function filesBelow(folder: string, files: DefinitionFiles, depth: number): string[] {
  return [...files.list(folder)]
    .filter(({ name }) => !isSkipped(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, kind }) => {
      const path = join(folder, name);
      if (kind === 'folder') return depth < MAX_DEPTH ? filesBelow(path, files, depth + 1) : [];
      return kind === 'file' && MANIFEST.test(name) ? [path] : [];
    });
}

/** A text that is given as such: no path has several lines, or begins like JSON. */
export const isDefinitionText = (text: string) => text.includes('\n') || text.trimStart().startsWith('{');

/**
 * The definitions in a text that is meant to have some.
 *
 * @throws Error with the line, if a part of it does not parse
 */
export function definitionsInText(name: string, text: string): readonly DefinitionSource[] {
  const { Source } = require('../../manifest/source') as typeof import('../../manifest/source');
  const source = new Source(text, name);
  for (const { value, problems } of source.documents()) {
    if (value !== undefined) continue;
    const { line, column } = source.lines.at(problems[0].offset);
    throw new Error(`${name}:${line}:${column}: ${problems[0].message}`);
  }
  return definitionTexts(text).filter((part) => definitionsOf(part).length);
}

function readText(path: string, files: DefinitionFiles): string {
  try {
    return textOf(Buffer.concat([...files.open(path)]));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Error(`${path}: ${code === 'ENOENT' ? 'no such file or directory' : message}`, {
      cause: error,
    });
  }
}

/** Name of the file with the settings of cdk8s-cli. */
const CDK8S_FILE = 'cdk8s.yaml';

/**
 * The definitions that the nearest `cdk8s.yaml` imports, from a folder up to the root of its repository.
 */
export function importedFrom(start: string, files: DefinitionFiles): readonly DefinitionSource[] {
  for (let folder = start; ; folder = dirname(folder)) {
    if (files.kindOf(join(folder, CDK8S_FILE)) === 'file') return importedDefinitions(folder, files);
    if (files.kindOf(join(folder, '.git')) || dirname(folder) === folder) return [];
  }
}

/**
 * The definitions in the local files that a `cdk8s.yaml` imports. What cannot be read there defines nothing:
 * `cdk8s import` says why.
 */
function importedDefinitions(folder: string, files: DefinitionFiles): readonly DefinitionSource[] {
  const settings = join(folder, CDK8S_FILE);
  if (files.kindOf(settings) !== 'file') return [];
  const { Source } = require('../../manifest/source') as typeof import('../../manifest/source');
  const [document] = new Source(readText(settings, files)).documents();
  const imports = isMap(document?.value) ? document.value.imports : undefined;
  if (!Array.isArray(imports)) return [];
  return imports
    .filter((each): each is string => typeof each === 'string')
    .map((each) => each.replace(/^[^/]*?:=/, ''))
    .filter((each) => MANIFEST.test(each) && !/^[a-z]+:/i.test(each))
    .map((each) => resolve(folder, each))
    .filter((path) => files.kindOf(path) === 'file')
    .flatMap((path) => definitionTexts(readText(path, files)));
}
