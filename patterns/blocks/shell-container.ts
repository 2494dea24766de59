import type { Container, ResourceRequirements, SecurityContext } from '../../lib/k8s';
import type { PodTemplate } from '../../lib/pod/pod-template';
import { freeContainerName } from './free-name';
import { containerIn, type Helper, isCompanion } from './helper';
import { asUserOf, SHELL_IMAGE, SHELL_RESOURCES } from './hardening';
import { shellCommand } from './shell-command';

/** Options of a container whose command the pattern brings, usually a shell script. */
export interface ShellContainerOptions {
  /**
   * Name of the container.
   *
   * @default - the pattern's, such as `log-sidecar`, with a number if the Pod has a container of that name
   */
  readonly name?: string;

  /**
   * Image of the container. The pattern says what it must contain.
   *
   * @default - `busybox:1.37`, unless the pattern says otherwise
   */
  readonly image?: string;

  /**
   * Image pull policy.
   *
   * @default - not set: Kubernetes pulls `latest` always, any other tag if it is not present
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';

  /**
   * Resources of the container.
   *
   * @default - requests 10m CPU and 16Mi memory, limit 64Mi memory, unless the pattern says otherwise
   */
  readonly resources?: ResourceRequirements;

  /**
   * Security context of the container.
   *
   * @default - no privileges, read-only root file system, the user and group of the main container's own
   * context, unless the pattern says otherwise
   */
  readonly securityContext?: SecurityContext;
}

/** Options of a shell container that a user may replace. */
interface ReplaceableOptions extends ShellContainerOptions {
  /**
   * A companion that is taken as it is, or a container to which only what it lacks is added: image, pull
   * policy and command.
   */
  readonly container?: Helper;
}

/** A script, its arguments, and what its container is called where the user gives no name. */
export interface Script {
  readonly usualName: string;
  readonly text: string;
  readonly args: readonly string[];
}

/** The container that runs a script as the user of the main container, without privileges. */
export function shellContainer(
  pod: PodTemplate,
  { usualName, text, args }: Script,
  options: ReplaceableOptions,
): Container {
  const { container, image = SHELL_IMAGE, resources = SHELL_RESOURCES } = options;
  if (container && isCompanion(container)) return containerIn(pod, container);
  const name = container?.name ?? options.name ?? freeContainerName(pod, usualName);
  const source = { image, ...pullPolicy(options) };
  const command = shellCommand(name, text, args);
  if (container) return { ...source, ...container, ...(container.command || container.args ? {} : command) };
  return {
    name,
    ...source,
    ...command,
    resources,
    securityContext: options.securityContext ?? asUserOf(pod.main),
  };
}

/** The pull policy as a field of a container, where it is given. */
export const pullPolicy = ({ imagePullPolicy }: ShellContainerOptions): Pick<Container, 'imagePullPolicy'> =>
  imagePullPolicy ? { imagePullPolicy } : {};
