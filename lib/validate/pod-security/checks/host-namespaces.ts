import type { Check } from '../check';
import { defineRule } from '../../rule';

const FIELDS = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

/** The node's own network, processes and shared memory: policy/check_hostNamespaces.go, 1.36. */
export const HOST_NAMESPACES = defineRule<Check>({
  id: 'pod-security-host-namespaces',
  stage: 'pod-security',
  mistake: 'baseline: `hostNetwork`, `hostPID` or `hostIPC`',
  suggestion: 'remove the field',
  since: 0,
  judge({ spec, path }) {
    const bad = FIELDS.filter((field) => spec[field]);
    return bad.length
      ? {
          reason: 'host namespaces',
          detail: bad.map((field) => `${field}=true`).join(', '),
          path: path.field('spec', bad[0]),
          suggestion: `remove ${bad.join(', ')}`,
        }
      : undefined;
  },
});
