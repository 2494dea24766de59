import { KubectlError } from '../errors';
import { CREATE_FLAGS } from '../flags/common';
import { objectMeta } from '../go/object';
import type { Generator } from './generator';

/** kubectl create serviceaccount. */
export const CREATE_SERVICE_ACCOUNT: Generator<typeof CREATE_FLAGS> = {
  flags: CREATE_FLAGS,
  generate({ name, namespace, minor }) {
    if (!name) throw new KubectlError('name must be specified');
    return { kind: 'ServiceAccount', apiVersion: 'v1', metadata: objectMeta({ name, namespace }, minor) };
  },
};
