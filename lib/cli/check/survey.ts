import type { NamespaceLabels } from '../../validate/pod-security/namespaces';
import { isUtf16 } from './parts';
import { type Files, piecesOf, readProblem } from './pieces';

/** What has to be known of all files before one is judged. */
export interface Survey {
  /** Bytes of all files. */
  readonly size: number;
  /** Labels of Namespaces, which count for all files. */
  readonly namespaces: NamespaceLabels;
}

const MARKER = Buffer.from('pod-security.kubernetes.io');

/** Looks through files; what is in them is read only where it bears on others. */
export function surveyOf(names: readonly string[], files: Files): Survey {
  const glances = names.map((name) => ({ name, ...glanceAt(name, files) }));
  const marked = glances.filter(({ isMarked }) => isMarked);
  return {
    size: glances.reduce((sum, { size }) => sum + size, 0),
    namespaces: new Map(marked.flatMap(({ name }) => namespacesIn(name, files))),
  };
}

function glanceAt(name: string, files: Files): { readonly size: number; readonly isMarked: boolean } {
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

function namespacesIn(
  name: string,
  files: Files,
): (readonly [string, { readonly [label: string]: unknown }])[] {
  const { namespacesOf } = require('./judge-part') as typeof import('./judge-part');
  return [...piecesOf(name, files)].flatMap((piece) =>
    'unreadable' in piece ? [] : [...namespacesOf(piece)],
  );
}
