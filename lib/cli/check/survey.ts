import type { NamespaceLabels } from '../../validate/pod-security/namespaces';
import { isFailure } from '../failure';
import { isUtf16, type Part } from './parts';
import { type Files, readParts, readProblem, type UnreadableFile } from './read-parts';

/** Information about all files that is needed before the first is validated. */
export interface Survey {
  /** Bytes of all files. */
  readonly size: number;
  /** Labels of Namespaces, which count for all files. */
  readonly namespaces: NamespaceLabels;
  /** Files whose namespaces are not known because of a bug. */
  readonly crashed: readonly UnreadableFile[];
}

const MARKER = Buffer.from('pod-security.kubernetes.io');

/** Looks through files; what is in them is read only where it bears on others. */
export function surveyOf(names: readonly string[], files: Files): Survey {
  const glances = names.map((name) => ({ name, ...scanFile(name, files) }));
  const found = glances
    .filter(({ isMarked }) => isMarked)
    .flatMap(({ name }) => namespacesOfFile(name, files));
  return {
    size: glances.reduce((sum, { size }) => sum + size, 0),
    namespaces: new Map(found.flatMap((labels) => ('unreadable' in labels ? [] : [...labels]))),
    crashed: found.filter((labels) => 'unreadable' in labels),
  };
}

function scanFile(name: string, files: Files): { readonly size: number; readonly isMarked: boolean } {
  let [size, isMarked] = [0, false];
  let end: Buffer = Buffer.alloc(0);
  try {
    for (const chunk of files.open(name)) {
      isMarked ||=
        (size === 0 && isUtf16(chunk)) ||
        chunk.includes(MARKER) ||
        Buffer.concat([end, chunk.subarray(0, MARKER.length)]).includes(MARKER);
      end = chunk.subarray(-MARKER.length);
      size += chunk.length;
    }
  } catch (error) {
    readProblem(error);
  }
  return { size, isMarked };
}

function namespacesOfFile(name: string, files: Files): (NamespaceLabels | UnreadableFile)[] {
  const found: (NamespaceLabels | UnreadableFile)[] = [];
  for (const piece of readParts(name, files)) if ('bytes' in piece) found.push(namespacesIn(piece));
  return found;
}

const NO_NAMESPACES: NamespaceLabels = new Map();

/** A text that cannot be read has none; why it cannot is said when it is judged. */
function namespacesIn(part: Part): NamespaceLabels | UnreadableFile {
  const { namespacesOf } = require('./judge-part') as typeof import('./judge-part');
  try {
    return namespacesOf(part);
  } catch (error) {
    return isFailure(error) ? NO_NAMESPACES : { file: part.file, unreadable: readProblem(error) };
  }
}
