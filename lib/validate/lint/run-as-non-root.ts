import type { Lint, LintedContainer } from './pod';
import { defineRule } from '../rule';
import type { FieldPath } from '../path';
import { hasRootUser } from './predicates';

/**
 * The kubelet creates no container that is to run as root and not to run as root: verifyRunAsNonRoot,
 * pkg/kubelet/kuberuntime 1.30 to 1.36.
 */
export const RUN_AS_NON_ROOT = defineRule<Lint>({
  id: 'run-as-non-root',
  stage: 'lint',
  section: 'containers',
  level: 'error',
  mistake: '`runAsNonRoot: true` with `runAsUser: 0`, each set on the container or the Pod',
  why: "the kubelet never starts the container: `container's runAsUser breaks non-root policy`",
  suggestion: 'set `runAsUser` to another user, or remove `runAsNonRoot`',
  when: [hasRootUser],
  judge({ containers, spec, path }, report) {
    if (spec.os?.name === 'windows') return;
    let inherited = false;
    for (const container of containers) {
      const conflict = conflictOf(container, spec.securityContext);
      if (!conflict || (conflict.inherited && inherited)) continue;
      inherited ||= conflict.inherited;
      const place = (own: boolean): FieldPath => (own ? container.path : path).field('securityContext');
      const user = place(conflict.ownUser).field('runAsUser');
      const policy = place(conflict.ownPolicy).field('runAsNonRoot');
      const onUser = conflict.ownUser || conflict.inherited;
      report(
        onUser ? user : policy,
        `runAsUser is 0 and runAsNonRoot is true: the kubelet never starts container "${container.name}"`,
        'set runAsUser to the UID of another user, or runAsNonRoot to false if it has to run as root',
        { message: `${onUser ? 'runAsNonRoot' : 'runAsUser'} is set here`, path: onUser ? policy : user },
      );
    }
  },
});

interface Conflict {
  readonly ownUser: boolean;
  readonly ownPolicy: boolean;
  /** Whether the Pod sets both. */
  readonly inherited: boolean;
}

interface Identity {
  readonly runAsUser?: number;
  readonly runAsNonRoot?: boolean;
}

/** What a container sets itself takes precedence over what its Pod does. */
function conflictOf({ spec }: LintedContainer, pod: Identity = {}): Conflict | undefined {
  const own: Identity = spec.securityContext ?? {};
  if ((own.runAsUser ?? pod.runAsUser) !== 0 || !(own.runAsNonRoot ?? pod.runAsNonRoot)) return undefined;
  const ownUser = own.runAsUser !== undefined;
  const ownPolicy = own.runAsNonRoot !== undefined;
  return { ownUser, ownPolicy, inherited: !ownUser && !ownPolicy };
}
