import { KubectlError, KubectlUsageError } from '../../../kubectl/errors';
import {
  SET_ENV_FLAGS,
  SET_IMAGE_FLAGS,
  SET_RESOURCES_FLAGS,
  SET_SELECTOR_FLAGS,
  SET_SERVICE_ACCOUNT_FLAGS,
  SET_SUBJECT_FLAGS,
} from '../../../kubectl/flags/change';
import { type Command, command } from '../command';

/** kubectl set. What its commands do is loaded when one is carried out. */
export const SET_COMMAND: Command = {
  name: 'set',
  summary: 'manifests with images, variables, resources and the like changed',
  flags: {},
  usage: 'COMMAND -f FILE --local',
  subcommands: [
    command<typeof SET_ENV_FLAGS>({
      name: 'env',
      summary: 'environment variables of containers',
      usage: '-f FILE --local NAME=VALUE... NAME-...',
      flags: SET_ENV_FLAGS,
      run: (invocation) =>
        (require('../reading') as typeof import('../reading')).READING.setEnv()(invocation),
    }),
    command<typeof SET_IMAGE_FLAGS>({
      name: 'image',
      summary: 'images of containers',
      usage: '-f FILE --local CONTAINER=IMAGE...',
      flags: SET_IMAGE_FLAGS,
      run: (invocation) =>
        (require('../reading') as typeof import('../reading')).READING.setImage()(invocation),
    }),
    command<typeof SET_RESOURCES_FLAGS>({
      name: 'resources',
      summary: 'limits and requests of containers',
      usage: '-f FILE --local [--limits=LIMITS] [--requests=REQUESTS]',
      flags: SET_RESOURCES_FLAGS,
      run: (invocation) =>
        (require('../reading') as typeof import('../reading')).READING.setResources()(invocation),
    }),
    command<typeof SET_SELECTOR_FLAGS>({
      name: 'selector',
      summary: 'selector of a Service',
      usage: '-f FILE --local SELECTOR',
      flags: SET_SELECTOR_FLAGS,
      run: (invocation) =>
        (require('../reading') as typeof import('../reading')).READING.setSelector()(invocation),
    }),
    command<typeof SET_SERVICE_ACCOUNT_FLAGS>({
      name: 'serviceaccount',
      aliases: ['sa'],
      summary: 'service account of Pods',
      usage: '-f FILE --local SERVICE_ACCOUNT',
      flags: SET_SERVICE_ACCOUNT_FLAGS,
      run: (invocation) =>
        (require('../reading') as typeof import('../reading')).READING.setServiceAccount()(invocation),
    }),
    command<typeof SET_SUBJECT_FLAGS>({
      name: 'subject',
      summary: 'who a role is bound to',
      usage: '-f FILE --local [--user=NAME] [--group=NAME] [--serviceaccount=NAMESPACE:NAME]',
      flags: SET_SUBJECT_FLAGS,
      run: (invocation) =>
        (require('../reading') as typeof import('../reading')).READING.setSubject()(invocation),
    }),
  ],
  run({ args, path }) {
    if (args.length) throw new KubectlUsageError(`unknown command "${args.join(' ')}"`, path);
    throw new KubectlError(
      `what to set is not said: one of ${SET_COMMAND.subcommands!.map(({ name }) => name).join(', ')}`,
    );
  },
};
