import type { FieldPath } from '../path';
import type { Verdict } from '../verdict';
import { dnsLabel } from '../vocabulary/dns';
import type { ContainerRule, ContainerSubject } from './container-subject';

/** The container's own name: validateContainerCommon, 1.36. Whether it is taken is the list's matter. */
export const CONTAINER_NAME: ContainerRule = {
  id: 'container-name',
  judge({ container: { name = '' } }, path, verdict) {
    if (!name) verdict.required(path.child('name'), '', { remedy: 'name the container' });
    else verdict.invalidEach(path.child('name'), name, dnsLabel(name), { remedy: 'use small letters, digits and dashes, such as "log-tail"' });
  },
};

/** Image and when to pull it: validateContainerCommon and validatePullPolicy, 1.36. */
export const IMAGE: ContainerRule = {
  id: 'container-image',
  judge({ container: { image, imagePullPolicy = '' } }, path, verdict) {
    if (!image) verdict.required(path.child('image'), '', { remedy: 'set the image to run, such as "nginx:1.27"' });
    if (!PULL_POLICIES.includes(imagePullPolicy)) verdict.notSupported(path.child('imagePullPolicy'), imagePullPolicy, PULL_POLICIES);
  },
};

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** Where the container's last words come from: validateContainerCommon, 1.36. */
export const TERMINATION_MESSAGE: ContainerRule = {
  id: 'container-termination-message',
  judge({ container: { terminationMessagePolicy = '' } }, path, verdict) {
    if (!MESSAGE_POLICIES.includes(terminationMessagePolicy)) {
      verdict.notSupported(path.child('terminationMessagePolicy'), terminationMessagePolicy, MESSAGE_POLICIES);
    }
  },
};

const MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];

/** Restart policy of one container; others than Always on init containers need ContainerRestartRules, on from 1.35. */
export const CONTAINER_RESTART: ContainerRule = {
  id: 'container-restart-policy',
  judge(subject, path, verdict) {
    if (subject.container.restartPolicy === undefined || subject.role === 'ephemeral') return;
    if (verdict.minor >= 35) judgeWithRules(subject, path, verdict);
    else judgeWithoutRules(subject, path, verdict);
  },
};

const RESTART_POLICIES = ['Always', 'Never', 'OnFailure'];

function judgeWithRules({ container: { restartPolicy } }: ContainerSubject, path: FieldPath, verdict: Verdict): void {
  if (!RESTART_POLICIES.includes(restartPolicy!)) verdict.notSupported(path.child('restartPolicy'), restartPolicy, RESTART_POLICIES);
}

function judgeWithoutRules({ container: { restartPolicy }, role }: ContainerSubject, path: FieldPath, verdict: Verdict): void {
  if (role === 'main') verdict.forbidden(path.child('restartPolicy'), 'may not be set for non-init containers', { remedy: 'remove it; set spec.restartPolicy' });
  else if (restartPolicy !== 'Always') verdict.notSupported(path.child('restartPolicy'), restartPolicy, ['Always']);
}
