import type { Container, SecurityContext, VolumeMount } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import { InitStage } from '../lib/pod/init-stage';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { assertDirectory } from './blocks/directory-path';
import { NO_PRIVILEGES } from './blocks/hardening';
import { assertMode } from './blocks/mode';
import { assertPodReadable } from './blocks/pod-readable';
import { mountAt, withMount } from './blocks/shared-directory';
import { shellContainer, type ShellContainerOptions } from './blocks/shell-container';
import { PERMISSIONS } from './shell/permissions';

/**
 * Options of permissions. The init container is called `fix-permissions`; its image needs a shell, `find`,
 * `chown`, `chgrp` and `chmod`. It runs as root with a read-only root file system, and only with the
 * capabilities that are needed: DAC_OVERRIDE, CHOWN for `user` and `group`, FOWNER and FSETID for `mode`.
 */
export interface FixPermissionsOptions extends ShellContainerOptions {
  /**
   * Group that owns the Pod's volumes and that every container has (`fsGroup`). Needs no container and no
   * privileges: if the volume types support it, use only this.
   *
   * @default - none; set `paths`
   */
  readonly fsGroup?: number;

  /**
   * Whether the kubelet skips a volume whose root already has `fsGroup`, or changes all files each time.
   *
   * @default - `OnRootMismatch` where `fsGroup` is given
   */
  readonly fsGroupChangePolicy?: 'Always' | 'OnRootMismatch';

  /**
   * Directories of the main container whose files an init container changes, running as root: absolute paths
   * at or below a mount of a volume.
   *
   * @default - none; set `fsGroup`
   */
  readonly paths?: string[];

  /**
   * Number of the user that files of `paths` get.
   *
   * @default - it stays
   */
  readonly user?: number;

  /**
   * Number of the group that files of `paths` get.
   *
   * @default - it stays
   */
  readonly group?: number;

  /**
   * Change of the modes of the files of `paths`, as `chmod` takes it, such as `u+rwX`.
   *
   * @default - modes stay
   */
  readonly mode?: string;
}

/**
 * Sets permissions of volumes for a main container that does not run as root: with `fsGroup`, or, if that is
 * not supported, with an init container that runs as root before all others except gates added earlier.
 */
export class FixPermissions extends PodPattern {
  /**
   * @param options which permissions, and of what
   * @throws Error if there is nothing to change, or a number, path or mode is invalid
   */
  public constructor(private readonly options: FixPermissionsOptions) {
    super();
    checkArguments('FixPermissions', options);
    const { fsGroup, paths = [], user, group, mode } = options;
    if (fsGroup === undefined && !paths.length) {
      throw misuse('FixPermissions', 'nothing to do: set "fsGroup", or "paths" for volumes that ignore it');
    }
    paths.forEach((path) => assertDirectory('FixPermissions', '"paths"', path));
    Object.entries({ fsGroup, user, group }).forEach(([name, id]) => assertId(name, id));
    assertMode('FixPermissions', '"mode"', mode);
    const given = [user, group, mode].some((value) => value !== undefined);
    if (paths.length && !given) {
      throw misuse('FixPermissions', '"paths" requires "user", "group" or "mode"');
    }
    if (!paths.length && given) {
      throw misuse('FixPermissions', '"user", "group" and "mode" require "paths"');
    }
  }

  /**
   * Sets the group, and adds the init container.
   *
   * @param pod template that the pattern changes
   * @throws Error if the Pod has another `fsGroup`, or the main container has no mount at one of `paths`
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('FixPermissions', pod);
    if (this.options.fsGroup !== undefined) this.setGroup(pod, this.options.fsGroup);
    if (this.options.paths?.length) this.addContainer(pod, this.options.paths);
  }

  private setGroup(pod: PodTemplate, fsGroup: number): void {
    const context = pod.tryField('securityContext') ?? {};
    const there = context.fsGroup ?? fsGroup;
    if (there !== fsGroup) {
      throw misuse(
        'FixPermissions',
        `the Pod already has fsGroup ${there}, which conflicts with ${fsGroup}: use one of them`,
      );
    }
    const { fsGroupChangePolicy = context.fsGroupChangePolicy ?? 'OnRootMismatch' } = this.options;
    pod.setField('securityContext', { ...context, fsGroup, fsGroupChangePolicy });
  }

  private addContainer(pod: PodTemplate, paths: readonly string[]): void {
    const { user = '', group = '', mode = '', securityContext = this.asRoot() } = this.options;
    const args = [String(user), String(group), mode, ...paths];
    const container = shellContainer(
      pod,
      { usualName: 'fix-permissions', text: PERMISSIONS, args },
      { ...this.options, securityContext },
    );
    pod.addInitContainer(
      paths.map((path) => mountOf(pod.main, path)).reduce(withMount, container),
      InitStage.GATE,
    );
  }

  private asRoot(): SecurityContext {
    const { user, group, mode } = this.options;
    const owner = user === undefined && group === undefined ? [] : ['CHOWN'];
    const add = [...owner, 'DAC_OVERRIDE', ...(mode === undefined ? [] : ['FOWNER', 'FSETID'])];
    return {
      ...NO_PRIVILEGES,
      capabilities: { drop: ['ALL'], add },
      runAsGroup: 0,
      runAsNonRoot: false,
      runAsUser: 0,
    };
  }
}

function assertId(name: string, id: number | undefined): void {
  if (id !== undefined && (!Number.isInteger(id) || id < 0 || id > 2147483647)) {
    throw misuse('FixPermissions', `"${name}" is ${id}: use an integer from 0 to 2147483647`);
  }
}

function mountOf(main: Container, path: string): VolumeMount {
  const mount = mountAt(main, path);
  if (!mount) {
    throw misuse(
      'FixPermissions',
      `container "${main.name}" has no mount at "${path}": mount a volume there first`,
    );
  }
  const { readOnly, recursiveReadOnly, ...writable } = mount;
  return writable;
}
