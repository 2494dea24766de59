import type { ApiObjectMetadata } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type {
  Container,
  EnvVar,
  PodSecurityContext,
  PodSpec,
  PodSpecOptions,
  Volume,
  VolumeMount,
} from '../k8s';
import { checkArguments } from '../options/check';
import { rememberLine } from '../source-line/source-line';
import { ContainerEntry } from './container-entry';
import type { ContainerOrder } from './container-order';
import { InitStage } from './init-stage';
import { PodModel } from './pod-model';
import type { PodObject, PodOwner } from './pod-object';
import { DetachedPod, type PodSource } from './pod-source';
import type { SidecarOptions } from './sidecar-options';

/** A Pod: its main container, its patterns, and every other field of a PodSpec under its Kubernetes name. */
export interface PodTemplateProps extends PodSpecOptions {
  /**
   * Metadata of the Pod.
   *
   * @default - none
   */
  readonly metadata?: ApiObjectMetadata;

  /** Main container; the first of `spec.containers`. */
  readonly main: Container;

  /**
   * Additional ordinary containers, after the main one.
   *
   * @default - none
   */
  readonly containers?: Container[];

  /**
   * Your own init containers, in this order, after the gates and native sidecars of patterns. One with
   * `restartPolicy: 'Always'` is a native sidecar and stays in its place here.
   *
   * @default - none
   */
  readonly initContainers?: Container[];

  /**
   * Patterns, applied in this order.
   *
   * @default - none
   */
  readonly patterns?: PodPattern[];
}

/** A companion as a Pod sees it: what it needs beside its container. */
interface PodCompanion {
  /** Adds everything but the container to a Pod. */
  _applyTo(pod: PodTemplate): void;
  /** Objects that it needs beside the Pod. */
  _objects(): readonly PodObject[];
}

/**
 * Pattern of containers that work together in one Pod. Extend it to write your own patterns; add it to any
 * Pod with `patterns` or `template.add(…)`.
 */
export abstract class PodPattern {
  public constructor() {
    rememberLine(this, PodPattern, 3);
  }

  /**
   * Adds the pattern's containers, volumes and settings to a Pod.
   *
   * @param pod template that the pattern changes
   */
  public abstract applyTo(pod: PodTemplate): void;

  /**
   * Companions among the containers that the pattern adds.
   *
   * @internal
   */
  public _companions(): readonly PodCompanion[] {
    return [];
  }
}

/**
 * Pod under construction, which patterns change before and after its construct is created. The order of its
 * containers is: init gates, native sidecars, init containers; then the main container and the others in the
 * order they were added.
 */
export class PodTemplate {
  /**
   * Returns the template of anything that contains a Pod: a construct of this library or of cdk8s-plus, an
   * `ApiObject`, an object from `Include` or `Helm`. Additions are rendered with the object, whichever
   * library created it. In objects of other libraries existing containers keep their place: gates and native
   * sidecars are added before their init containers, everything else after. The same object always has the
   * same template.
   *
   * @param construct the object, or a construct with one object below it that contains a Pod
   * @throws Error with path, apiVersion and kind, if it contains no Pod
   */
  public static of(construct: IConstruct): PodTemplate {
    checkArguments('PodTemplate.of', construct);
    return PodTemplate._find(construct);
  }

  /**
   * Finds the template of a construct. `lib/construct` sets it: it knows the objects of other libraries, and
   * imports this class.
   *
   * @internal
   */
  public static _find: (construct: IConstruct) => PodTemplate;

  /** @internal */
  public static _from(source: PodSource): PodTemplate {
    const template = Object.create(PodTemplate.prototype) as PodTemplate;
    template.source = source;
    return template;
  }

  /**
   * The template of props that have been checked, as those of a workload.
   *
   * @internal
   */
  public static _ofChecked(props: PodTemplateProps, claims: readonly string[] = []): PodTemplate {
    const template = PodTemplate._from(new DetachedPod(modelOf(props, claims)));
    template.addAll(props.patterns);
    return template;
  }

  private source: PodSource;

