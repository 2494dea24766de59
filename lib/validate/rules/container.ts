import { defineRule, type Rule } from '../rule';
import type { Container } from '../schema/types';
import { dnsLabel } from '../../apimachinery/dns';
import { trimSpace } from '../../go/space';
import type { ContainerRule } from './container-subject';
import { judgeNameFormat } from './renaming';

/** The container's own name: validateContainerCommon, 1.36. Whether it is taken is the list's matter. */
export const CONTAINER_NAME = defineRule<ContainerRule>({
  id: 'container-name',
  stage: 'judge',
  mistake: 'no name, or one that is not a DNS label',
  suggestion: 'use at most 63 lowercase letters, digits and hyphens',
  judge({ container: { name = '' } }, at) {
    if (!name) {
      at.field('name').required('', { suggestion: 'set a name for the container' });
    } else {
      judgeNameFormat(name, dnsLabel, at.field('name'), {
        suggestion: 'use lowercase letters, digits and hyphens, such as "log-tail"',
      });
    }
  },
});

export const CONTAINER_IMAGE = defineRule({
  id: 'container-image',
  stage: 'judge',
  mistake: 'no `image`, an image with surrounding whitespace, or an unknown `imagePullPolicy`',
  suggestion: 'set the image, and use Always, IfNotPresent or Never',
});

/** The image to run: validateContainerCommon, 1.36. */
export const IMAGE: ContainerRule = {
  id: CONTAINER_IMAGE.id,
  judge({ container: { image } }, at) {
    if (!image) {
      at.field('image').required('', { suggestion: 'set the image to run, such as "nginx:1.27"' });
    }
  },
};

/** No whitespace around an image, but in templates: validateContainerOnlyForPod, 1.36. */
export const IMAGE_SPACE: Rule<Container> = {
  id: CONTAINER_IMAGE.id,
  judge({ image = '' }, at) {
    if (image !== trimSpace(image)) {
      at.field('image').invalid(image, 'must not have leading or trailing whitespace', {
        suggestion: 'remove it',
      });
    }
  },
};

/** When to pull the image: validatePullPolicy, 1.36. */
export const PULL_POLICY: ContainerRule = {
  id: CONTAINER_IMAGE.id,
  judge({ container: { imagePullPolicy = '' } }, at) {
    if (!PULL_POLICIES.includes(imagePullPolicy)) {
      at.field('imagePullPolicy').notSupported(imagePullPolicy, PULL_POLICIES);
    }
  },
};

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** Where the container's last words come from: validateContainerCommon, 1.36. */
export const TERMINATION_MESSAGE = defineRule<ContainerRule>({
  id: 'container-termination-message',
  stage: 'judge',
  mistake: 'an unknown `terminationMessagePolicy`',
  suggestion: 'use File or FallbackToLogsOnError',
  judge({ container: { terminationMessagePolicy = '' } }, at) {
    if (!MESSAGE_POLICIES.includes(terminationMessagePolicy)) {
      at.field('terminationMessagePolicy').notSupported(terminationMessagePolicy, MESSAGE_POLICIES);
    }
  },
});

const MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];
