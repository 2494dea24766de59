import { Collector } from '../collector';
import { decode } from '../decode/decode';
import { Field } from '../field';
import { strategyOf } from '../kinds';
import type { AnyObject } from '../kinds/strategy';
import { covers, kindOf } from '../schema/schema';
import type { Admission, AdmissionObject } from './objects';

/** An object that a server would take, with its defaults. */
export interface KnownObject<T extends AnyObject> extends AdmissionObject {
  readonly object: T;
}

const known = new WeakMap<Admission, Map<string, readonly KnownObject<AnyObject>[]>>();

/**
 * The objects of a kind that a server of a minor would take: it refuses the others, so that they decide
 * nothing.
 *
 * @param name `apiVersion kind`
 */
export function knownObjects<T extends AnyObject>(
  admission: Admission,
  name: string,
  minor: number,
): readonly KnownObject<T>[] {
  const ofRun = known.get(admission) ?? new Map<string, readonly KnownObject<AnyObject>[]>();
  known.set(admission, ofRun);
  const key = `${minor} ${name}`;
  const found = ofRun.get(key) ?? admission.objects.flatMap((one) => accepted(one, name, minor));
  ofRun.set(key, found);
  return found as readonly KnownObject<T>[];
}

function accepted(one: AdmissionObject, name: string, minor: number): KnownObject<AnyObject>[] {
  const { apiVersion, kind: kindName } = one.manifest as {
    readonly apiVersion?: unknown;
    readonly kind?: unknown;
  };
  if (`${String(apiVersion)} ${String(kindName)}` !== name) return [];
  const kind = kindOf(String(apiVersion), String(kindName));
  if (!kind || !covers(kind.minors, minor)) return [];
  const { object, issues } = decode<AnyObject>(one.manifest, kind.struct, minor);
  if (issues.found.some(({ reason }) => reason !== undefined)) return [];
  const collector = new Collector(minor);
  const root = Field.root(collector);
  const strategy = strategyOf(kind);
  strategy.dropDisabledFields?.(object, root);
  strategy.applyDefaults?.(object, minor);
  strategy.validate?.(object, root);
  return collector.refuses() ? [] : [{ ...one, object }];
}

/** Namespace of an object: `default` if it names none. */
export const namespaceOf = ({ metadata }: AnyObject) => metadata?.namespace || 'default';

/** The objects of a kind in a namespace. */
export const knownIn = <T extends AnyObject>(
  admission: Admission,
  name: string,
  minor: number,
  namespace: string,
): readonly KnownObject<T>[] =>
  knownObjects<T>(admission, name, minor).filter(({ object }) => namespaceOf(object) === namespace);