  /**
   * @param props the Pod as it begins
   * @param claims names of volumes that a StatefulSet makes for the Pod; none if not given
   */
  public constructor(props: PodTemplateProps, claims: string[] = []) {
    checkArguments('PodTemplate', props, claims);
    this.source = new DetachedPod(modelOf(props, claims));
    this.addAll(props.patterns);
  }

  /**
   * The main container in its current state. In objects of other libraries it is the first of the ordinary
   * containers, or the one that the annotation `kubectl.kubernetes.io/default-container` names.
   *
   * @throws Error if the Pod was created without one
   */
  public get main(): Container {
    return this.source.now.main.toContainer();
  }

  /** The current ordinary containers in order: the main one first, except in objects of other libraries. */
  public get containers(): Container[] {
    return this.source.now.ordinary.map((entry) => entry.toContainer());
  }

  /** The current init containers in order, including native sidecars. */
  public get initContainers(): Container[] {
    return this.source.now.initEntries.map((entry) => entry.toContainer());
  }

  /** The current volumes. */
  public get volumes(): Volume[] {
    return [...this.source.now.volumes];
  }

  /** Labels that were added. */
  public get labels(): { [key: string]: string } {
    return { ...this.source.now.labels };
  }

  /** Annotations that were added. */
  public get annotations(): { [key: string]: string } {
    return { ...this.source.now.annotations };
  }

  /** The Pod's own security context, such as its `fsGroup`; undefined if it has none. */
  public get podSecurityContext(): PodSecurityContext | undefined {
    return this.source.now.field('securityContext') as PodSecurityContext | undefined;
  }

  /**
   * Adds a pattern.
   *
   * @param pattern pattern to apply
   */
  public add(pattern: PodPattern): void {
    checkArguments('PodTemplate.add', pattern);
    const companions = pattern._companions?.() ?? [];
    const objects = companions.flatMap((companion) => companion._objects());
    objects.forEach((object) => this.source.objects.add(object));
    this.source.change((pod) =>
      pod.by(pattern, () => {
        const template = PodTemplate._from(new DetachedPod(pod));
        pattern.applyTo(template);
        companions.forEach((companion) => companion._applyTo(template));
      }),
    );
  }

  /**
   * Adds an ordinary container after the existing ones.
   *
   * @param container container to add
   */
  public addContainer(container: Container): void {
    checkArguments('PodTemplate.addContainer', container);
    this.pushContainer(container);
  }

  /**
   * Adds a helper that runs as long as the main container.
   *
   * @param container helper; its `restartPolicy` is set unless it has one
   * @param options native or not
   */
  public addSidecar(container: Container, options: SidecarOptions = {}): void {
    checkArguments('PodTemplate.addSidecar', container, options);
    if (options.native ?? true) {
      this.pushInitContainer({ restartPolicy: 'Always', ...container }, InitStage.SIDECAR);
    } else {
      this.pushContainer(container);
    }
  }

  /**
   * Adds an init container after the existing ones of its stage.
   *
   * @param container container to add
   * @param stage when it runs; `InitStage.INIT` if not given
   */
  public addInitContainer(container: Container, stage: InitStage = InitStage.INIT): void {
    checkArguments('PodTemplate.addInitContainer', container, stage);
    this.pushInitContainer(container, stage);
  }

  /**
   * Replaces the container of the same name; mounts and variables that were added to it are kept.
   *
   * @param container container to put there
   * @throws Error that lists the Pod's containers, if none has the name
   */
  public replaceContainer(container: Container): void {
    checkArguments('PodTemplate.replaceContainer', container);
    this.source.change((pod) => pod.entry(container.name).replace(container));
  }

  /**
   * Adds a volume.
   *
   * @param volume volume to add
   */
  public addVolume(volume: Volume): void {
    checkArguments('PodTemplate.addVolume', volume);
    this.source.change((pod) => pod.volumes.push(pod.attributed(volume)));
  }

  /**
   * Adds a mount to a container.
   *
   * @param containerName name of the container
   * @param mount mount to add
   * @throws Error that lists the Pod's containers, if none has the name
   */
  public mount(containerName: string, mount: VolumeMount): void {
    checkArguments('PodTemplate.mount', containerName, mount);
    this.source.change((pod) => pod.entry(containerName).mount(mount));
  }

