import type { Finding } from './finding';

/** A finding, and the Kubernetes versions that report it. */
export interface VersionedFinding {
  /** The finding as reported by the newest of the versions. */
  readonly finding: Finding;

  /** The versions that report it, oldest first: `1.34`. */
  readonly versions: string[];

  /**
   * The first version that reports it.
   *
   * @default - the oldest version in the comparison already reports it
   */
  readonly begins?: string;

  /**
   * The first version that no longer reports it.
   *
   * @default - the newest version in the comparison still reports it
   */
  readonly ends?: string;
}

/** What one version says. */
export interface VersionFindings {
  /** Minor: 36 is 1.36. */
  readonly minor: number;
  readonly findings: readonly Finding[];
}

/**
 * Findings of several versions, oldest first, each told once. Alike are findings of one rule about one field,
 * whatever a version's words.
 */
export function mergeVersions(all: readonly VersionFindings[]): VersionedFinding[] {
  const merged = new Map<string, { finding: Finding; minors: number[] }>();
  for (const { minor, findings } of all) {
    for (const [key, finding] of keyed(findings)) {
      const minors = merged.get(key)?.minors ?? [];
      merged.set(key, { finding, minors: [...minors, minor] });
    }
  }
  const asked = all.map(({ minor }) => minor);
  return [...merged.values()]
    .map(({ finding, minors }) => ({ finding, versions: minors.map(version), ...changes(minors, asked) }))
    .sort(({ finding: one }, { finding: other }) => order(one) - order(other));
}

/** Findings in the order of the text, where they come from one. */
const order = ({ position: { line, column } = { line: 0, column: 0 } }: Finding) => line + column / 1e6;

/** Findings by what makes them the same in every version; several of one rule about one field are counted. */
function keyed(findings: readonly Finding[]): Map<string, Finding> {
  const counts = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const {
        rule,
        level,
        stage,
        path,
        resource: { kind, namespace, name },
        position,
      } = finding;
      const key = JSON.stringify([
        rule,
        level,
        stage,
        path,
        kind,
        namespace,
        name,
        position?.line,
        position?.column,
      ]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return [`${key} ${counts.get(key)}`, finding];
    }),
  );
}

function changes(minors: readonly number[], asked: readonly number[]): { begins?: string; ends?: string } {
  const after = asked[asked.indexOf(minors.at(-1)!) + 1];
  return {
    ...(minors[0] === asked[0] ? {} : { begins: version(minors[0]) }),
    ...(after === undefined ? {} : { ends: version(after) }),
  };
}

const version = (minor: number) => `1.${minor}`;
