/** A fixture of Pod Security with the first and the last minor of the policy that it holds for. */
export interface RangedFixture {
  readonly level: string;
  readonly verdict: string;
  readonly fixture: string;
  readonly from: number;
  readonly to: number;
  readonly pod: unknown;
}

/** All fixtures of an index: they are few, and short. */
export function rangedFixtures(index: string, podOf: (file: string) => unknown): RangedFixture[] {
  const [, ...lines] = index.trim().split('\n');
  return lines.map((line) => {
    const [level, verdict, fixture, file, versions] = line.split('\t');
    return {
      level,
      verdict,
      fixture,
      ...rangeOf(versions.split(',').map((version) => Number(version.replace('v1.', '')))),
      pod: podOf(file),
    };
  });
}

function rangeOf(minors: readonly number[]): { readonly from: number; readonly to: number } {
  const [from, to] = [Math.min(...minors), Math.max(...minors)];
  if (to - from + 1 !== minors.length) throw new Error(`versions with a gap: ${minors.join()}`);
  return { from, to };
}
