import type { IConstruct } from 'constructs';
import type { Container, EnvVar, PodSecurityContext, PodSpec, Volume, VolumeMount } from '../k8s';
import { checkArguments } from '../options/check';
import { ContainerEntry } from './container-entry';
import type { ContainerOrder } from './container-order';
import { InitStage } from './init-stage';
import { PodModel } from './pod-model';
import type { PodPattern } from './pod-pattern';
import { OwnPod, type PodSource } from './pod-source';
import type { PodTemplateProps } from './pod-template-props';
import type { SidecarOptions } from './sidecar-options';

/**
 * Pod in the making: what patterns change, before and after it was made. The order of its containers is: init
 * gates, native sidecars, init containers; then the main container and the others in the order they were
 * added.
 */
export class PodTemplate {
  /**
   * The template of anything that holds a Pod: a construct of this library or of cdk8s-plus, an `ApiObject`,
   * what `Include` or `Helm` brought in. What is added to it is rendered with the object, whichever library
   * made that. In objects of others what was there stays in its place: gates and native sidecars come before
   * their init containers, all else after what they have. The same object has the same template each time.
   *
   * @param construct the object, or a construct with one object below it that holds a Pod
   * @throws Error with path, apiVersion and kind, where no Pod is in it
   */
  public static of(construct: IConstruct): PodTemplate {
    checkArguments('PodTemplate.of', construct);
    return (require('./adopted/template-of') as typeof import('./adopted/template-of')).templateOf(construct);
  }

  /** @internal */
  public static _from(source: PodSource): PodTemplate {
    const template = new PodTemplate({ main: { name: '' } });
    template.source = source;
    return template;
  }

  private source: PodSource;

  /**
   * @param props the Pod as it begins
   * @param claims names of volumes that a StatefulSet makes for the Pod; none where not given
   */
  public constructor(props: PodTemplateProps, claims: string[] = []) {
    checkArguments('PodTemplate', props, claims);
    const {
      metadata,
      main,
      containers = [],
      initContainers = [],
      patterns = [],
      volumes = [],
      ...spec
    } = props;
    this.source = new OwnPod(
      new PodModel({
        spec,
        containers: [main, ...containers].filter(Boolean),
        initContainers,
        volumes,
        claims,
      }),
    );
    patterns.forEach((pattern) => this.add(pattern));
  }

  /**
   * The main container as it is now. In objects of others it is the first of the ordinary containers, or the
   * one that the annotation `kubectl.kubernetes.io/default-container` names.
   *
   * @throws Error where the Pod was made without one
   */
  public get main(): Container {
    return this.source.now.main.toContainer();
  }

  /**
   * The ordinary containers as they are now, in their order: the main one first, but in objects of others.
   */
  public get containers(): Container[] {
    return this.source.now.ordinary.map((entry) => entry.toContainer());
  }

  /** The init containers as they are now, native sidecars among them, in their order. */
  public get initContainers(): Container[] {
    return this.source.now.initEntries.map((entry) => entry.toContainer());
  }

  /** The volumes as they are now. */
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

  /** The Pod's own security context, such as its `fsGroup`; undefined where it has none. */
  public get podSecurityContext(): PodSecurityContext | undefined {
    return this.source.now.field('securityContext') as PodSecurityContext | undefined;
  }

  /**
   * Addition of a pattern.
   *
   * @param pattern pattern to apply
   */
  public add(pattern: PodPattern): void {
    checkArguments('PodTemplate.add', pattern);
    this.source.change((pod) => pod.by(pattern, () => pattern.applyTo(PodTemplate._from(new OwnPod(pod)))));
  }

  /**
   * Addition of an ordinary container, after those that are there.
   *
   * @param container container to add
   */
  public addContainer(container: Container): void {
    checkArguments('PodTemplate.addContainer', container);
    this.source.change((pod) => pod.ordinary.push(pod.credited(new ContainerEntry(container))));
  }

