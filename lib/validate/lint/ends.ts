import { quote } from '../../go/format';
import { interactiveProgramOf } from './image-programs';
import type { Lint, LintedContainer } from './pod';
import { defineRule } from '../rule';
import { isService, keepsContainersRunning } from './predicates';
import { endsSoon } from './shell/ending';

/** What is meant to run on and ends is started again forever, ever more slowly: CrashLoopBackOff. */
export const CONTAINER_ENDS = defineRule<Lint>({
  id: 'container-ends',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake:
    'a container of a Deployment, StatefulSet, DaemonSet, ReplicaSet or ReplicationController, or a native sidecar, that runs only commands that end: a bare `busybox` or `alpine`, `echo`, `date`',
  why: 'the kubelet starts it again forever, with increasing back-off',
  suggestion: 'run a program that keeps running; use a Job or an init container for work that ends',
  when: [keepsContainersRunning],
  judge(pod, report) {
    for (const container of pod.running) {
      const isKept = container.role === 'sidecar' || (isService(pod) && !hasOwnPolicy(container));
      if (!isKept || !endsSoon(container.process, hasInput(container))) continue;
      report(
        container.hasProgram ? container.programPath : container.path.field('image'),
        `${shown(container)} ends soon after it starts, and is started again forever`,
        suggestionFor(container),
      );
    }
  },
});

/** A policy of its own says what happens after its end: Always is what all of these do anyway. */
const hasOwnPolicy = ({ spec: { restartPolicy = 'Always' } }: LintedContainer) => restartPolicy !== 'Always';

const hasInput = ({ spec: { stdin, tty } }: LintedContainer) => stdin === true || tty === true;

function shown({
  process: { argv, script, parameters },
  hasProgram,
  spec: { image },
}: LintedContainer): string {
  if (!hasProgram) return `${quote(image!)} runs ${quote(interactiveProgramOf(image)!)}, which without input`;
  const text = (parameters ? script.text : argv.join(' ')).trim();
  return text.includes('\n') ? 'the script' : quote(text.slice(0, 60));
}

function suggestionFor({ role, hasProgram }: LintedContainer): string {
  if (role === 'sidecar') {
    return 'remove restartPolicy: Always if it only prepares something, or keep it running';
  }
  return hasProgram
    ? 'run a program that keeps running, or use a Job for work that ends'
    : 'set command to a program that keeps running';
}
