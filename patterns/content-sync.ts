import { Duration, Size } from 'cdk8s';
import type { Container, EnvVar, Probe, ResourceRequirements, SecurityContext } from '../lib/k8s';
import { secondsOf } from '../lib/options/amounts';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { InitStage } from '../lib/pod/init-stage';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { assertDirectory } from './blocks/directory-path';
import { freeContainerName, freePort, freeVolumeName } from './blocks/free-name';
import { UNPRIVILEGED } from './blocks/hardening';
import { assertPodReadable } from './blocks/pod-readable';
import { fillDirectory, type FilledVolumeOptions } from './blocks/shared-directory';
import { escapeExpansion } from './blocks/shell-command';
import { pullPolicy, type ShellContainerOptions } from './blocks/shell-container';
import { assertTime } from './blocks/time';

/**
 * Options of a content sync. Its container is called `content-sync`, its volume `content`, of 1Gi at most.
 * The image is git-sync, version 4: `registry.k8s.io/git-sync/git-sync:v4.7.1`. It requests 10m CPU and 64Mi
 * memory, with a limit of 256Mi, and meets the restricted Pod Security level as git-sync's user and group
 * 65533.
 */
export interface ContentSyncOptions extends ShellContainerOptions, FilledVolumeOptions {
  /** Git repository: a URL, `https://…`, `ssh://…` or `git@host:path`. */
  readonly repo: string;

  /** Directory that the main container mounts: an absolute path. The content is in it at `link`. */
  readonly to: string;

  /**
   * Branch, tag or hash.
   *
   * @default 'HEAD'
   */
  readonly ref?: string;

  /**
   * Name of the symbolic link in `to` that leads to the content; it is swapped when that changes.
   *
   * @default 'current'
   */
  readonly link?: string;

  /**
   * Polling interval; whole seconds.
   *
   * @default Duration.seconds(30)
   */
  readonly period?: Duration | number;

  /**
   * Number of commits to fetch; 0 for the whole history.
   *
   * @default - 1
   */
  readonly depth?: number;

  /**
   * Consecutive failures after which the container exits; -1 for never: the content is kept until a sync
   * succeeds.
   *
   * @default -1
   */
  readonly maxFailures?: number;

  /**
   * URL that is called by POST after each change, such as the main container's reload.
   *
   * @default - none
   */
  readonly webhook?: string;

  /**
   * Name of a Secret with the keys `username` and `password`, where that is a password or token.
   *
   * @default - none
   */
  readonly credentials?: string;

  /**
   * Name of a Secret with the keys `ssh`, a private key, and `known_hosts`.
   *
   * @default - none
   */
  readonly sshSecret?: string;

  /**
   * Additional arguments of git-sync, such as `--submodules=off`.
   *
   * @default - none
   */
  readonly args?: string[];

  /**
   * Additional environment variables of git-sync, such as `HTTPS_PROXY`.
   *
   * @default - none
   */
  readonly env?: EnvVar[];

  /**
   * Port where git-sync tells whether it has content, on the Pod's IP.
   *
   * @default - 1234, or the next that no container of the Pod has
   */
  readonly port?: number;

  /**
   * Startup probe that succeeds when there is content; the main container starts after that. For native
   * sidecars.
   *
   * @default - a GET of `port` each second for two minutes
   */
  readonly startupProbe?: Probe;

  /**
   * Whether the container is a native sidecar, which the main container waits for. A classic one has an init
   * container before it that fetches the content once.
   *
   * @default true
   */
  readonly native?: boolean;
}

const ROOT = '/git';
const RESOURCES: ResourceRequirements = {
  requests: { cpu: '10m', memory: '64Mi' },
  limits: { memory: '256Mi' },
};
const GIT_SYNC_USER: SecurityContext = { ...UNPRIVILEGED, runAsGroup: 65533, runAsUser: 65533 };

/**
 * Content sync: keeps a directory of the main container in sync with a git repository, using git-sync. The
 * main container starts when there is content, and sees each change atomically, because a symbolic link is
 * swapped.
 */
