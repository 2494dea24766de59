import { type Cluster, UNKNOWN } from '../cluster';
import { stored } from '../defaults/stored';
import { strategyOf } from '../kinds';
import type { AnyObject } from '../kinds/strategy';
import { type Kind, kindOf } from '../schema/schema';
import type { Made } from './made';
import type { Admission } from './objects';
import type { Json } from './policies';

interface Context {
  readonly admission: Admission;
  readonly minor: number;
  readonly cluster?: Cluster;
}

/** A judged object as a server stores it. What only that can give, expressions cannot ask for. */
export function createdForm(object: AnyObject, kind: Kind, context: Context): Json {
  const form = storedForm(object, kind, context);
  return context.admission.former ? form : withUnknown(form, kind, ['creationTimestamp', 'uid']);
}

/** An object that a controller makes: it names it, and says that it owns it. */
export function madeForm({ object, kind }: Made, context: Context): Json {
  return withUnknown(createdForm(object, kind, context), kind, ['name', 'generateName', 'ownerReferences']);
}

/** A custom resource is stored as it is. */
function storedForm(object: AnyObject, kind: Kind, { minor, cluster = UNKNOWN }: Context): Json {
  if (!kindOf(kind.apiVersion, kind.kind)) return object as Json;
  const context = { minor, cluster, namespace: 'default' };
  return stored(structuredClone(object), strategyOf(kind), kind, context);
}

/** An object with fields of its metadata that are there, with values that nobody can tell. */
function withUnknown(form: Json, { kind }: Kind, fields: readonly string[]): Json {
  const { CelNotSupported } = require('../../cel') as typeof import('../../cel');
  const own = (form.metadata ?? {}) as Json;
  const metadata = Object.defineProperties({}, Object.getOwnPropertyDescriptors(own)) as Json;
  for (const field of fields.filter((name) => !isKnown(own, name))) {
    Object.defineProperty(metadata, field, {
      enumerable: true,
      get() {
        throw new CelNotSupported(`metadata.${field} of the new ${kind}`, 'is known to a server only');
      },
    });
  }
  return { ...form, metadata };
}

/** A field whose value is null has none yet; one that throws is there. */
function isKnown(fields: Json, name: string): boolean {
  const { value, get } = Object.getOwnPropertyDescriptor(fields, name) ?? {};
  return get !== undefined || (value !== undefined && value !== null);
}
