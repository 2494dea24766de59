import type { Container, ResourceRequirements, SecurityContext } from '../../lib/k8s';
import type { PodTemplate } from '../../lib/pod/pod-template';
import { freeContainerName } from './free-name';
import { asUserOf, SHELL_IMAGE, SHELL_RESOURCES } from './hardening';
import { shellCommand } from './shell-command';

/** What users can replace of a container whose command a pattern brings along. */
export interface ShellContainerOptions {
  readonly name?: string;
  readonly image?: string;
  readonly resources?: ResourceRequirements;
  readonly securityContext?: SecurityContext;
  /** A container that is taken as it is; only the image and the command are added where it lacks them. */
  readonly container?: Container;
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
  options: ShellContainerOptions,
): Container {
  const { container, image = SHELL_IMAGE, resources = SHELL_RESOURCES } = options;
  const name = container?.name ?? options.name ?? freeContainerName(pod, usualName);
  const command = shellCommand(name, text, args);
  if (container) return { image, ...container, ...(container.command || container.args ? {} : command) };
  return {
    name,
    image,
    ...command,
    resources,
    securityContext: options.securityContext ?? asUserOf(pod.main),
  };
}
