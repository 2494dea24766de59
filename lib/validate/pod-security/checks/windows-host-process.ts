import type { Check } from '../check';
import { setters } from '../wording';
import { defineRule } from '../../rule';

/** Windows containers that are processes of the node: policy/check_windowsHostProcess.go, 1.36. */
export const WINDOWS_HOST_PROCESS = defineRule<Check>({
  id: 'pod-security-windows-host-process',
  stage: 'pod-security',
  mistake: 'baseline: a Windows host process',
  suggestion: 'remove `hostProcess`',
  since: 0,
  judge({ spec, containers, path }) {
    const own = spec.securityContext?.windowsOptions?.hostProcess ?? false;
    const bad = containers.filter(({ container }) => container.securityContext?.windowsOptions?.hostProcess);
    return own || bad.length
      ? {
          reason: 'hostProcess',
          detail: `${setters(own, bad)} must not set securityContext.windowsOptions.hostProcess=true`,
          path: (own ? path.field('spec') : bad[0].path).field(
            'securityContext',
            'windowsOptions',
            'hostProcess',
          ),
          suggestion: 'remove hostProcess',
        }
      : undefined;
  },
});
