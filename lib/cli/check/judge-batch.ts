import { judgePart, type JudgedPart } from './judge-part';
import type { PartOptions } from './options';
import type { Part } from './parts';
import { readProblem, type Unread } from './pieces';
import { type Tell, tellBy } from './tell';

export type Batch = readonly (Part | Unread)[];
export type JudgedBatch = readonly (JudgedPart | Unread)[];

/** Judges several parts, one after the other. Unreadable parts are passed on. */
export function batchJudge(options: PartOptions): (batch: Batch) => JudgedBatch {
  const tell = tellBy(options);
  return (batch) => batch.map((piece) => ('unreadable' in piece ? piece : judged(piece, options, tell)));
}

function judged(part: Part, options: PartOptions, tell: Tell): JudgedPart | Unread {
  try {
    return judgePart(part, options, tell);
  } catch (error) {
    return { file: part.file, unreadable: readProblem(error) };
  }
}
