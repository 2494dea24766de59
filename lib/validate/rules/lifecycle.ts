import type { ContainerRule } from './container-subject';
import { judgeHandler } from './handlers';
import { INIT_HINT, INIT_ONLY_ALWAYS } from './probes';
import { defineRule } from '../rule';

/** Hooks of containers that run on: validateLifecycle, 1.36. */
export const LIFECYCLE = defineRule<ContainerRule>({
  id: 'container-lifecycle',
  stage: 'judge',
  mistake:
    'a hook with no action, several or a malformed one, an unsuitable signal, or hooks of an init container',
  suggestion: 'give each hook one of `exec`, `httpGet`, `tcpSocket` and `sleep`',
  field: 'lifecycle',
  judge({ container: { lifecycle }, role, pod: { spec } }, at) {
    if (!lifecycle || role === 'ephemeral') return;
    const place = at.field('lifecycle');
    if (role === 'init') return place.forbidden(INIT_ONLY_ALWAYS, INIT_HINT);
    for (const hook of ['postStart', 'preStop'] as const) {
      const handler = lifecycle[hook];
      if (handler) judgeHandler(handler, spec.terminationGracePeriodSeconds, place.field(hook));
    }
  },
});
