import { posix } from 'node:path';
import { Size } from 'cdk8s';
import type { Container, EnvVar, Probe, VolumeMount } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { assertDirectory, isNormalized } from './blocks/directory-path';
import { addWait, assertTimes, type GateOptions } from './blocks/gate';
import { companionsIn, containerIn } from './blocks/helper';
import { addMainEnv } from './blocks/main-env';
import { assertPodReadable } from './blocks/pod-readable';
import {
  mountAt,
  shareDirectory,
  type SharedVolumeOptions,
  shareWritable,
  withMount,
} from './blocks/shared-directory';
import type { Companion } from './companions/companion';

/**
 * Options of a companion behind a UNIX socket. The volume for the socket is called `socket`, of at most 16Mi:
 * a socket takes no space, but other files in the directory do.
 */
export interface SocketCompanionOptions extends SharedVolumeOptions {
  /**
   * Helper, as a container or a companion: cloud-sql-proxy, php-fpm, a Docker daemon, nginx. It is used as
   * is, except for what the options add.
   */
  readonly container: Container | Companion;

  /**
   * Absolute path of the socket, the same in both containers, of at most 107 bytes. Its directory is shared,
   * and hides what the images have there.
   */
  readonly socket: string;

  /**
   * Container that creates the socket and listens; the other one connects.
   *
   * @default 'companion'
   */
  readonly listener?: 'companion' | 'main';

  /**
   * Whether the container that connects mounts the directory read-only. It can still connect, but cannot
   * write files there. An existing mount of the main container is not changed.
   *
   * @default true
   */
  readonly readOnly?: boolean;

  /**
   * Environment variables that pass the path of the socket to the main container, such as `DOCKER_HOST`.
   *
   * @default - none
   */
  readonly mainEnv?: EnvVar[];

  /**
   * Startup probe of the companion; init containers and the main container start after it succeeds.
   *
   * @default - if the companion listens: `test -S` in its container, once per second for a minute
   */
  readonly startupProbe?: Probe;

  /**
   * Init container that waits for the socket instead of a startup probe, for a companion whose image has no
   * program `test`. `{}` for one with all its defaults.
   *
   * @default - none: the startup probe
   */
  readonly wait?: GateOptions;

  /**
   * Medium of the volume that is created: `Memory` for a tmpfs, whose files count as memory of the container
   * that writes them.
   *
   * @default - the disk of the node
   */
  readonly medium?: string;

  /**
   * Whether the companion is a native sidecar, which starts before the main container and ends after it. A
   * classic sidecar does neither: the connecting container must then retry until the socket exists.
   *
   * @default true
   */
  readonly native?: boolean;
}

/**
 * Helper that the main container talks to through a UNIX socket on a shared volume, without a port that
 * others could reach.
 */
export class SocketCompanion extends PodPattern {
  private readonly listens: boolean;

  /**
   * @param options what listens, and where
   * @throws Error if the path of the socket is invalid, or something would wait for a socket that the main
   * container creates
   */
  public constructor(private readonly options: SocketCompanionOptions) {
    super();
    checkArguments('SocketCompanion', options);
    const { socket, listener, wait, native = true } = options;
    this.listens = listener !== 'main';
    if (!isNormalized(socket)) {
      throw misuse(
        'SocketCompanion',
        `"socket" is ${JSON.stringify(socket)}: use an absolute path such as "/run/app/app.sock"`,
      );
    }
    assertDirectory('SocketCompanion', 'the directory of "socket"', posix.dirname(socket));
    if (Buffer.byteLength(socket) > MAX_PATH) {
      throw misuse(
        'SocketCompanion',
        `"socket" is ${Buffer.byteLength(socket)} bytes long: Linux allows at most ${MAX_PATH}`,
      );
    }
    if (wait && !(this.listens && native)) {
      throw misuse(
        'SocketCompanion',
        '"wait" would never finish: it requires a native companion that listens',
      );
    }
    assertTimes('SocketCompanion', wait ?? {}, 'wait.');
  }

  /**
   * Adds the container, the volume and its mounts, and what delays the main container until the socket
   * exists.
   *
   * @param pod template that the pattern changes
   * @throws Error if the main container creates the socket but mounts the directory read-only, or if the
   * companion mounts it elsewhere and has no startup probe of its own
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('SocketCompanion', pod);
    const { socket, mainEnv = [], wait, native = true } = this.options;
    const mount = this.share(pod);
    addMainEnv(pod, 'SocketCompanion', mainEnv);
    const companion = withMount(containerIn(pod, this.options.container), mount);
    if (!native) pod.addSidecar(companion, { native });
    else pod.addSidecar({ ...companion, ...this.startupProbe(companion, mount) });
    if (wait) addWait(pod, companion.name, `unix://${socket}`, wait, [{ ...mount, readOnly: true }]);
  }

  /** @internal */
  public _companions(): readonly Companion[] {
    return companionsIn(this.options.container);
  }

  private share(pod: PodTemplate): VolumeMount {
    const { socket, volume, medium, sizeLimit = Size.mebibytes(16), readOnly = true } = this.options;
    const shared = { path: posix.dirname(socket), volumeName: 'socket', volume, medium, sizeLimit };
    if (this.listens) return shareWritable(pod, { ...shared, readOnly });
    const mount = readOnly ? shareDirectory(pod, shared) : shareWritable(pod, shared);
    if (mountAt(pod.main, socket)?.readOnly) {
      throw misuse(
        'SocketCompanion',
        `"${pod.main.name}" creates ${socket}, but mounts ${mount.mountPath} read-only: mount it writable`,
      );
    }
    return mount;
  }

  private startupProbe(
    companion: Container,
    { name, mountPath }: VolumeMount,
  ): Pick<Container, 'startupProbe'> {
    const { socket, startupProbe, wait } = this.options;
    const given = companion.startupProbe ?? startupProbe;
    if (given) return { startupProbe: given };
    if (wait || !this.listens) return {};
    const own = companion.volumeMounts!.find((mount) => mount.name === name)!.mountPath;
    if (own !== mountPath) {
      throw misuse(
        'SocketCompanion',
        `"${companion.name}" mounts volume "${name}" at ${own}, not at ${mountPath}: set a "startupProbe" that checks the socket there`,
      );
    }
    return {
      startupProbe: { exec: { command: ['test', '-S', socket] }, periodSeconds: 1, failureThreshold: 60 },
    };
  }
}

/** Bytes of a socket's path: sun_path of unix(7), without its NUL. */
const MAX_PATH = 107;
