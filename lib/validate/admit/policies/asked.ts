import type { AnyObject } from '../../kinds/strategy';
import type { Kind } from '../../schema/schema';
import { namespaceOf } from '../known-objects';
import type { Json, RunContext } from './run';
import { storedManifest } from './stored-manifest';

/** What a server asks policies about (admission.Attributes). */
export interface Asked extends RunContext {
  readonly object: AnyObject;
  readonly kind: Kind;
  readonly group: string;
  readonly version: string;
  /** Empty for an object of the whole cluster; a Namespace has its own name. */
  readonly namespace: string;
  readonly isNamespace: boolean;
  readonly operation: 'CREATE' | 'UPDATE';
  /** As it is stored, but for what only a server can give. */
  readonly json: Json;
  readonly former?: Json;
}

const GROUP = 'admissionregistration.k8s.io';

/** Resources that no policy or webhook is asked about (pkg/kubeapiserver/admission/exclusion 1.36). */
export const isExempt = ({ group, kind }: Asked): boolean => group === GROUP || kind.kind.endsWith('Review');

/** @param json makes the stored form, when it is asked for */
export function askedOf(object: AnyObject, kind: Kind, run: RunContext, json: () => Json): Asked {
  const [version, group = ''] = kind.apiVersion.split('/').reverse();
  const isNamespace = !group && kind.kind === 'Namespace';
  const { former } = run.admission;
  let made: Json | undefined;
  return {
    ...run,
    object,
    kind,
    group,
    version,
    isNamespace,
    namespace: isNamespace ? (object.metadata?.name ?? '') : kind.namespaced ? namespaceOf(object) : '',
    operation: former ? 'UPDATE' : 'CREATE',
    former: former && storedManifest(former, run),
    get json() {
      return (made ??= json());
    },
  };
}
