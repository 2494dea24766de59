import type { CoverProfile } from './cover-profile';
import type { Site } from './sites';

/** Why no case hits certain sites. */
export interface Reason {
  /** Owner such as `admission/noderestriction`: sites that nobody else leads to. */
  readonly owner?: string;
  /** Sites below a folder, or in a file. */
  readonly below?: string;
  /** Regular expression of whole names of functions. */
  readonly function?: string;
  /** Part of the call. */
  readonly text?: string;
  /**
   * Whether a manifest can reach them.
   *
   * @default false - no manifest can, sent to a server with default settings
   */
  readonly reachable?: boolean;
  readonly reason: string;
}

export type Outcome = 'hit' | 'missed' | 'unreachable';

export interface JudgedSite {
  readonly site: Site;
  readonly outcome: Outcome;
  readonly reason?: string;
}

export interface Count {
  readonly reachable: number;
  readonly hit: number;
  readonly percent: number;
  readonly unreachable: number;
}

/** Each site with whether it was hit. What was hit can be reached, whatever a reason says. */
export function judgeSites(
  sites: readonly Site[],
  profile: CoverProfile,
  reasons: readonly Reason[],
): JudgedSite[] {
  return sites.map((site) => {
    if (profile.ran(site.file, site)) return { site, outcome: 'hit' };
    const found = reasons.find((one) => explains(one, site));
    const outcome = found && !found.reachable ? 'unreachable' : 'missed';
    return { site, outcome, reason: found?.reason };
  });
}

export function explains({ owner, below, function: name, text }: Reason, site: Site): boolean {
  return (
    (owner === undefined || site.owners.every((one) => new RegExp(`^(?:${owner})$`).test(one))) &&
    (below === undefined || site.file.startsWith(below)) &&
    (name === undefined || new RegExp(`^(?:${name})$`).test(site.function)) &&
    (text === undefined || site.text.includes(text))
  );
}

export function countOf(judged: readonly JudgedSite[]): Count {
  const number = (wanted: Outcome) => judged.filter(({ outcome }) => outcome === wanted).length;
  const [hit, missed] = [number('hit'), number('missed')];
  const reachable = hit + missed;
  const percent = reachable ? Math.round((1000 * hit) / reachable) / 10 : 100;
  return { reachable, hit, percent, unreachable: number('unreachable') };
}

/** The sites by what `keysOf` says of each. */
export function grouped(
  judged: readonly JudgedSite[],
  keysOf: (site: Site) => readonly string[],
): [key: string, judged: JudgedSite[]][] {
  const groups = new Map<string, JudgedSite[]>();
  for (const one of judged) {
    for (const key of keysOf(one.site)) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

export const packageOf = ({ file }: Site): string => file.slice(0, file.lastIndexOf('/'));
