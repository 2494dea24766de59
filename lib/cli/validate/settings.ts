import { join, relative, resolve } from 'node:path';
import type { ReportFormat } from '../../report/formats';
import { closest } from '../../validate/closest';
import { minorOf, minorsOf } from '../../validate/kubernetes-version';
import { ruleLevelsOf } from '../../validate/lint/levels';
import { podSecurityChoice } from '../../validate/pod-security/option';
import { customResourcesOf } from '../../validate/unknown-kinds/custom-resources';
import type { JudgingOptions } from '../check/options';
import { findConfig } from '../config/find';
import { type Config, readConfig } from '../config/read';
import { UsageError } from '../failure';
import type { IgnorePatterns } from '../inputs/ignore';
import { readIgnorePattern } from '../inputs/ignore-pattern';
import { FORMAT_NAMES } from '../options/formats';
import { FAIL_ON, type FailOn } from '../options/validate';
import type { World } from '../world';

/** Options as they stand on the command line. */
export interface CommandLineOptions {
  readonly kubernetesVersion?: string;
  readonly podSecurity?: string;
  readonly podSecurityWorkloads?: string;
  readonly customResource?: readonly string[];
  readonly crd?: readonly string[];
  readonly rule?: readonly string[];
  readonly ignore?: readonly string[];
  /** False where none is to be used. */
  readonly config?: string | false;
  readonly format?: string;
  readonly output?: string;
  readonly maxFindings?: string;
  readonly summary?: boolean;
  readonly quiet?: boolean;
  readonly failOn?: string;
  readonly watch?: boolean;
  readonly jobs?: string;
  readonly color?: boolean;
}

/** What to validate and how, by the command line first and the configuration second. */
export interface Settings {
  /** Files and folders, `-` for standard input. */
  readonly paths: readonly string[];
  /** Whether the paths are those of the configuration. */
  readonly configured: boolean;
  readonly ignore: readonly IgnorePatterns[];
  /** The configuration's file, where there is one. */
  readonly config?: string;
  readonly minors: readonly number[];
  readonly judging: JudgingOptions;
  readonly format: ReportFormat;
  readonly output?: string;
  /** Findings that a text shows at most; undefined for the usual number. */
  readonly maxFindings?: number;
  readonly summary: boolean;
  readonly quiet: boolean;
  readonly failOn: FailOn;
  readonly watch: boolean;
  readonly jobs: number;
  readonly color: boolean;
}

/** @throws UsageError */
export function settingsOf(paths: readonly string[], given: CommandLineOptions, world: World): Settings {
  if (given.config === '') {
    throw new UsageError('--config is empty: specify a file, or use --no-config', 'validate');
  }
  const file = given.config === false ? undefined : (given.config ?? findConfig(world));
  const config = file === undefined ? undefined : readConfig(file, world);
  return checkedSettings({
    paths: pathsOf(paths, config, world),
    configured: !paths.length && Boolean(config?.paths?.length),
    ignore: ignoreOf(given, config, world),
    config: file === undefined ? undefined : resolve(world.cwd, file),
    minors: requestedMinors(given, config),
    judging: { ...judgingOptions(given, config), crds: definitionsFor(given, config, world) },
    ...reportSettings(given, config, world),
    watch: given.watch ?? false,
    jobs: jobsOf(given.jobs, world),
  });
}

function ignoreOf(
  { ignore = [] }: CommandLineOptions,
  config: Config | undefined,
  { cwd }: World,
): readonly IgnorePatterns[] {
  for (const pattern of ignore) asUsageError(() => readIgnorePattern(pattern), '--ignore: ');
  return [
    { folder: cwd, patterns: ignore },
    ...(config?.ignore ? [{ folder: config.folder, patterns: config.ignore }] : []),
  ];
}

type ReportSettings = Pick<
  Settings,
  'format' | 'output' | 'maxFindings' | 'summary' | 'quiet' | 'failOn' | 'color'
>;

function reportSettings(given: CommandLineOptions, config: Config | undefined, world: World): ReportSettings {
  return {
    format:
      given.format === undefined ? (config?.format ?? 'text') : oneOf('format', given.format, FORMAT_NAMES),
    output: outputOf(given),
    maxFindings: maxFindingsOf(given),
    summary: given.summary ?? false,
    quiet: given.quiet ?? false,
    failOn:
      given.failOn === undefined
        ? (config?.failOn ?? 'error')
        : oneOf('level to fail on', given.failOn, FAIL_ON),
    color: colorOf(given, world),
  };
}

function maxFindingsOf({ maxFindings }: CommandLineOptions): number | undefined {
  if (maxFindings === undefined) return undefined;
  if (!/^\d{1,9}$/.test(maxFindings)) {
    throw new UsageError(
      `--max-findings "${maxFindings}" is not a valid number: use 0 to 999999999`,
      'validate',
    );
  }
  return Number(maxFindings);
}

