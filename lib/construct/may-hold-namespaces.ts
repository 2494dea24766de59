import type { ApiObject } from 'cdk8s';

/** Whether an object is a Namespace, or a list, which may contain some. */
export const mayHoldNamespaces = ({ kind }: ApiObject) => kind === 'Namespace' || kind.endsWith('List');
