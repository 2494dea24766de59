import { type ApiObject, Names } from 'cdk8s';

const MAX_LENGTH = 63;

/** Beyond any path, so that nothing is cut off and two objects get one label. */
const NO_LIMIT = 10_000;

/**
 * Label of the Pods of an object: its name, without the hash of the construct path that cdk8s makes names
 * unique with. It changes only if the object's name does, so that the selector, which is immutable, always
 * belongs to the same object.
 */
export function nameLabel(object: ApiObject, given: string | undefined): { [key: string]: string } {
  const name = given ?? withoutHash(object);
  if (name.length > MAX_LENGTH) {
    throw new Error(
      `${object.node.scope!.node.path}: the name "${name}" is too long for the label app.kubernetes.io/name: set pod.metadata.labels`,
    );
  }
  return { 'app.kubernetes.io/name': name };
}

function withoutHash(object: ApiObject): string {
  const hashed = object.name === Names.toDnsLabel(object);
  return hashed ? Names.toDnsLabel(object, { includeHash: false, maxLen: NO_LIMIT }) : object.name;
}
