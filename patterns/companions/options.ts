import type {
  Container,
  EnvFromSource,
  EnvVar,
  Lifecycle,
  Probe,
  ResourceRequirements,
  SecurityContext,
  Volume,
  VolumeMount,
} from '../../lib/k8s';

/** Options that every companion has: each changes a part of its container. */
export interface CompanionOptions {
  /**
   * Name of the container.
   *
   * @default - the companion's, such as `redis-exporter`
   */
  readonly name?: string;

  /**
   * Image, with a tag or digest.
   *
   * @default - the companion's, pinned to a version
   */
  readonly image?: string;

  /**
   * Tag in place of the one of the companion's image.
   *
   * @default - the version that the companion was made for
   */
  readonly version?: string;

  /**
   * Registry, with a path if it has one, in place of the registry of the companion's image:
   * `registry.example.com/mirror`.
   *
   * @default - the registry of the image
   */
  readonly registry?: string;

  /**
   * Digest that the image must have: `sha256:` and 64 hexadecimal digits.
   *
   * @default - the tag decides
   */
  readonly digest?: string;

  /**
   * Image pull policy.
   *
   * @default - not set: Kubernetes pulls `latest` always, any other tag if it is not present
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';

  /**
   * Arguments after those of the companion.
   *
   * @default - none
   */
  readonly args?: string[];

  /**
   * Environment variables of the companion, which replace its own of the same name.
   *
   * @default - the companion's
   */
  readonly env?: EnvVar[];

  /**
   * Secrets and ConfigMaps whose keys are environment variables of the companion.
   *
   * @default - none
   */
  readonly envFrom?: EnvFromSource[];

  /**
   * Resources of the container.
   *
   * @default - the companion's
   */
  readonly resources?: ResourceRequirements;

  /**
   * Security context of the container.
   *
   * @default - that of the restricted Pod Security level, with the user of the image
   */
  readonly securityContext?: SecurityContext;

  /**
   * Startup probe.
   *
   * @default - the companion's
   */
  readonly startupProbe?: Probe;

  /**
   * Readiness probe.
   *
   * @default - the companion's
   */
  readonly readinessProbe?: Probe;

  /**
   * Liveness probe.
   *
   * @default - the companion's
   */
  readonly livenessProbe?: Probe;

  /**
   * Hooks.
   *
   * @default - the companion's
   */
  readonly lifecycle?: Lifecycle;

  /**
   * Mounts in addition to those of the companion.
   *
   * @default - none
   */
  readonly volumeMounts?: VolumeMount[];

  /**
   * Environment variables of the main container that tell it where the companion is: the name of each, and
   * the setting that is its value, such as `{ REDIS_URL: 'url' }`. The companion says which settings it has.
   *
   * @default - none
   */
  readonly mainEnv?: { readonly [variable: string]: string };

  /**
   * Configuration files by name, which replace those that the companion generates, or are added to them.
   *
   * @default - the generated files
   */
  readonly configFiles?: { readonly [file: string]: string };

  /**
   * What happens when the configuration changes: `roll` replaces the Pods; `reload` keeps them, and a
   * sidecar signals the companion when the kubelet has updated its files, for companions that can reload.
   *
   * @default 'roll'
   */
  readonly onConfigChange?: 'roll' | 'reload';
}

/** Signal that makes a companion reload its configuration. */
export interface CompanionReload {
  /** Name of its process, as `ps -o comm` shows it: at most 15 bytes. */
  readonly process: string;

  /**
   * Signal to send.
   *
   * @default 'SIGHUP'
   */
  readonly signal?: 'SIGHUP' | 'SIGINT' | 'SIGQUIT' | 'SIGTERM' | 'SIGUSR1' | 'SIGUSR2' | 'SIGWINCH';
}

/** Configuration files of a companion: a ConfigMap or a Secret, mounted read-only. */
export interface CompanionConfig {
  /** Directory of the files in the companion: an absolute path. */
  readonly mountPath: string;

  /** Content of the files by name. */
  readonly files: { readonly [file: string]: string };

  /**
   * Whether the files contain secrets: they are then in a Secret.
   *
   * @default false
   */
  readonly secret?: boolean;
}

/** What a companion consists of. */
export interface CompanionProps {
  /** Its container: a name, a pinned image, and all that it needs to run. */
  readonly container: Container;

  /**
   * Port that it serves, on localhost for the main container or on the Pod's IP address for others.
   *
   * @default - the first of the container's ports
   */
  readonly port?: number;

  /**
   * TCP ports that it listens on in addition to `port` and the ports of the container, such as those on
   * localhost. Another companion of the Pod with the same port is an error.
   *
   * @default - none
   */
  readonly listenPorts?: number[];

  /**
   * Port of the main container that it connects to.
   *
   * @default - it connects to none
   */
  readonly upstreamPort?: number;

  /**
   * Files of the main container that it reads, as `LogSidecar` takes them, or directories, as
   * `ConfigReloader` takes them: absolute paths.
   *
   * @default - none
   */
  readonly files?: string[];

  /**
   * Directory of the main container that it needs, such as that of a socket: an absolute path. `Adapter`
   * shares it.
   *
   * @default - none
   */
  readonly share?: string;

  /**
   * Whether it listens only on 127.0.0.1, which the kubelet's HTTP, TCP and gRPC probes cannot reach.
   *
   * @default false
   */
  readonly localhostOnly?: boolean;

  /**
   * Settings that `mainEnv` can give to the main container, by name: `{ url: 'redis://127.0.0.1:6380' }`.
   *
   * @default - none
   */
  readonly settings?: { readonly [name: string]: string };

  /**
   * Configuration files.
   *
   * @default - none
   */
  readonly config?: CompanionConfig;

  /**
   * Signal that makes it read its configuration again.
   *
   * @default - it cannot
   */
  readonly reload?: CompanionReload;

  /**
   * Volumes that the container mounts.
   *
   * @default - none
   */
  readonly volumes?: Volume[];

  /**
   * Directories that the container writes to: absolute paths. Each is an emptyDir.
   *
   * @default - none
   */
  readonly writablePaths?: string[];

  /**
   * Directories that it fills for the main container: absolute paths. Each is a volume that the main
   * container mounts read-only, unless it already mounts one there.
   *
   * @default - none
   */
  readonly filledPaths?: string[];

  /**
   * Directory of its state, such as how far it has read `files`: an absolute path. It is a directory of the
   * volume of the first of `files`, so that it lasts as long as they do.
   *
   * @default - it has no state
   */
  readonly statePath?: string;

  /**
   * Whether it runs as the user and group of the main container, if the Pod sets them, because both share
   * files.
   *
   * @default false
   */
  readonly asMainUser?: boolean;

  /**
   * Most time that it takes to end after SIGTERM, in seconds: the Pod's `terminationGracePeriodSeconds` must
   * be longer.
   *
   * @default - it ends at once
   */
  readonly drainSeconds?: number;

  /**
   * Whether it needs to see the processes of the other containers.
   *
   * @default false
   */
  readonly shareProcessNamespace?: boolean;

  /**
   * Annotations of the Pod.
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };
}
