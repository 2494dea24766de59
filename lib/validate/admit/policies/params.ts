import { customKind } from '../../custom-kinds';
import type { AnyObject } from '../../kinds/strategy';
import { covers, kindOf } from '../../schema/schema';
import type { ParamKind, ParamRef } from '../../schema/types';
import { namespaceOf } from '../known-objects';
import type { Asked } from './asked';
import type { Json, RunContext } from './run';
import { selects } from './selector';
import { storedManifest } from './stored-manifest';

/** Parameters of a policy by one of its bindings, or why there are none. */
export type Params =
  | { readonly found: readonly (Json | null)[] }
  /** In a server's words. */
  | { readonly fault: string; readonly ofPolicy?: boolean }
  | { readonly unknown: string };

/** CollectParams, apiserver pkg/admission/plugin/policy/generic 1.36. */
export function paramsFor(kind: ParamKind | undefined, ref: ParamRef | undefined, asked: Asked): Params {
  if (!kind) return { found: [null] };
  const scope = scopeOf(kind, asked);
  if (scope === 'none') return { fault: notFound(kind), ofPolicy: true };
  if (!ref) return { found: [null] };
  const { parameterNotFoundAction } = ref;
  const isClusters = scope === 'cluster';
  if (isClusters && ref.namespace) {
    return { fault: 'paramRef.namespace must not be provided for a cluster-scoped `paramKind`' };
  }
  const namespace = ref.namespace || asked.namespace;
  if (scope === 'namespace' && !namespace) {
    return {
      fault: 'cannot use namespaced paramRef in policy binding that matches cluster-scoped resources',
    };
  }
  const found = ofKind(kind, asked).filter(
    (param) => (isClusters || namespaceOf(param) === namespace) && isReferred(param, ref),
  );
  if (found.length) return { found: found.map((param) => storedManifest(param, asked)) };
  if (scope === 'unknown') {
    return { unknown: `no ${kind.kind} for it is among the manifests, nor its CustomResourceDefinition` };
  }
  return parameterNotFoundAction === 'Deny'
    ? { fault: 'no params found for policy binding with `Deny` parameterNotFoundAction' }
    : { found: [] };
}

const notFound = ({ apiVersion, kind }: ParamKind) =>
  `failed to find resource referenced by paramKind: '${apiVersion}, Kind=${kind}'`;

function scopeOf({ apiVersion = '', kind = '' }: ParamKind, run: RunContext) {
  const known = kindOf(apiVersion, kind);
  if (known) return !covers(known.minors, run.minor) ? 'none' : known.namespaced ? 'namespace' : 'cluster';
  const custom = customKind(run.crds ?? [], apiVersion, kind, run.minor);
  return custom ? (custom.namespaced ? 'namespace' : 'cluster') : 'unknown';
}

/** The manifests of the kind of parameters. */
const ofKind = ({ apiVersion, kind }: ParamKind, { admission }: RunContext) =>
  ((admission.others ?? []) as readonly (AnyObject & ParamKind)[]).filter(
    (other) => other.apiVersion === apiVersion && other.kind === kind,
  );

const isReferred = ({ metadata = {} }: AnyObject, { name, selector = {} }: ParamRef): boolean =>
  name ? metadata.name === name : selects(selector, metadata.labels ?? {});
