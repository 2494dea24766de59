import type { YamlProblem } from './yaml-problem';

/** A key that a map has before. */
export interface RepeatedKey {
  readonly key: string;
  readonly offset: number;
  readonly first: number;
  /** Whether it is a key of the whole document, which is written in lines. */
  readonly isTop: boolean;
}

/** A key that is read as something else. */
export interface MisreadKey {
  readonly written: string;
  readonly key: string;
  readonly offset: number;
}

/** What is wrong with the keys of a document: one problem for each mistake. */
export function keyProblems(
  source: string,
  repeated: readonly RepeatedKey[],
  misread: ReadonlyMap<number, MisreadKey>,
): YamlProblem[] {
  const collisions = new Set<number>();
  const duplicates = withoutSecondManifests(source, repeated).map((duplicate) => {
    const { offset, first = offset } = duplicate;
    const keys = [first, offset].flatMap((place) => misread.get(place) ?? []);
    for (const key of keys) collisions.add(key.offset);
    return keys.length && !duplicate.suggestion ? { ...duplicate, suggestion: quoteAll(keys) } : duplicate;
  });
  const alone = [...misread.values()].filter(({ offset }) => !collisions.has(offset));
  return [...alone.map(misreadKeyProblem), ...duplicates];
}

function quoteAll(keys: readonly MisreadKey[]): string {
  const written = [...new Set(keys.map((key) => key.written))];
  const quoted = written.map((text) => `"${text}"`).join(' and ');
  const what = keys[0].key === 'true' || keys[0].key === 'false' ? `the boolean ${keys[0].key}` : keys[0].key;
  return `quote ${quoted}: YAML 1.1 reads ${written.join(' and ')} as ${what}`;
}

/** Where a second apiVersion and kind begin another manifest, the separator before them is the mistake. */
function withoutSecondManifests(source: string, repeated: readonly RepeatedKey[]): YamlProblem[] {
  const starts = secondManifests(repeated);
  const [second = Infinity] = starts;
  return repeated
    .filter(({ isTop, offset }) => !isTop || offset < second || starts.has(offset))
    .map(({ key, offset, first }) => ({
      rule: 'duplicate-key',
      message: `key "${key}" is already set`,
      suggestion: starts.has(offset) ? separatorSuggestion(source, offset) : undefined,
      mixes: starts.has(offset) || undefined,
      offset,
      first,
    }));
}

const HEAD: ReadonlySet<string> = new Set(['apiVersion', 'kind']);

/** The offsets at which manifests begin that are not separated from the one before. */
function secondManifests(repeated: readonly RepeatedKey[]): ReadonlySet<number> {
  const heads = repeated.filter(({ key, isTop }) => isTop && HEAD.has(key));
  const starts = new Set<number>();
  for (let at = 0; at + 1 < heads.length; at++) {
    if (heads[at].key === heads[at + 1].key) continue;
    starts.add(heads[at].offset);
    at++;
  }
  return starts;
}

function separatorSuggestion(source: string, offset: number): string {
  const before = source.slice(0, offset).trimEnd();
  const line = before.slice(before.lastIndexOf('\n') + 1).trim();
  if (/^-{2,}$/.test(line)) return 'a --- is missing before this line: it must be at the start of a line';
  const glued = /[^\s-](\s*-{2,})$/.exec(line);
  return glued
    ? `a --- is missing before this line: move the ${glued[1].trim()} after the last value to a line of its own`
    : 'a --- is missing before this line, if a second manifest begins here';
}

const misreadKeyProblem = ({ written, key, offset }: MisreadKey): YamlProblem => ({
  rule: 'key-misread',
  message: `YAML reads the key ${written} as ${key}`,
  suggestion: `quote it: "${written}"`,
  offset,
});
