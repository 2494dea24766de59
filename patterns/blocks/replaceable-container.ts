import type { Container } from '../../lib/k8s';
import type { PodTemplate } from '../../lib/pod/pod-template';
import { SHELL_IMAGE } from './hardening';
import { containerIn, type Helper, isCompanion } from './helper';
import { shellCommand } from './shell-command';
import { pullPolicy, type Script, shellContainer, type ShellContainerOptions } from './shell-container';

/** Options of a shell container that a user may replace. */
interface ReplaceableOptions extends ShellContainerOptions {
  /**
   * A companion that is taken as it is, or a container to which only what it lacks is added: image, pull
   * policy and command.
   */
  readonly container?: Helper;
}

/** The container that runs a script, or the one that the user has instead. */
export function replaceableContainer(
  pod: PodTemplate,
  script: Script,
  options: ReplaceableOptions,
): Container {
  const { container, image = SHELL_IMAGE } = options;
  if (!container) return shellContainer(pod, script, options);
  if (isCompanion(container)) return containerIn(pod, container);
  const hasCommand = container.command ?? container.args;
  return {
    image,
    ...pullPolicy(options),
    ...container,
    ...(hasCommand ? {} : shellCommand(container.name, script.text, script.args)),
  };
}
