import { KubectlError } from '../errors';
import { CREATE_FLAGS } from '../flags/common';
import { objectMeta } from '../go/object';
import type { Generator } from './generator';

/** kubectl create namespace. */
export const CREATE_NAMESPACE: Generator<typeof CREATE_FLAGS> = {
  flags: CREATE_FLAGS,
  generate({ name, minor }) {
    if (!name) throw new KubectlError('name must be specified');
    return {
      kind: 'Namespace',
      apiVersion: 'v1',
      metadata: objectMeta({ name }, minor),
      spec: {},
      status: {},
    };
  },
};
