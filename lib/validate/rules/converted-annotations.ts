import { quote } from '../../go/format';
import { defineRule, type Rule } from '../rule';
import type { ObjectMeta } from '../schema/types';

type Annotations = ObjectMeta['annotations'];

const ROLLBACK_TO = 'deprecated.deployment.rollback.to';
const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';
const HINT = 'remove the annotation: it is deprecated';

/**
 * A field of old made of an annotation: Convert_v1_Deployment_To_apps_Deployment, pkg/apis/apps/v1, and
 * ValidateRollback, 1.36.
 */
export const DEPLOYMENT_ROLLBACK = defineRule<Rule<Annotations>>({
  id: 'deployment-rollback',
  stage: 'decode',
  mistake: 'the annotation `deprecated.deployment.rollback.to` is not a number',
  suggestion: 'remove the annotation, and use `kubectl rollout undo`',
  judge(annotations, root) {
    const revision = annotations?.[ROLLBACK_TO];
    if (!revision) return;
    const at = root.field('metadata', 'annotations').key(ROLLBACK_TO);
    const problem = int64Problem(revision);
    if (problem) {
      at.unconverted(`failed to parse annotation[${ROLLBACK_TO}]=${revision} as int64: ${problem}`, HINT);
    } else if (integer(revision) < 0n) {
      root
        .field('spec', 'rollback', 'version')
        .shownAt(at)
        .invalid(integer(revision), 'must be greater than or equal to 0', { suggestion: HINT });
    }
  },
});

/** Convert_v1_DaemonSet_To_apps_DaemonSet, pkg/apis/apps/v1 1.36. */
export const DAEMON_SET_GENERATION = defineRule<Rule<Annotations>>({
  id: 'daemon-set-generation',
  stage: 'decode',
  mistake: 'the annotation `deprecated.daemonset.template.generation` is not a number',
  suggestion: 'remove the annotation: the server sets it',
  judge(annotations, root) {
    const generation = annotations?.[TEMPLATE_GENERATION];
    const problem = generation === undefined ? undefined : int64Problem(generation);
    if (problem) {
      root.field('metadata', 'annotations').key(TEMPLATE_GENERATION).unconverted(problem, HINT);
    }
  },
});

/** Why strconv.ParseInt takes a text for no int64. */
function int64Problem(text: string): string | undefined {
  const problem = !/^[+-]?\d+$/.test(text)
    ? 'invalid syntax'
    : BigInt.asIntN(64, integer(text)) === integer(text)
      ? ''
      : 'value out of range';
  return problem && `strconv.ParseInt: parsing ${quote(text)}: ${problem}`;
}

const integer = (text: string) => BigInt(text.replace('+', ''));

/** The rollback of a Deployment as it is written back. */
export function rewriteRollback({ annotations }: ObjectMeta): void {
  const revision = annotations?.[ROLLBACK_TO];
  if (revision !== undefined) annotations![ROLLBACK_TO] = String(integer(revision));
}

/** A DaemonSet's generation as it is written back: Convert_apps_DaemonSet_To_v1_DaemonSet, 1.36. */
export function rewriteGeneration(metadata: ObjectMeta): void {
  const generation = integer(metadata.annotations?.[TEMPLATE_GENERATION] ?? '1');
  metadata.annotations = {
    ...metadata.annotations,
    [TEMPLATE_GENERATION]: generation < 1n ? '1' : String(generation),
  };
}