/** Undefined for standard output. */
function outputOf({ output }: CommandLineOptions): string | undefined {
  if (output === '') {
    throw new UsageError('--output is empty: specify a file, or - for standard output', 'validate');
  }
  const near =
    output === undefined || /[./\\]/.test(output) ? undefined : closest(output, [...FORMAT_NAMES, 'yaml'], 0);
  if (near) {
    throw new UsageError(
      `--output is a file, not a format: use --format=${near === 'yaml' ? 'text' : near}, or --output=./${output} for a file of that name`,
      'validate',
    );
  }
  return output === '-' || output === '/dev/stdout' ? undefined : output;
}

function requestedMinors(
  { kubernetesVersion }: CommandLineOptions,
  config: Config | undefined,
): readonly number[] {
  const versions = kubernetesVersion?.split(',') ?? config?.kubernetesVersion;
  return asUsageError(() => (versions?.length ? minorsOf(versions) : [minorOf(undefined)]));
}

function judgingOptions(
  { podSecurity, podSecurityWorkloads, customResource = [], rule = [] }: CommandLineOptions,
  config: Config | undefined,
): JudgingOptions {
  const { level, workloads } = config?.podSecurity ?? {};
  const rules = { ...config?.rules, ...asUsageError(() => rulesOf(rule)) };
  const customResources = [...(config?.customResources ?? []), ...customResource];
  return {
    ...asUsageError(() =>
      podSecurityChoice({ level: podSecurity ?? level, workloads: podSecurityWorkloads ?? workloads }),
    ),
    ...(customResources.length
      ? { customResources: asUsageError(() => customResourcesOf(customResources)) }
      : {}),
    ...(Object.keys(rules).length ? { rules } : {}),
  };
}

/** What `cdk8s.yaml` imports comes first: the last definition of a kind counts. */
function definitionsFor(
  { crd = [] }: CommandLineOptions,
  config: Config | undefined,
  world: World,
): JudgingOptions['crds'] {
  const { definitionsOfProject } = require('./definitions') as typeof import('./definitions');
  return definitionsOfProject(crd, config, world);
}

/** `ID=LEVEL`, any number of times: the last counts. */
const rulesOf = (texts: readonly string[]) => ruleLevelsOf(Object.fromEntries(texts.map(ruleOf)));

function ruleOf(text: string): readonly [rule: string, level: string] {
  if (!text.trim()) throw new Error('--rule is empty: use --rule image-tag=off');
  if (text.includes(',')) {
    throw new Error(
      `--rule "${text}" has several rules: use ${text
        .split(',')
        .map((one) => `--rule ${one.trim()}`)
        .join(' ')}`,
    );
  }
  const [, rule, level] = /^([^=]*)(?:=([^]*))?$/.exec(text)!;
  if (!rule) throw new Error(`--rule "${text}" has no rule: use --rule image-tag=${level || 'off'}`);
  if (level === undefined) {
    throw new Error(
      `--rule "${text}" has no level: use --rule ${rule.replace(/:.*/, '')}=${/:(.+)/.exec(rule)?.[1] ?? 'off'}`,
    );
  }
  return [rule, level];
}

/** Without any path: those of the configuration, or what is piped in. */
function pathsOf(paths: readonly string[], config: Config | undefined, world: World): readonly string[] {
  if (paths.includes('')) {
    throw new UsageError('empty path: specify a file or folder, or - for standard input', 'validate');
  }
  if (paths.length) return paths;
  if (config?.paths?.length) {
    return config.paths.map((path) => relative(world.cwd, join(config.folder, path)) || '.');
  }
  if (world.isTerminal('in')) {
    throw new UsageError(
      'nothing to validate: specify files or folders, such as "." for the working directory, or - for standard input',
      'validate',
    );
  }
  return ['-'];
}

function oneOf<T extends string>(noun: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found) return found;
  const near = closest(text, known);
  throw new UsageError(
    `unknown ${noun} "${text}": ${near ? `did you mean "${near}"?` : `use ${known.slice(0, -1).join(', ')} or ${known.at(-1)}`}`,
    'validate',
  );
}

function jobsOf(text: string | undefined, { cores }: World): number {
  if (text === undefined) return cores;
  if (!/^[1-9][0-9]{0,2}$/.test(text)) {
    throw new UsageError(`--jobs "${text}" is not a valid number of threads: use 1 to 999`, 'validate');
  }
  return Number(text);
}

/** As no-color.org and force-color.org have it. */
function colorOf(given: CommandLineOptions, { env, isTerminal }: World): boolean {
  const { color } = given;
  if (color !== undefined) return color;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') {
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  }
  return !env.NO_COLOR && env.TERM !== 'dumb' && outputOf(given) === undefined && isTerminal('out');
}

function checkedSettings(settings: Settings): Settings {
  const { format, output, summary, watch, paths } = settings;
  if (summary && format !== 'text') {
    throw new UsageError(`--summary only works with the text format, not with ${format}`, 'validate');
  }
  if (watch && format !== 'text' && output === undefined) {
    throw new UsageError(`--watch with the format ${format} needs --output FILE`, 'validate');
  }
  if (watch && paths.includes('-')) {
    throw new UsageError('--watch needs files or folders: standard input cannot be watched', 'validate');
  }
  return settings;
}

/** The value of an option; that it is none that is known is the user's matter. */
function asUsageError<T>(read: () => T, before = ''): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`${before}${(error as Error).message}`, 'validate');
  }
}
