import type { Duration } from 'cdk8s';
import type { Container, EnvVar } from '../lib/k8s';
import { secondsOf } from '../lib/options/amounts';
import { checkArguments } from '../lib/options/check';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { assertReadable } from './blocks/readable';
import { shellCommand } from './blocks/shell-command';
import { assertTime } from './blocks/time';
import { BOUNDED } from './shell/bounded';

/** Options of a migration. */
export interface MigrateOptions {
  /**
   * Init container that migrates. It is taken as it is but for what the options here add. Where it has no
   * `image`, it has the main container's, and with it what it lacks of `imagePullPolicy` and
   * `securityContext`.
   */
  readonly container: Container;

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
   * Command that takes a lock and runs the command that follows it, so that only one replica migrates at a
   * time: `['flock', '/shared/migrate.lock']`, `['consul', 'lock', 'migrate']`. The container's `command` is
   * put behind it.
   *
   * @default - none: the migration takes a lock of its own
   */
  readonly lock?: string[];

  /**
   * Time after which the migration is stopped, by SIGTERM and 10 seconds later SIGKILL, and has failed with
   * exit code 124; whole seconds. Waiting for `lock` counts. The container's `command` is then run by a
   * shell, so that its image must have one, and `sleep`.
   *
   * @default - none: the migration runs as long as it takes
   */
  readonly timeout?: Duration | number;
}

/**
 * Migration before start: an init container brings a database, or whatever the main container needs, to the
 * state that this version works with. It runs after gates and native sidecars, in each replica, and again
 * whenever a Pod starts.
 */
export class Migrate extends PodPattern {
  /**
   * @param options what migrates, and how
   * @throws Error where there is a timeout of less than a second, an empty lock, or no `command` for either
   * to run
   */
  public constructor(private readonly options: MigrateOptions) {
    super();
    checkArguments('Migrate', options);
    const { container, lock, timeout } = options;
    if (lock && !lock.length) {
      throw new Error(
        'Migrate: "lock" is empty: give the command that takes the lock and runs what follows it',
      );
    }
    assertTime('Migrate: "timeout"', timeout);
    const wrapper = lock ? 'lock' : timeout !== undefined && 'timeout';
    if (wrapper && !container.command?.length) {
      throw new Error(
        `Migrate: "${wrapper}" needs the "command" of "${container.name}": write out what its image runs`,
      );
    }
    if (container.restartPolicy === 'Always') {
      throw new Error(
        `Migrate: "${container.name}" has restartPolicy "Always", so that nothing would wait for its end: leave it out`,
      );
    }
  }

  /**
   * Addition of the init container.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertReadable('Migrate', pod);
    const { envFromMain = false, mountsFromMain = false } = this.options;
    const { main } = pod;
    const container = this.withCommand(this.withImage(main));
    const variables = envFromMain ? environment(main, container) : {};
    const mounts = mountsFromMain ? (main.volumeMounts ?? []) : [];
    const given = new Set((container.volumeMounts ?? []).map(({ name }) => name));
    const volumeMounts = [
      ...(container.volumeMounts ?? []),
      ...mounts.filter(({ name }) => !given.has(name)),
    ];
    pod.addInitContainer({ ...container, ...variables, ...(volumeMounts.length ? { volumeMounts } : {}) });
  }

  private withImage({ image, imagePullPolicy, securityContext }: Container): Container {
    const { container } = this.options;
    if (container.image) return container;
    return {
      ...(imagePullPolicy ? { imagePullPolicy } : {}),
      ...(securityContext ? { securityContext } : {}),
      ...container,
      image,
    };
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

/** Variables of the main container first, so that those of the container can refer to them. */
function environment(main: Container, container: Container): Pick<Container, 'env' | 'envFrom'> {
  const own = new Set((container.env ?? []).map(({ name }) => name));
  const env: EnvVar[] = [...(main.env ?? []).filter(({ name }) => !own.has(name)), ...(container.env ?? [])];
  const envFrom = [...(main.envFrom ?? []), ...(container.envFrom ?? [])];
  return { ...(env.length ? { env } : {}), ...(envFrom.length ? { envFrom } : {}) };
}
