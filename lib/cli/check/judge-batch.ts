import { judgePart, type JudgedPart } from './judge-part';
import type { PartOptions } from './options';
import type { Part } from './parts';
import { readProblem, type Unread } from './pieces';

/** Judges several parts, one after the other. What cannot be read is passed on. */
export const judgeBatch = (batch: readonly (Part | Unread)[], options: PartOptions): (JudgedPart | Unread)[] =>
  batch.map((piece) => ('unreadable' in piece ? piece : judged(piece, options)));

function judged(part: Part, options: PartOptions): JudgedPart | Unread {
  try {
    return judgePart(part, options);
  } catch (error) {
    return { file: part.file, unreadable: readProblem(error) };
  }
}
