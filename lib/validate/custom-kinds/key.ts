import { kindOf } from '../schema/schema';
import type { DefinitionSource } from './definitions';

const keys = new WeakMap<object, string>();

/** What a custom resource is judged by, the same for the same; empty for what is none. */
export function definitionKey(
  crds: readonly DefinitionSource[],
  apiVersion: string,
  kind: string,
  minor: number,
): string {
  if (kindOf(apiVersion, kind)) return '';
  const { customKind } = require('./custom-kind') as typeof import('./custom-kind');
  const custom = customKind(crds, apiVersion, kind, minor);
  if (!custom) return '';
  let key = keys.get(custom.crd);
  if (key === undefined) keys.set(custom.crd, (key = JSON.stringify(custom.crd.spec)));
  return key;
}
