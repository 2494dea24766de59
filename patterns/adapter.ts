import { Size } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Container, Probe } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { Pod, type PodProps } from '../lib/workload/pod';
import { companionIn, companionsIn, containerIn, optionsWith } from './blocks/helper';
import { assertPodReadable } from './blocks/pod-readable';
import { shareDirectory, type SharedVolumeOptions, withMount } from './blocks/shared-directory';
import type { Companion } from './companions/companion';

/** Options of an adapter. The volume that it shares is called `shared`. */
export interface AdapterOptions extends SharedVolumeOptions {
  /** Adapter, as a container or a companion. It is used as is, except for what the options add. */
  readonly container: Container | Companion;

  /**
   * Directory that the main container writes and the adapter reads: an absolute path, the same in both. The
   * adapter mounts it read-only, unless its container mounts the volume itself.
   *
   * @default - the one that a companion needs; otherwise, no directory is shared
   */
  readonly share?: string;

  /**
   * Liveness probe of the adapter. If it fails, only the adapter is restarted. The Pod stays in its Services
   * while the adapter runs, but not while it waits to be restarted after several failures (CrashLoopBackOff).
   *
   * @default - the container's own
   */
  readonly probe?: Probe;

  /**
   * Whether the Pod is removed from its Services while `probe` fails. The probe is then the readiness probe,
   * and nothing is restarted.
   *
   * @default false
   */
  readonly gatesReadiness?: boolean;

  /**
   * Whether the container is a native sidecar, which lets Jobs complete and ends after the main container. It
   * then starts before the main container, and must retry until the main container answers.
   *
   * @default true
   */
  readonly native?: boolean;
}

/**
 * Adapter: exposes data of the main container in the format that others expect, such as Prometheus metrics,
 * without a change to the main container.
 */
export class Adapter extends PodPattern {
  private readonly share?: string;

  /** @param options what adapts, and how */
  public constructor(private readonly options: AdapterOptions) {
    super();
    checkArguments('Adapter', options);
    const { container, share = companionIn(container)?.share } = options;
    this.share = share;
    if (share !== undefined && !/^\/./.test(share)) {
      throw misuse('Adapter', `"share" is ${JSON.stringify(share)}: use an absolute path below "/"`);
    }
  }

  /**
   * Adds the container and, if a directory is shared, its volume and mounts.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('Adapter', pod);
    const { share } = this;
    const { volume, sizeLimit = Size.mebibytes(256), native } = this.options;
    const container = this.container(pod);
    if (share === undefined) {
      pod.addSidecar(container, { native });
    } else {
      pod.addSidecar(
        withMount(container, shareDirectory(pod, { path: share, volumeName: 'shared', volume, sizeLimit })),
        { native },
      );
    }
  }

  /** @internal */
  public _companions(): readonly Companion[] {
    return companionsIn(this.options.container);
  }

  private container(pod: PodTemplate): Container {
    const { probe, gatesReadiness = false } = this.options;
    const container = containerIn(pod, this.options.container);
    if (!probe) return container;
    return { [gatesReadiness ? 'readinessProbe' : 'livenessProbe']: probe, ...container };
  }
}

/** Options of a Pod with an adapter. */
export interface AdapterPodProps extends PodProps {
  /** The adapter, or the companion that is its container. */
  readonly adapter: AdapterOptions | Companion;
}

/** Pod with an adapter that exposes data of the main container in another format. */
export class AdapterPod extends Pod {
  /**
   * @param scope construct that the Pod belongs to
   * @param id name of the Pod in its scope
   * @param props the Pod and its adapter
   */
  public constructor(scope: Construct, id: string, props: AdapterPodProps) {
    checkArguments('AdapterPod', scope, id, props);
    const { adapter, ...pod } = props;
    super(scope, id, {
      ...pod,
      patterns: [new Adapter(optionsWith(adapter)), ...(pod.patterns ?? [])],
    });
  }
}