  /**
   * Adds an environment variable to a container.
   *
   * @param containerName name of the container
   * @param variable variable to add
   * @throws Error that lists the Pod's containers, if none has the name
   */
  public addEnv(containerName: string, variable: EnvVar): void {
    checkArguments('PodTemplate.addEnv', containerName, variable);
    this.source.change((pod) => pod.entry(containerName).addEnv(variable));
  }

  /**
   * Adds a label to the Pod.
   *
   * @param key label key
   * @param value label value
   */
  public addLabel(key: string, value: string): void {
    checkArguments('PodTemplate.addLabel', key, value);
    this.source.change((pod) => {
      pod.labels[key] = value;
    });
  }

  /**
   * Adds an annotation to the Pod.
   *
   * @param key annotation key
   * @param value annotation value
   */
  public addAnnotation(key: string, value: string): void {
    checkArguments('PodTemplate.addAnnotation', key, value);
    this.source.change((pod) => {
      pod.annotations[key] = value;
    });
  }

  /**
   * Sets a field of the Pod's spec, replacing an existing value.
   *
   * @param name field of a PodSpec other than containers and volumes, such as `terminationGracePeriodSeconds`
   * @param value value of the field; undefined removes it
   */
  public setField(name: string, value: any): void {
    checkArguments('PodTemplate.setField', name, value);
    this.source.change((pod) => pod.setField(name, value));
  }

  /**
   * Sets a field of the Pod's spec unless it has a value.
   *
   * @param name field of a PodSpec other than containers and volumes
   * @param value value of the field
   */
  public setFieldIfAbsent(name: string, value: any): void {
    checkArguments('PodTemplate.setFieldIfAbsent', name, value);
    this.source.change((pod) => pod.setField(name, pod.field(name) ?? value));
  }

  /**
   * Returns the current value of a field of the Pod's spec; undefined if it has none.
   *
   * @param name field of a PodSpec other than containers and volumes
   */
  public tryField(name: string): any {
    checkArguments('PodTemplate.tryField', name);
    return this.source.now.field(name);
  }

  /**
   * Returns the container with a name in its current state; undefined if there is none.
   *
   * @param name container name
   */
  public tryContainer(name: string): Container | undefined {
    return this.source.now.tryEntry(name)?.toContainer();
  }

  /**
   * Returns the volume with a name, including one that a StatefulSet creates; undefined if there is none.
   *
   * @param name volume name
   */
  public tryVolume(name: string): Volume | undefined {
    return this.source.now.tryVolume(name);
  }

  /** Returns when each container starts and stops, in start order. */
  public startupOrder(): ContainerOrder[] {
    return (require('./container-order') as typeof import('./container-order')).orderOf(this.source.now);
  }

  /**
   * Name of an object beside the Pod; its id as long as the Pod has no owner.
   *
   * @internal
   */
  public _objectName(id: string): string {
    return this.source.objects.nameOf(id);
  }

  /**
   * Takes a TCP port for a container, and returns the other container that has taken it; undefined if none
   * has.
   *
   * @internal
   */
  public _takePort(port: number, container: string): string | undefined {
    return this.source.now.takePort(port, container);
  }

  /** @internal */
  public _setOwner(owner: PodOwner): void {
    this.source.objects.setOwner(owner);
  }

  /** @internal */
  public get _now(): PodModel {
    return this.source.now;
  }

  /** The current spec of the Pod. */
  public toSpec(): PodSpec {
    return this.source.now.toSpec();
  }

  private addAll(patterns: readonly PodPattern[] = []): void {
    patterns.forEach((pattern) => this.add(pattern));
  }

  private pushContainer(container: Container): void {
    this.source.change((pod) => pod.ordinary.push(pod.attributed(new ContainerEntry(container))));
  }

  private pushInitContainer(container: Container, stage: InitStage): void {
    this.source.change((pod) => pod.stages[stage].push(pod.attributed(new ContainerEntry(container))));
  }
}

function modelOf(
  { metadata, main, containers = [], initContainers = [], patterns, volumes = [], ...spec }: PodTemplateProps,
  claims: readonly string[],
): PodModel {
  const ordinary = [main, ...containers].filter(Boolean);
  return new PodModel({ spec, containers: ordinary, initContainers, volumes, claims });
}
