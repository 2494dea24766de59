import type { JsonObject } from '../../go/object';
import { isMap } from '../../go/sorted-keys';
import { type Coverage, notJudgedText } from '../../validate/unknown-kinds/not-judged-text';
import type { PrintedOutput } from './world';

/** Warns that a server might refuse an object of which not everything was judged. */
export function warnIfUnjudged(
  object: JsonObject,
  coverage: Coverage | undefined,
  printed: PrintedOutput,
): JsonObject {
  if (!coverage) return object;
  const { apiVersion, kind, metadata } = object;
  const { name, generateName } = isMap(metadata) ? metadata : ({} as JsonObject);
  const about = notJudgedText(`${String(apiVersion)} ${String(kind)}`, coverage);
  printed.warnUnjudged(
    object,
    `${String(kind)} ${JSON.stringify(name ?? generateName ?? '')}: ${about}, so the server's answer is unknown`,
  );
  return object;
}
