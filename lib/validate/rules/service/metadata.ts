import { defineRule, type Rule } from '../../rule';
import { judgeLabels } from '../labels';
import type { ServiceSubject } from './subject';

export const HINTS = 'service.kubernetes.io/topology-aware-hints';
export const MODE = 'service.kubernetes.io/topology-mode';

/** The beginning of validateService, pkg/apis/core/validation 1.36. */
export const TOPOLOGY_ANNOTATIONS = defineRule<Rule<ServiceSubject['annotations']>>({
  id: 'service-topology-annotations',
  stage: 'judge',
  mistake: 'two annotations about topology that contradict each other',
  suggestion: `remove \`${HINTS}\``,
  judge(annotations, at) {
    if (!Object.hasOwn(annotations, MODE) || !Object.hasOwn(annotations, HINTS)) return;
    if (annotations[MODE] === annotations[HINTS]) return;
    const text = `must match annotations[${HINTS}] when both are specified`;
    at.key(MODE).invalid(annotations[MODE], text, { suggestion: `remove ${HINTS}` });
  },
});

/** ValidateLabels of the selector, 1.36. */
export const SERVICE_SELECTOR = defineRule<Rule<{ readonly [key: string]: string } | undefined>>({
  id: 'service-selector',
  stage: 'judge',
  mistake: 'a selector of a Service with keys or values that no label can have',
  suggestion: 'use the labels of the Pods',
  judge: (selector, at) => judgeLabels(selector, at),
});