  /**
   * Addition of a helper that runs as long as the main container does.
   *
   * @param container helper; its `restartPolicy` is set unless it has one
   * @param options native or not
   */
  public addSidecar(container: Container, options: SidecarOptions = {}): void {
    checkArguments('PodTemplate.addSidecar', container, options);
    if (options.native ?? true) {
      this.addInitContainer({ restartPolicy: 'Always', ...container }, InitStage.SIDECAR);
    } else {
      this.addContainer(container);
    }
  }

  /**
   * Addition of an init container, after those of its stage that are there.
   *
   * @param container container to add
   * @param stage when it runs; `InitStage.INIT` where not given
   */
  public addInitContainer(container: Container, stage: InitStage = InitStage.INIT): void {
    checkArguments('PodTemplate.addInitContainer', container, stage);
    this.source.change((pod) => pod.stages[stage].push(pod.credited(new ContainerEntry(container))));
  }

  /**
   * Another container in the place of the one of its name, with all that was added to that.
   *
   * @param container container to put there
   * @throws Error with the names that the Pod has, where no container is called so
   */
  public replaceContainer(container: Container): void {
    checkArguments('PodTemplate.replaceContainer', container);
    this.source.change((pod) => pod.entry(container.name).replace(container));
  }

  /**
   * Addition of a volume.
   *
   * @param volume volume to add
   */
  public addVolume(volume: Volume): void {
    checkArguments('PodTemplate.addVolume', volume);
    this.source.change((pod) => pod.volumes.push(pod.credited(volume)));
  }

  /**
   * Addition of a mount to a container.
   *
   * @param containerName name of the container
   * @param mount mount to add
   * @throws Error with the names that the Pod has, where no container is called so
   */
  public mount(containerName: string, mount: VolumeMount): void {
    checkArguments('PodTemplate.mount', containerName, mount);
    this.source.change((pod) => pod.entry(containerName).mount(mount));
  }

  /**
   * Addition of an environment variable to a container.
   *
   * @param containerName name of the container
   * @param variable variable to add
   * @throws Error with the names that the Pod has, where no container is called so
   */
  public addEnv(containerName: string, variable: EnvVar): void {
    checkArguments('PodTemplate.addEnv', containerName, variable);
    this.source.change((pod) => pod.entry(containerName).addEnv(variable));
  }

  /**
   * Addition of a label to the Pod.
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
   * Addition of an annotation to the Pod.
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
   * Value for a field of the Pod's spec, in place of one that is there.
   *
   * @param name field of a PodSpec other than containers and volumes, such as `terminationGracePeriodSeconds`
   * @param value value of the field; undefined takes it away
   */
  public setField(name: string, value: any): void {
    checkArguments('PodTemplate.setField', name, value);
    this.source.change((pod) => pod.setField(name, value));
  }

  /**
   * Value for a field of the Pod's spec, unless it has one.
   *
   * @param name field of a PodSpec other than containers and volumes
   * @param value value of the field
   */
  public setFieldIfAbsent(name: string, value: any): void {
    checkArguments('PodTemplate.setFieldIfAbsent', name, value);
    this.source.change((pod) => pod.setField(name, pod.field(name) ?? value));
  }

  /**
   * A field of the Pod's spec as it is now; undefined where it has none.
   *
   * @param name field of a PodSpec other than containers and volumes
   */
  public tryField(name: string): any {
    checkArguments('PodTemplate.tryField', name);
    return this.source.now.field(name);
  }

  /**
   * The container of a name as it is now; undefined where there is none.
   *
   * @param name container name
   */
  public tryContainer(name: string): Container | undefined {
    return this.source.now.tryEntry(name)?.toContainer();
  }

  /**
   * The volume of a name, be it one that a StatefulSet makes; undefined where there is none.
   *
   * @param name volume name
   */
  public tryVolume(name: string): Volume | undefined {
    return this.source.now.tryVolume(name);
  }

  /** When each container starts and stops, in the order of their start. */
  public startupOrder(): ContainerOrder[] {
    return (require('./container-order') as typeof import('./container-order')).orderOf(this.source.now);
  }

  /** @internal */
  public get _now(): PodModel {
    return this.source.now;
  }

  /** The Pod's spec as it is now. */
  public toSpec(): PodSpec {
    return this.source.now.toSpec();
  }
}
