import { type Event, EVENT_ID, scalarText, SCALAR_STYLE, type ScalarEvent } from './yaml/events';
import { float32Text } from '../go/float';
import { isWhole, resolvePlain, resolveTagged, type ScalarValue } from './scalars';

/** Whether a key is the one that merges other maps: `<<`, without quotes. */
export const isMergeKey = (source: string, event: Event) =>
  event.type === EVENT_ID.SCALAR &&
  event.valueEnd - event.valueStart === 2 &&
  event.style === SCALAR_STYLE.PLAIN &&
  event.tagStart < 0 &&
  source.startsWith('<<', event.valueStart);

/** What a scalar means; undefined if its tag asks for what the text is not. */
export function scalarValue(source: string, event: ScalarEvent): ScalarValue | undefined {
  const text = scalarText(source, event);
  if (event.tagStart >= 0) return resolveTagged(event.tag, text);
  return event.style === SCALAR_STYLE.PLAIN ? resolvePlain(text) : text;
}

/** The text of a key (convertToJSONableObject, sigs.k8s.io/yaml 1.6); undefined if it cannot be a key. */
export function keyText(source: string, event: ScalarEvent): string | undefined {
  const value = scalarValue(source, event);
  if (value === null || value === undefined || (typeof value === 'bigint' && value > MAX_INT64)) {
    return undefined;
  }
  return typeof value === 'number' && !isWhole(scalarText(source, event))
    ? float32Text(value)
    : String(value);
}

const MAX_INT64 = 2n ** 63n - 1n;

/**
 * For the index of each alias that of the node that it stands for: the last before it with the anchor's name.
 */
export function aliasTargets(source: string, events: readonly Event[]): ReadonlyMap<number, number> {
  const named = new Map<string, number>();
  const anchors = new Map<number, number>();
  events.forEach((event, at) => {
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP || event.anchorStart < 0) return;
    const name = source.slice(event.anchorStart, event.anchorEnd);
    if (event.type !== EVENT_ID.ALIAS) named.set(name, at);
    else if (named.has(name)) anchors.set(at, named.get(name)!);
  });
  return anchors;
}
