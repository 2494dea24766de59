import type { DefinitionSource } from '../../custom-kinds/definitions';
import type { AnyObject } from '../../kinds/strategy';
import type { Kind } from '../../schema/schema';
import { namespaceOf } from '../known-objects';
import type { Admission } from '../objects';

/** What every expression about the objects of a run is evaluated with. */
export interface RunContext {
  readonly admission: Admission;
  readonly minor: number;
  readonly crds?: readonly DefinitionSource[];
}

/** JSON of an object, as a server has it when it asks policies. */
export type Json = { readonly [field: string]: unknown };

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

/** @param json makes the stored form, when it is asked for */
export function askedOf(object: AnyObject, kind: Kind, run: RunContext, json: () => Json): Asked {
  const [version, group = ''] = kind.apiVersion.split('/').reverse();
  const isNamespace = !group && kind.kind === 'Namespace';
  const former = run.admission.former as Json | undefined;
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
    former,
    get json() {
      return (made ??= json());
    },
  };
}
