import type { Container } from '../../../lib/k8s';
import type { PodTemplate } from '../../../lib/pod/pod-template';
import { withMount } from '../../blocks/shared-directory';
import { shellContainer } from '../../blocks/shell-container';
import { RELOAD_BY_SIGNAL } from '../../shell/reload';
import type { CompanionConfig, CompanionReload } from '../options';
import { configMount } from './config';

/** Interval between two looks at the files; the kubelet needs up to a minute to update them. */
const INTERVAL_SECONDS = 5;

/** Adds a sidecar that signals a companion when its configuration has changed; only its own user may. */
export function addReloader(
  pod: PodTemplate,
  { name, securityContext }: Container,
  { process, signal = 'SIGHUP' }: CompanionReload,
  config: CompanionConfig,
): void {
  const args = [String(INTERVAL_SECONDS), process, signal.replace('SIG', ''), config.mountPath];
  const script = { usualName: `${name}-reloader`, text: RELOAD_BY_SIGNAL, args };
  const reloader = shellContainer(pod, script, { securityContext });
  pod.addSidecar(withMount(reloader, configMount(name, config)));
}
