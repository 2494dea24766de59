import { changeTyped, containerNotFound, pairsOf } from '../../change/in-code';
import { podSpecOf, selectedContainers } from '../../change/pod-spec';
import type { GeneratedManifest } from '../../generated-manifest';
import { checkEnvKept, parseEnv, setEnv as change } from './change';
import type { KubectlSetEnvOptions } from './options';

export function setEnv(manifest: unknown, options: KubectlSetEnvOptions): GeneratedManifest {
  const { env = {}, remove = [], containers = '*', overwrite = true } = options;
  const changes = parseEnv([...pairsOf(env, 'env'), ...remove.map((name) => `${name}-`)], () => '');
  return changeTyped(manifest, options, ['env', 'remove', 'containers', 'overwrite'], (object) => {
    const selected = selectedContainers(podSpecOf(object), containers);
    if (!selected.length) throw containerNotFound(containers);
    for (const container of selected) {
      if (!overwrite) checkEnvKept(container, changes);
      change(container, changes);
    }
  });
}
