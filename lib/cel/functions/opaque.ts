import { CelObject, noSuchOverload, type Value } from '../values/value';

/** A value of a type of Kubernetes: it cannot be compared with others. */
export abstract class Opaque<T extends Opaque<T>> extends CelObject {
  protected abstract isSame(other: T): boolean;

  equals(other: Value): boolean {
    if (!(other instanceof Opaque) || other.typeName !== this.typeName) return noSuchOverload();
    return this.isSame(other as unknown as T);
  }
}
