import { joined, MARKS, type Surroundings } from '../../validate/surroundings';
import { isFailure } from '../failure';
import { isUtf16, type Part } from './parts';
import { type Files, readParts, readProblem, type UnreadableFile } from './read-parts';

/** Information about all files that is needed before the first is validated. */
export interface Survey {
  /** Bytes of all files. */
  readonly size: number;
  /** What manifests of any file say about how those of all files are judged. */
  readonly surroundings: Surroundings;
  /** Files of which that is not known because of a bug. */
  readonly crashed: readonly UnreadableFile[];
}

const MARKERS = MARKS.map((mark) => Buffer.from(mark));
const LONGEST_MARKER = Math.max(...MARKERS.map(({ length }) => length));

/** Looks through files; what is in them is read only where it bears on others. */
export function surveyOf(names: readonly string[], files: Files): Survey {
  const glances = names.map((name) => ({ name, ...scanFile(name, files) }));
  const found = glances
    .filter(({ isMarked }) => isMarked)
    .flatMap(({ name }) => surroundingsOfFile(name, files));
  return {
    size: glances.reduce((sum, { size }) => sum + size, 0),
    surroundings: joined(found.flatMap((one) => ('unreadable' in one ? [] : [one]))),
    crashed: found.filter((one) => 'unreadable' in one),
  };
}

function scanFile(name: string, files: Files): { readonly size: number; readonly isMarked: boolean } {
  let [size, isMarked] = [0, false];
  let end: Buffer = Buffer.alloc(0);
  try {
    for (const chunk of files.open(name)) {
      isMarked ||=
        (size === 0 && isUtf16(chunk)) ||
        isMarkedIn(chunk) ||
        isMarkedIn(Buffer.concat([end, chunk.subarray(0, LONGEST_MARKER)]));
      end = chunk.subarray(-LONGEST_MARKER);
      size += chunk.length;
    }
  } catch (error) {
    readProblem(error);
  }
  return { size, isMarked };
}

const isMarkedIn = (bytes: Buffer) => MARKERS.some((marker) => bytes.includes(marker));

function surroundingsOfFile(name: string, files: Files): (Surroundings | UnreadableFile)[] {
  const found: (Surroundings | UnreadableFile)[] = [];
  for (const piece of readParts(name, files)) if ('bytes' in piece) found.push(surroundingsIn(piece));
  return found;
}

/** A text that cannot be read says nothing; why it cannot be read is said when it is judged. */
function surroundingsIn(part: Part): Surroundings | UnreadableFile {
  const { surroundingsOf } = require('./judge-part') as typeof import('./judge-part');
  try {
    return surroundingsOf(part);
  } catch (error) {
    return isFailure(error) ? joined([]) : { file: part.file, unreadable: readProblem(error) };
  }
}
