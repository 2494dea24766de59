import { valueAt } from '../object/value-at';
import { strangeCharacters, withoutStrange } from '../text/strange-characters';
import type { RawFinding } from './collector';
import { YAML_ROUND_TRIP } from './reading';

/** The text that an error is about, a key or a value, if it has characters that one overlooks. */
export function strangeText(manifest: unknown, { level, path, at = path }: RawFinding): string | undefined {
  if (level !== 'error') return undefined;
  const segments = at.segments();
  return [valueAt(manifest, segments), segments.at(-1)].find(
    (text): text is string => typeof text === 'string' && isAsciiButForStrange(text),
  );
}

/** Where other characters are not ASCII either, these may belong to a language or to an emoji. */
const isAsciiButForStrange = (text: string) =>
  strangeCharacters(text) !== undefined && /^[\0-\x7f]*$/.test(withoutStrange(text));

/**
 * The finding with what to do about such characters, which comes before anything else. What a writer of YAML
 * breaks may be meant.
 */
export function withStrangeNamed(manifest: unknown, finding: RawFinding): RawFinding {
  const text = finding.rule === YAML_ROUND_TRIP.id ? undefined : strangeText(manifest, finding);
  return text === undefined ? finding : { ...finding, suggestion: strangeCharacters(text) };
}
