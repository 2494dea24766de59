import { KubectlError } from '../errors';

/** Changes of labels, annotations or variables: `key=value` sets, `key-` removes. */
export interface Pairs {
  readonly set: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

/** Reads changes (cmdutil.ParsePairs, 1.36). */
export function parsePairs(texts: readonly string[], what: string, removes: boolean): Pairs {
  const set = new Map<string, string>();
  const [removed, invalid]: [string[], string[]] = [[], []];
  for (const text of texts) {
    const at = text.indexOf('=');
    if (at > 0) set.set(text.slice(0, at), text.slice(at + 1));
    else if (removes && text.endsWith('-') && text !== '-') removed.push(text.slice(0, -1));
    else invalid.push(text);
  }
  if (invalid.length) throw new KubectlError(`invalid ${what} format: ${invalid.join(', ')}`);
  return { set, removed };
}

/** Reads `key=value,key=value` (generate.ParseLabels, 1.36). */
export function parseLabels(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(',').map((spec) => {
      const [key, value, ...more] = spec.split('=');
      if (value === undefined || more.length) throw new KubectlError(`unexpected label spec: ${spec}`);
      if (!key) throw new KubectlError('unexpected empty label key');
      return [key, value];
    }),
  );
}
