import { CONTAINER_LISTS, type ContainerRole, roleOf } from '../containers';
import type { Utilization } from '../autoscalers';
import type { FieldPath } from '../path';
import type { Related } from '../related';
import type { OwnRule } from '../rule';
import type { RuleId } from '../rule-ids';
import type {
  Container,
  EphemeralContainer,
  PodSpec,
  ServiceSpec,
  Volume,
  VolumeMount,
} from '../schema/types';
import { commandsOf, type WrittenCommand } from './commands';
import { type Handler, handlersOf } from './handlers';
import { type KnownProgram, knownProgramOf } from './companions/known';
import { Mounts } from './mounts';
import { type Process, processOf } from './shell/process';

/** A Pod as a whole, wherever it stands, for rules of ours. */
export interface LintedPod {
  /** Kind of the manifest: `Job`. */
  readonly kind: string;
  /** Spec after a server's defaults. */
  readonly spec: PodSpec;
  /** Where the spec is. */
  readonly path: FieldPath;
  /** Containers in the order in which they start, ephemeral ones last. */
  readonly containers: readonly LintedContainer[];
  /** Containers that run beside each other: native sidecars and main ones. */
  readonly running: readonly LintedContainer[];
  /** Whether a deadline ends the Pod, of its own or of its Job. */
  readonly hasDeadline: boolean;
  /** What autoscalers measure of it. */
  readonly utilizations: readonly Utilization[];
  /** A volume by its name. */
  volume(name: string | undefined): Volume | undefined;
  /** The containers that mount a volume. */
  mountersOf(volume: string | undefined): readonly LintedContainer[];
}

/** Takes a finding: where it is, what is wrong, what to do, and other places that it speaks of. */
export type Report = (
  path: FieldPath,
  message: string,
  suggestion: string,
  ...related: readonly Related[]
) => void;

/**
 * Something that is true of a Pod or not. A rule names those that all Pods have in common in which it finds
 * something: most rules have nothing to do with most Pods, and are not even called.
 */
export type Predicate = (pod: LintedPod) => boolean;

/** A rule of ours about a Pod or a Service. It reports, and has no other effect. */
export interface Lint extends OwnRule {
  /**
   * What is true of every Pod that the rule can find something in.
   *
   * @default - nothing in particular
   */
  readonly when?: readonly Predicate[];
  /** The rule for a server's warnings of the same mistake, which a finding stands for. */
  readonly insteadOf?: RuleId;
  judge?(pod: LintedPod, report: Report): void;
  /** Finds the same mistake in the data of a ConfigMap. */
  judgeConfigMap?(data: { readonly [key: string]: string }, path: FieldPath, report: Report): void;
  /** Finds a mistake in a Service. */
  judgeService?(spec: ServiceSpec, path: FieldPath, report: Report): void;
}

/** A container in its Pod. */
export class LintedContainer {
  private known?: Process;
  private words?: string;
  private local?: boolean;
  private mounted?: Mounts;
  private acts?: readonly Handler[];
  private written?: readonly WrittenCommand[];
  private program?: KnownProgram | null;

  constructor(
    readonly spec: Container,
    readonly role: ContainerRole,
    private readonly list: FieldPath,
    private readonly index: number,
  ) {}

  get name(): string {
    return this.spec.name ?? '';
  }

  get path(): FieldPath {
    return this.list.index(this.index);
  }

  /** Whether the manifest says what it runs. */
  get hasProgram(): boolean {
    return this.spec.command !== undefined || this.spec.args !== undefined;
  }

  /** Where the program is given. */
  get programPath(): FieldPath {
    return this.path.field(this.spec.command?.length ? 'command' : 'args');
  }

  /** All that it is started with, a line each word. */
  get text(): string {
    return (this.words ??= [...(this.spec.command ?? []), ...(this.spec.args ?? [])].join('\n'));
  }

  get process(): Process {
    return (this.known ??= processOf(this.spec));
  }

  /** Its probes and hooks. */
  get handlers(): readonly Handler[] {
    return (this.acts ??= handlersOf(this.spec));
  }

  /** What it runs, and the commands of its probes and hooks. */
  get commands(): readonly WrittenCommand[] {
    return (this.written ??= commandsOf(this));
  }

  /** The helper that it is by its image, if rules know it. */
  get knownProgram(): KnownProgram | undefined {
    return (this.program ??= knownProgramOf(this.spec.image) ?? null) ?? undefined;
  }

  /** Whether its command or environment speaks of localhost. */
  get saysLocalhost(): boolean {
    return (this.local ??= saysLocalhost(this.spec));
  }

  /** Whether a word stands in what the container is started with: a cheap look before a thorough one. */
  says(word: string): boolean {
    return this.hasProgram && this.text.includes(word);
  }

  /** The mount that a file is in, the innermost. */
  mountOf(file: string): VolumeMount | undefined {
    return (this.mounted ??= new Mounts(this.spec.volumeMounts ?? [])).of(file);
  }

  /** Where it mounts a volume. */
  mountPathOf(volume: string): FieldPath {
    return this.path
      .field('volumeMounts')
      .index(this.spec.volumeMounts!.findIndex(({ name }) => name === volume));
  }
}

/** A Pod as the rules look at it. */
export function lintedPod(
  kind: string,
  spec: PodSpec,
  path: FieldPath,
  hasDeadline: boolean,
  utilizations: readonly Utilization[],
): LintedPod {
  const containers: LintedContainer[] = [];
  for (const list of CONTAINER_LISTS) {
    const place = path.field(list);
    spec[list]?.forEach((container: Container | EphemeralContainer, index) => {
      containers.push(new LintedContainer(container, roleOf(container, list), place, index));
    });
  }
  const running = containers.filter(({ role }) => role === 'sidecar' || role === 'main');
  return new Pod(kind, spec, path, containers, running, hasDeadline, utilizations);
}

function saysLocalhost({ command, args, env }: Container): boolean {
  return (
    (command?.some(isLocal) ||
      args?.some(isLocal) ||
      env?.some(({ value }) => value !== undefined && isLocal(value))) ??
    false
  );
}

const LOCAL = /localhost|127\.0\.0\.1|\[::1\]/;

const isLocal = (text: string) => LOCAL.test(text);

const NO_CONTAINERS: readonly LintedContainer[] = [];

function mountersIn(
  containers: readonly LintedContainer[],
): ReadonlyMap<string | undefined, readonly LintedContainer[]> {
  const mounters = new Map<string | undefined, LintedContainer[]>();
  for (const container of containers) {
    for (const { name } of container.spec.volumeMounts ?? []) {
      const known = mounters.get(name);
      if (!known) mounters.set(name, [container]);
      else if (known.at(-1) !== container) known.push(container);
    }
  }
  return mounters;
}

class Pod implements LintedPod {
  private volumes?: ReadonlyMap<string | undefined, Volume>;
  private mounters?: ReadonlyMap<string | undefined, readonly LintedContainer[]>;

  constructor(
    readonly kind: string,
    readonly spec: PodSpec,
    readonly path: FieldPath,
    readonly containers: readonly LintedContainer[],
    readonly running: readonly LintedContainer[],
    readonly hasDeadline: boolean,
    readonly utilizations: readonly Utilization[],
  ) {}

  volume(name: string | undefined): Volume | undefined {
    this.volumes ??= new Map([...(this.spec.volumes ?? [])].reverse().map((volume) => [volume.name, volume]));
    return this.volumes.get(name);
  }

  mountersOf(volume: string | undefined): readonly LintedContainer[] {
    this.mounters ??= mountersIn(this.containers);
    return this.mounters.get(volume) ?? NO_CONTAINERS;
  }
}
