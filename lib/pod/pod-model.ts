import type { Container, PodSpec, Volume } from '../k8s';
import { FIELDS } from '../k8s/names';
import { displayValue } from '../text/display-value';
import { setOwn } from '../object/set-own';
import { ContainerEntry } from './container-entry';
import { InitStage } from './init-stage';
import { PodObjects } from './pod-object';

type Fields = { [field: string]: unknown };
type Texts = { [key: string]: string };

/** Initial state of a Pod. */
export interface PodParts {
  /** The spec with all that is not replaced by the containers and volumes here. */
  readonly spec: object;
  readonly containers: readonly Container[];
  /** Place of the main container among them. */
  readonly main?: number;
  readonly initContainers: readonly Container[];
  readonly volumes: readonly Volume[];
  /** Names of volumes that a StatefulSet makes for the Pod. */
  readonly claims?: readonly string[];
  /** Stage of an init container; `INIT` if not given. */
  readonly stageOf?: (name: string) => InitStage | undefined;
  /** Objects beside the Pod; a list of its own if not given. */
  readonly objects?: PodObjects;
}

const STAGES = [InitStage.GATE, InitStage.SIDECAR, InitStage.INIT];

/** State of a Pod in the making. */
export class PodModel {
  readonly ordinary: ContainerEntry[];
  readonly stages: { readonly [stage in InitStage]: ContainerEntry[] } = {
    [InitStage.GATE]: [],
    [InitStage.SIDECAR]: [],
    [InitStage.INIT]: [],
  };
  readonly volumes: Volume[];
  readonly labels: Texts = {};
  readonly annotations: Texts = {};
  readonly objects: PodObjects;
  private readonly fields: Fields;
  private readonly mainIndex: number;
  private readonly claims: readonly string[];
  /** Containers and volumes that patterns brought. */
  private readonly attributions = new Map<ContainerEntry | Volume, object>();
  private pattern?: object;
  private readonly takenPorts = new Map<number, string>();

  constructor({
    spec,
    containers,
    main = 0,
    initContainers,
    volumes,
    claims = [],
    stageOf = () => undefined,
    objects = new PodObjects(),
  }: PodParts) {
    this.fields = { ...spec };
    this.ordinary = containers.map((container) => new ContainerEntry(container));
    this.mainIndex = main;
    initContainers.forEach((container) =>
      this.stages[stageOf(container.name) ?? InitStage.INIT].push(new ContainerEntry(container)),
    );
    this.volumes = [...volumes];
    this.claims = claims;
    this.objects = objects;
  }

  /** @throws Error if there is none */
  get main(): ContainerEntry {
    if (!this.ordinary.length) throw new Error('the Pod has no main container: set "main"');
    return this.ordinary[this.mainIndex];
  }

  /** Lets a pattern change the Pod. */
  by(pattern: object, change: () => void): void {
    const outer = this.pattern;
    this.pattern = outer ?? pattern;
    try {
      change();
    } finally {
      this.pattern = outer;
    }
  }

  /** Takes a TCP port for a container, and returns the other container that has taken it. */
  takePort(port: number, container: string): string | undefined {
    const owner = this.takenPorts.get(port) ?? container;
    this.takenPorts.set(port, owner);
    return owner === container ? undefined : owner;
  }

  /** What is added now, with the pattern that adds it kept in mind. */
  attributed<T extends ContainerEntry | Volume>(part: T): T {
    if (this.pattern) this.attributions.set(part, this.pattern);
    return part;
  }

  /** The pattern that brought the container or volume of a name; undefined if none did. */
  patternOf(field: string, name: unknown): object | undefined {
    const parts: readonly (ContainerEntry | Volume)[] =
      field === 'volumes' ? this.volumes : field === 'containers' ? this.ordinary : this.initEntries;
    const part = parts.find((other) => other.name === name);
    return part && this.attributions.get(part);
  }

  /** Init containers in their order. */
  get initEntries(): ContainerEntry[] {
    return STAGES.flatMap((stage) => this.stages[stage]);
  }

  get entries(): ContainerEntry[] {
    return [...this.ordinary, ...this.initEntries];
  }

  /** Stage of the init container of a name; undefined if there is none. */
  stageOf(name: string): InitStage | undefined {
    return STAGES.find((stage) => this.stages[stage].some((entry) => entry.name === name));
  }

  tryEntry(name: string): ContainerEntry | undefined {
    return this.entries.find((entry) => entry.name === name);
  }

  /** @throws Error with the names there are, where none is called so */
  entry(name: string): ContainerEntry {
    const entry = this.tryEntry(name);
    if (!entry) {
      throw new Error(
        `the Pod has no container named ${displayValue(name)}, only ${this.entries.map((other) => displayValue(other.name)).join(', ')}`,
      );
    }
    return entry;
  }

  /** Returns the volume with a name, including one that a StatefulSet creates. */
  tryVolume(name: string): Volume | undefined {
    const claimed = this.claims.includes(name)
      ? { name, persistentVolumeClaim: { claimName: name } }
      : undefined;
    return this.volumes.find((volume) => volume.name === name) ?? claimed;
  }

  /** A field of the spec, by the name that it has in structs or in manifests. */
  field(name: string): unknown {
    return this.fields[this.fieldName(name)];
  }

  setField(name: string, value: unknown): void {
    setOwn(this.fields, this.fieldName(name), value);
  }

  toSpec(): PodSpec {
    const initContainers = this.initEntries.map((entry) => entry.toContainer());
    return {
      ...this.fields,
      containers: this.ordinary.map((entry) => entry.toContainer()),
      ...(initContainers.length ? { initContainers } : {}),
      ...(this.volumes.length ? { volumes: [...this.volumes] } : {}),
    };
  }

  /** The name by which the spec has a field: `hostPid` or `hostPID`. */
  private fieldName(name: string): string {
    if (Object.hasOwn(RESERVED_FIELDS, name)) {
      throw new Error(`"${name}" cannot be read or set as a field of a Pod: use ${RESERVED_FIELDS[name]}`);
    }
    return Object.keys(this.fields).find((field) => keyOf(field) === keyOf(name)) ?? name;
  }
}

const RESERVED_FIELDS: { readonly [field: string]: string } = {
  containers: '"containers", "addContainer" and "replaceContainer"',
  initContainers: '"initContainers", "addInitContainer" and "addSidecar"',
  volumes: '"volumes" and "addVolume"',
};

const keyOf = (field: string) => (Object.hasOwn(FIELDS.PodSpec, field) ? FIELDS.PodSpec[field][0] : field);
