import type { KubectlError } from '../errors';
import type { JsonObject } from '../../go/object';

/** An object that was read, as a command looks at it (resource.Info, cli-runtime 1.36). */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** Sets or, by an empty text, removes the namespace. */
  setNamespace(namespace: string): void;
  /** Sets an annotation. */
  annotate(key: string, value: string): void;
  /**
   * What a list holds, an error in place of what has no known type; undefined for what is no list.
   *
   * @throws KubectlError if one cannot be read
   */
  items(): readonly (this | KubectlError)[] | undefined;
  /** The object as it is printed. */
  toObject(): JsonObject;
}

/**
 * Makes a manifest of the value of a document; `raw` is its JSON, which errors quote.
 *
 * @throws KubectlError
 */
export type ReadManifest<T extends Manifest> = (value: unknown, raw: string) => T;

/**
 * The name in a message: `pod/web`; with a group, a line ends behind it (Info.ObjectName, cli-runtime 1.36).
 */
export function objectName({ apiVersion, kind, name }: Manifest): string {
  const [group, version] = apiVersion.split('/');
  return version === undefined ? `${kind.toLowerCase()}/${name}` : `${kind.toLowerCase()}.${group}/${name}\n`;
}

/** What is said of a value without a kind or a version (runtime.NewMissingKindErr, 1.36). */
export const missingFieldText = (what: 'Kind' | 'apiVersion', raw: string) =>
  `Object '${what}' is missing in '${raw}'`;
