import type { Container, EnvVar, PodSpec, Volume, VolumeMount } from '../k8s';
import { ContainerEntry } from './container-entry';
import { InitStage } from './init-stage';
import type { PodPattern } from './pod-pattern';
import type { PodTemplateProps } from './pod-template-props';

/** Options of `PodTemplate.addSidecar`. */
export interface SidecarOptions {
  /**
   * Whether the container is a native sidecar: an init container with `restartPolicy: 'Always'`, which starts before
   * the ordinary containers, ends after them and lets Jobs complete. Otherwise it is an ordinary container.
   *
   * @default true
   */
  readonly native?: boolean;
}

/**
 * Pod in the making: what patterns change, before and after it was made. The order of its containers is: init gates,
 * native sidecars, init containers; then the main container and the others in the order they were added.
 */
export class PodTemplate {
  private readonly spec: { [field: string]: unknown };
  private readonly ordinary: ContainerEntry[];
  private readonly stages: { readonly [stage in InitStage]: ContainerEntry[] };
  private readonly allVolumes: Volume[];
  private readonly addedLabels: { [key: string]: string } = {};
  private readonly addedAnnotations: { [key: string]: string } = {};

  /** @param props the Pod as it begins */
  public constructor(props: PodTemplateProps) {
    const { metadata, main, containers = [], initContainers = [], patterns = [], volumes = [], ...spec } = props;
    this.spec = spec;
    this.ordinary = [main, ...containers].filter(Boolean).map((container) => new ContainerEntry(container));
    this.stages = { [InitStage.GATE]: [], [InitStage.SIDECAR]: [], [InitStage.INIT]: initContainers.map((container) => new ContainerEntry(container)) };
    this.allVolumes = [...volumes];
    patterns.forEach((pattern) => this.add(pattern));
  }

  /**
   * The main container as it is now.
   *
   * @throws Error where the Pod was made without one
   */
  public get main(): Container {
    if (!this.ordinary.length) throw new Error('the Pod has no main container: set "main"');
    return this.ordinary[0].toContainer();
  }

  /** The ordinary containers as they are now, the main one first. */
  public get containers(): Container[] {
    return this.ordinary.map((entry) => entry.toContainer());
  }

  /** The init containers as they are now, native sidecars among them, in their order. */
  public get initContainers(): Container[] {
    return this.initEntries().map((entry) => entry.toContainer());
  }

  /** The volumes as they are now. */
  public get volumes(): Volume[] {
    return [...this.allVolumes];
  }

  /** Labels that were added. */
  public get labels(): { [key: string]: string } {
    return { ...this.addedLabels };
  }

  /** Annotations that were added. */
  public get annotations(): { [key: string]: string } {
    return { ...this.addedAnnotations };
  }

  /**
   * Addition of a pattern.
   *
   * @param pattern pattern to apply
   */
  public add(pattern: PodPattern): void {
    pattern.applyTo(this);
  }

  /**
   * Addition of an ordinary container, after those that are there.
   *
   * @param container container to add
   */
  public addContainer(container: Container): void {
    this.ordinary.push(new ContainerEntry(container));
  }

  /**
   * Addition of a helper that runs as long as the main container does.
   *
   * @param container helper; its `restartPolicy` is set unless it has one
   * @param options native or not
   */
  public addSidecar(container: Container, options: SidecarOptions = {}): void {
    if (options.native ?? true) this.stages[InitStage.SIDECAR].push(new ContainerEntry({ restartPolicy: 'Always', ...container }));
    else this.addContainer(container);
  }

  /**
   * Addition of an init container, after those of its stage that are there.
   *
   * @param container container to add
   * @param stage when it runs; `InitStage.INIT` where not given
   */
  public addInitContainer(container: Container, stage: InitStage = InitStage.INIT): void {
    this.stages[stage].push(new ContainerEntry(container));
  }

  /**
   * Another container in the place of the one of its name, with all that was added to that.
   *
   * @param container container to put there
   * @throws Error with the names that the Pod has, where no container is called so
   */
  public replaceContainer(container: Container): void {
    this.entry(container.name).replace(container);
  }

  /**
   * Addition of a volume.
   *
   * @param volume volume to add
   */
  public addVolume(volume: Volume): void {
    this.allVolumes.push(volume);
  }

  /**
   * Addition of a mount to a container.
   *
   * @param containerName name of the container
   * @param mount mount to add
   * @throws Error with the names that the Pod has, where no container is called so
   */
  public mount(containerName: string, mount: VolumeMount): void {
    this.entry(containerName).mount(mount);
  }

  /**
   * Addition of an environment variable to a container.
   *
   * @param containerName name of the container
   * @param variable variable to add
   * @throws Error with the names that the Pod has, where no container is called so
   */
  public addEnv(containerName: string, variable: EnvVar): void {
    this.entry(containerName).addEnv(variable);
  }

  /**
   * Addition of a label to the Pod.
   *
   * @param key label key
   * @param value label value
   */
  public addLabel(key: string, value: string): void {
    this.addedLabels[key] = value;
  }

  /**
   * Addition of an annotation to the Pod.
   *
   * @param key annotation key
   * @param value annotation value
   */
  public addAnnotation(key: string, value: string): void {
    this.addedAnnotations[key] = value;
  }

  /**
   * Value for a field of the Pod's spec, in place of one that is there.
   *
   * @param name field of a PodSpec other than containers and volumes, such as `terminationGracePeriodSeconds`
   * @param value value of the field; undefined takes it away
   */
  public setField(name: string, value: any): void {
    this.spec[name] = value;
  }

  /**
   * A field of the Pod's spec as it is now; undefined where it has none.
   *
   * @param name field of a PodSpec other than containers and volumes
   */
  public tryField(name: string): any {
    return this.spec[name];
  }

  /**
   * The container of a name as it is now; undefined where there is none.
   *
   * @param name container name
   */
  public tryContainer(name: string): Container | undefined {
    return this.entries().find((entry) => entry.name === name)?.toContainer();
  }

  /**
   * The volume of a name; undefined where there is none.
   *
   * @param name volume name
   */
  public tryVolume(name: string): Volume | undefined {
    return this.allVolumes.find((volume) => volume.name === name);
  }

  /** The Pod's spec as it is now. */
  public toSpec(): PodSpec {
    const initContainers = this.initContainers;
    return {
      ...this.spec,
      containers: this.containers,
      ...(initContainers.length ? { initContainers } : {}),
      ...(this.allVolumes.length ? { volumes: this.volumes } : {}),
    };
  }

  private initEntries(): ContainerEntry[] {
    return [InitStage.GATE, InitStage.SIDECAR, InitStage.INIT].flatMap((stage) => this.stages[stage]);
  }

  private entries(): ContainerEntry[] {
    return [...this.ordinary, ...this.initEntries()];
  }

  private entry(name: string): ContainerEntry {
    const entries = this.entries();
    const entry = entries.find((candidate) => candidate.name === name);
    if (!entry) throw new Error(`the Pod has no container called "${name}": it has ${entries.map((other) => `"${other.name}"`).join(', ')}`);
    return entry;
  }
}