export class ContentSync extends PodPattern {
  /** @param options what to fetch, and where to */
  public constructor(private readonly options: ContentSyncOptions) {
    super();
    checkArguments('ContentSync', options);
    const { repo, to, link, period } = options;
    if (!repo) throw misuse('ContentSync', '"repo" is empty: specify the URL of a git repository');
    assertDirectory('ContentSync', '"to"', to);
    if (link !== undefined && !/^(?!\.)[^/]+$/.test(link)) {
      throw misuse(
        'ContentSync',
        `"link" is ${JSON.stringify(link)}: use a name without "/" that does not start with "."`,
      );
    }
    assertTime('ContentSync', '"period"', period);
  }

  /**
   * Adds the container, the volumes and their mounts, and the init container of a classic sidecar.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('ContentSync', pod);
    const { native = true, startupProbe } = this.options;
    const container = this.container(pod);
    const port = this.options.port ?? freePort(pod, 1234);
    const synced = {
      ...container,
      args: [...container.args!, ...this.loopArgs(port)],
      ports: [{ containerPort: port }],
    };
    const probe = startupProbe ?? { httpGet: { path: '/', port }, periodSeconds: 1, failureThreshold: 120 };
    if (!native) {
      pod.addInitContainer(
        { ...container, name: `${container.name}-once`, args: [...container.args!, '--one-time'] },
        InitStage.SIDECAR,
      );
    }
    pod.addSidecar(native ? { ...synced, startupProbe: probe } : synced, { native });
  }

  /** The container but for what an only and a repeated sync differ in. */
  private container(pod: PodTemplate): Container {
    const {
      to,
      volume,
      sizeLimit = Size.gibibytes(1),
      readOnly = true,
      name,
      image = 'registry.k8s.io/git-sync/git-sync:v4.7.1',
    } = this.options;
    const { mount, path } = fillDirectory(
      pod,
      { path: to, volumeName: 'content', volume, sizeLimit, readOnly },
      ROOT,
    );
    const env = this.env();
    return {
      name: name ?? freeContainerName(pod, 'content-sync'),
      image,
      ...pullPolicy(this.options),
      args: this.args(path),
      ...(env.length ? { env } : {}),
      resources: this.options.resources ?? RESOURCES,
      securityContext: this.options.securityContext ?? GIT_SYNC_USER,
      volumeMounts: [mount, this.temporary(pod), ...this.sshMounts(pod)],
    };
  }

  private args(directory: string): string[] {
    const { repo, ref = 'HEAD', link = 'current', depth, args = [] } = this.options;
    return [
      `--repo=${repo}`,
      `--ref=${ref}`,
      `--root=${directory}/.git-sync`,
      `--link=${directory}/${link}`,
      ...(depth === undefined ? [] : [`--depth=${depth}`]),
      ...args,
    ].map(escapeExpansion);
  }

  private loopArgs(port: number): string[] {
    const { period = Duration.seconds(30), maxFailures = -1, webhook } = this.options;
    return [
      `--period=${secondsOf(period)}s`,
      `--max-failures=${maxFailures}`,
      `--http-bind=:${port}`,
      ...(webhook ? [escapeExpansion(`--webhook-url=${webhook}`)] : []),
    ];
  }

  private env(): EnvVar[] {
    const { credentials: name, env = [] } = this.options;
    if (!name) return env;
    const key = (variable: string, of: string) => ({
      name: variable,
      valueFrom: { secretKeyRef: { name, key: of } },
    });
    return [key('GITSYNC_USERNAME', 'username'), key('GITSYNC_PASSWORD', 'password'), ...env];
  }

  /** git and ssh write their settings below HOME, which is /tmp in the image. */
  private temporary(pod: PodTemplate) {
    const mount = { name: freeVolumeName(pod, 'content-sync-tmp'), mountPath: '/tmp' };
    pod.addVolume({ name: mount.name, emptyDir: { sizeLimit: '16Mi' } });
    return mount;
  }

  private sshMounts(pod: PodTemplate) {
    const { sshSecret } = this.options;
    if (!sshSecret) return [];
    const mount = {
      name: freeVolumeName(pod, 'content-sync-ssh'),
      mountPath: '/etc/git-secret',
      readOnly: true,
    };
    pod.addVolume({ name: mount.name, secret: { secretName: sshSecret } });
    return [mount];
  }
}
