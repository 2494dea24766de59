import { checkArguments } from '../../lib/options/check';
import { matchesType } from '../../lib/options/matches-type';
import type { Type } from '../../lib/options/types';
import type { PodTemplate } from '../../lib/pod/pod-template';

const CONTAINERS: Type = { form: 'listOf', item: { form: 'struct', name: 'k8s.Container' } };
const VOLUMES: Type = { form: 'listOf', item: { form: 'struct', name: 'k8s.Volume' } };

/**
 * What a pattern reads of a Pod has to be of the right form, of whatever origin it is; values are judged with
 * the manifest.
 *
 * @throws Error with the places that the pattern cannot read
 */
export function assertPodReadable(pattern: string, pod: PodTemplate): void {
  checkArguments('PodPattern.applyTo', pod);
  const { containers, initContainers, volumes } = pod;
  const parts = [
    ['containers', containers, CONTAINERS],
    ['initContainers', initContainers, CONTAINERS],
    ['volumes', volumes, VOLUMES],
  ] as const;
  if (parts.every(([, part, type]) => matchesType(part, type))) return;
  const { problemsOf } = require('../../lib/options/problems') as typeof import('../../lib/options/problems');
  const problems = parts.flatMap(([place, part, type]) => problemsOf(part, { type, required: true }, place));
  if (problems.length) {
    throw new Error(
      `${pattern} cannot read the Pod it is added to:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
}
