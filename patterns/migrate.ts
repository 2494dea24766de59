import type { Duration } from 'cdk8s';
import type { Container, EnvVar } from '../lib/k8s';
import { secondsOf } from '../lib/options/amounts';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { companionsIn, containerIn, containerOf } from './blocks/helper';
import { assertPodReadable } from './blocks/pod-readable';
import { shellCommand } from './blocks/shell-command';
import { assertTime } from './blocks/time';
import type { Companion } from './companions/companion';
import { BOUNDED } from './shell/bounded';

/** Options of a migration. */
export interface MigrateOptions {
  /**
   * Init container that runs the migration, or a companion that does. It is used as is, except for what the
   * options add. If it has no `image`, it uses the main container's image and, unless set, its
   * `imagePullPolicy` and `securityContext`.
   */
  readonly container: Container | Companion;

  /**
   * Whether the container has the environment of the main container, `env` and `envFrom`, as it is when the
   * pattern is added. What the container sets itself wins.
   *
   * @default false
   */
  readonly envFromMain?: boolean;

  /**
   * Whether the container has the volume mounts of the main container, such as certificates and
   * configuration, as they are when the pattern is added; but for volumes that it mounts itself.
   *
   * @default false
   */
  readonly mountsFromMain?: boolean;

  /**
   * Command that acquires a lock and runs the command that follows it, so that only one replica migrates at a
   * time: `['flock', '/shared/migrate.lock']`, `['consul', 'lock', 'migrate']`. The container's `command` is
   * put behind it.
   *
   * @default - none: the migration does its own locking
   */
  readonly lock?: string[];

  /**
   * Timeout after which the migration is stopped, with SIGTERM and 10 seconds later SIGKILL, and fails with
   * exit code 124; whole seconds. It includes waiting for `lock`. The container's `command` is then run by a
   * shell, so that its image must have one, and `sleep`.
   *
   * @default - none: the migration runs as long as it takes
   */
  readonly timeout?: Duration | number;
}

/**
 * Migration before startup: an init container brings a database, or another dependency of the main container,
 * to the state that this version requires. It runs after gates and native sidecars, in each replica, and
 * again whenever a Pod starts.
 */
export class Migrate extends PodPattern {
  /**
   * @param options what migrates, and how
   * @throws Error if the timeout is less than a second, the lock is empty, or there is no `command` for
   * either to run
   */
  public constructor(private readonly options: MigrateOptions) {
    super();
    checkArguments('Migrate', options);
    const { lock, timeout } = options;
    const container = containerOf(options.container);
    if (lock && !lock.length) {
      throw misuse(
        'Migrate',
        '"lock" is empty: specify the command that acquires the lock and runs its arguments',
      );
    }
    assertTime('Migrate', '"timeout"', timeout);
    const wrapper = lock ? 'lock' : timeout !== undefined && 'timeout';
    if (wrapper && !container.command?.length) {
      throw misuse(
        'Migrate',
        `"${wrapper}" needs the "command" of "${container.name}": set the command that its image runs`,
      );
    }
    if (container.restartPolicy === 'Always') {
      throw misuse(
        'Migrate',
        `"${container.name}" has restartPolicy "Always", so nothing would wait for it to exit: remove it`,
      );
    }
  }

  /**
   * Adds the init container.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('Migrate', pod);
    const { envFromMain = false, mountsFromMain = false } = this.options;
    const { main } = pod;
    const container = this.withCommand(withImage(containerIn(pod, this.options.container), main));
    const variables = envFromMain ? environment(main, container) : {};
    const mounts = mountsFromMain ? (main.volumeMounts ?? []) : [];
    const given = new Set((container.volumeMounts ?? []).map(({ name }) => name));
    const volumeMounts = [
      ...(container.volumeMounts ?? []),
      ...mounts.filter(({ name }) => !given.has(name)),
    ];
    pod.addInitContainer({ ...container, ...variables, ...(volumeMounts.length ? { volumeMounts } : {}) });
  }

  /** @internal */
  public _companions(): readonly Companion[] {
    return companionsIn(this.options.container);
  }

  private withCommand(container: Container): Container {
    const { lock = [], timeout } = this.options;
    if (!container.command) return container;
    const locked = [...lock, ...container.command];
    if (timeout === undefined) return { ...container, command: locked };
    const { command, args = [] } = shellCommand(container.name, BOUNDED, [String(secondsOf(timeout))]);
    return { ...container, command, args: [...args, ...locked, ...(container.args ?? [])] };
  }
}

function withImage(container: Container, { image, imagePullPolicy, securityContext }: Container): Container {
  if (container.image) return container;
  return {
    ...(imagePullPolicy ? { imagePullPolicy } : {}),
    ...(securityContext ? { securityContext } : {}),
    ...container,
    image,
  };
}

/** Variables of the main container first, so that those of the container can refer to them. */
function environment(main: Container, container: Container): Pick<Container, 'env' | 'envFrom'> {
  const own = new Set((container.env ?? []).map(({ name }) => name));
  const env: EnvVar[] = [...(main.env ?? []).filter(({ name }) => !own.has(name)), ...(container.env ?? [])];
  const envFrom = [...(main.envFrom ?? []), ...(container.envFrom ?? [])];
  return { ...(env.length ? { env } : {}), ...(envFrom.length ? { envFrom } : {}) };
}
