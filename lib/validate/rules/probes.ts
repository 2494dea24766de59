import type { Field } from '../field';
import type { Probe } from '../schema/types';
import type { ContainerRule } from './container-subject';
import { judgeHandler } from './handlers';
import { defineRule } from '../rule';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
type ProbeField = (typeof PROBES)[number];

/**
 * Probes of containers that run on, and none of plain init containers: validateInitContainers and
 * validateContainers, 1.36.
 */
export const PROBE_RULE = defineRule<ContainerRule>({
  id: 'container-probes',
  stage: 'judge',
  mistake: 'a probe with no handler, several or a malformed one, or with times and thresholds out of range',
  suggestion: 'give each probe one of `exec`, `httpGet`, `tcpSocket` and `grpc`, and valid times',
  judge({ container, role, pod: { spec } }, at) {
    for (const field of PROBES) {
      const probe = container[field];
      if (!probe || role === 'ephemeral') continue;
      if (role === 'init') at.field(field).forbidden(INIT_ONLY_ALWAYS, INIT_HINT);
      else judgeProbe(probe, field, spec.terminationGracePeriodSeconds, at.field(field));
    }
  },
});

/** What plain init containers may not have. */
export const INIT_ONLY_ALWAYS = 'may not be set for init containers without restartPolicy=Always';
export const INIT_HINT = {
  suggestion: 'remove it, or make the container a native sidecar with restartPolicy: Always',
};

/** Fields that count something. */
const COUNTS = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;

/** validateProbe and its callers, 1.36. */
function judgeProbe(probe: Probe, field: ProbeField, grace: number | undefined, at: Field): void {
  judgeHandler(probe, grace, at);
  for (const count of COUNTS) {
    const value = probe[count] ?? 0;
    if (value < 0) {
      at.field(count).invalid(value, 'must be greater than or equal to 0', {
        suggestion: `use a positive number, or remove ${count} to use its default`,
      });
    }
  }
  judgeGrace(probe, field, at.field('terminationGracePeriodSeconds'));
  if (field !== 'readinessProbe' && probe.successThreshold !== 1) {
    at.field('successThreshold').invalid(probe.successThreshold, 'must be 1', {
      suggestion: 'remove successThreshold',
    });
  }
}

function judgeGrace({ terminationGracePeriodSeconds: grace }: Probe, field: ProbeField, at: Field): void {
  if (grace === undefined) return;
  if (grace <= 0) at.invalid(grace, 'must be greater than 0');
  if (field === 'readinessProbe') {
    at.invalid(grace, 'must not be set for readinessProbes', { suggestion: 'remove it' });
  }
}
