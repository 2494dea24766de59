import { judgePart, type JudgedPart } from './judge-part';
import type { PartOptions } from './options';
import type { Part } from './parts';
import { readProblem, type UnreadableFile } from './read-parts';
import { type RenderManifest, manifestRenderer } from './render-manifest';

export type Batch = readonly (Part | UnreadableFile)[];
export type JudgedBatch = readonly (JudgedPart | UnreadableFile)[];

/** Judges several parts, one after the other. Unreadable parts are passed on. */
export function batchJudge(options: PartOptions): (batch: Batch) => JudgedBatch {
  const render = manifestRenderer(options);
  return (batch) =>
    batch.map((piece) => ('unreadable' in piece ? piece : tryJudgePart(piece, options, render)));
}

function tryJudgePart(part: Part, options: PartOptions, render: RenderManifest): JudgedPart | UnreadableFile {
  try {
    return judgePart(part, options, render);
  } catch (error) {
    return { file: part.file, unreadable: readProblem(error) };
  }
}
