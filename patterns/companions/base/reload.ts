import type { Container } from '../../../lib/k8s';
import type { PodTemplate } from '../../../lib/pod/pod-template';
import { shellContainer } from '../../blocks/shell-container';
import { RELOAD_BY_SIGNAL } from '../../shell/reload';
import type { CompanionConfig, CompanionReload } from '../options';
import { configMount } from './config';

/** Interval between two looks at the files; the kubelet needs up to a minute to update them. */
const INTERVAL_SECONDS = 5;

export const reloaderName = (companion: string) => `${companion}-reloader`;

/** Adds a sidecar that signals a companion when its configuration has changed; only its own user may. */
export function addReloader(
  pod: PodTemplate,
  { name: companion, securityContext }: Container,
  { process, signal = 'SIGHUP' }: CompanionReload,
  config: CompanionConfig,
): void {
  const args = [String(INTERVAL_SECONDS), process, signal.replace('SIG', ''), config.mountPath];
  const script = { usualName: reloaderName(companion), text: RELOAD_BY_SIGNAL, args };
  pod.addSidecar({
    ...shellContainer(pod, script, {}),
    securityContext,
    volumeMounts: [configMount(companion, config)],
  });
}
