import { goMap, type JsonObject, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import { hashOf } from '../../generate/hash';

/** What a Secret is made of. */
interface Parts {
  readonly type: string;
  /** By key, in base64. */
  readonly data: ReadonlyMap<string, string>;
  readonly hashed: boolean;
}

/** Whose it is. */
interface Named {
  readonly name: string;
  readonly namespace: string;
  readonly minor: number;
}

/** A Secret (newSecretObj, and hash.SecretHash where its name has one). */
export function secretOf(
  { name, namespace, minor }: Named,
  { type, data: entries, hashed }: Parts,
): JsonObject {
  const data = goMap(entries);
  const hash = hashed ? `-${hashOf({ data: data ?? {}, kind: 'Secret', name, type })}` : '';
  return struct({
    kind: 'Secret',
    apiVersion: 'v1',
    metadata: objectMeta({ name: name + hash, namespace }, minor),
    data,
    type: type || undefined,
  });
}
