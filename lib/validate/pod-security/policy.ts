import { closest } from '../closest';

/** Levels of the Pod Security Standards, from the loosest to the strictest. */
export const LEVELS = ['privileged', 'baseline', 'restricted'] as const;

export type Level = (typeof LEVELS)[number];

/** Newest minor with a policy version: `v1.37`. */
export const NEWEST_POLICY = 37;

/** A level as of a policy version: `latest` or `v1.34`. */
export interface LevelVersion {
  readonly level: Level;
  readonly version: string;
}

/** What a namespace's labels or an option ask for. */
export interface PodSecurity {
  /** Refuses Pods; privileged if not given. */
  readonly enforce?: LevelVersion;
  /** Writes to the audit log; privileged if not given. */
  readonly audit?: LevelVersion;
  /** Warns of Pods and workloads; if not given, the level to enforce, as labels without it have it. */
  readonly warn?: LevelVersion;
}

export type Mode = keyof PodSecurity;

/** Levels of findings about the Pods of workloads. */
export const WORKLOADS_LEVELS = ['error', 'warning'] as const;

export type WorkloadsLevel = (typeof WORKLOADS_LEVELS)[number];

/** What a server judges a namespace's Pods by. */
export type Policy = Required<PodSecurity>;

/** `restricted:latest`, as messages have it. */
export const levelText = ({ level, version }: LevelVersion) => `${level}:${version}`;

/** The policy in few words, the same for the same policy. */
export const policyText = ({ enforce, audit, warn }: Policy) =>
  [enforce, audit, warn].map(levelText).join(' ');

export const isLevel = (text: string): text is Level => LEVELS.includes(text as Level);

/**
 * Whether it is one of a label's policy versions (ParseVersion, pod-security-admission api/helpers.go 1.36).
 */
export function isVersion(text: string): boolean {
  const minor = /^v1\.(0|[1-9][0-9]*)$/.exec(text)?.[1];
  return text === 'latest' || (minor !== undefined && BigInt(minor) < 2n ** 63n);
}

/** Minor of the checks that a policy version stands for on a server that knows them up to `newest`. */
export const checksMinor = (version: string, newest: number) =>
  version === 'latest' ? newest : Math.min(Number(version.slice('v1.'.length)), newest);

function levelRemedy(level: string): string {
  const near = closest(level, LEVELS);
  return near
    ? `did you mean "${near}"?`
    : `use ${LEVELS.join(', ')}, alone or with a version: restricted:v1.34`;
}

/**
 * The policy to enforce that an option names: `LEVEL` or `LEVEL:VERSION`.
 *
 * @throws Error with the levels or versions known, for any other
 */
export function podSecurityOf(text: string): PodSecurity {
  const [level, version = 'latest', ...rest] = text.split(':');
  if (!isLevel(level)) {
    throw new Error(`unknown Pod Security level ${JSON.stringify(level)}: ${levelRemedy(level)}`);
  }
  const label = /^1\./.test(version) ? `v${version}` : version;
  if (
    rest.length ||
    !isVersion(label) ||
    (checksMinor(label, Infinity) > NEWEST_POLICY && label !== 'latest')
  ) {
    throw new Error(
      `unknown Pod Security version ${JSON.stringify([version, ...rest].join(':'))}: use latest, or v1.0 to v1.${NEWEST_POLICY}`,
    );
  }
  return { enforce: { level, version: label } };
}
