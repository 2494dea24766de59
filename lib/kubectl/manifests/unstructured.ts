import { withKind } from '../../manifest/list';
import { compareBytes } from '../../go/format';
import { decode } from '../../validate/decode/decode';
import { decodeFault } from '../../validate/decode/fault';
import { bySentOrder } from '../../validate/status';
import { KubectlError } from '../errors';
import type { JsonObject } from '../../go/object';
import { isMap, jsonTypeOf, withSortedKeys } from '../../go/sorted-keys';
import { type Manifest, missingFieldText, type ReadManifest } from './manifest';

/** A map of labels or annotations. */
export interface StringMap {
  readonly [key: string]: string;
}

/** A manifest as it stands, of whatever kind (unstructured.Unstructured, apimachinery 1.36). */
export class UnstructuredManifest implements Manifest {
  /** @param list whether it was read as a list, which it then stays */
  constructor(
    readonly object: JsonObject,
    private readonly list = false,
  ) {}

  get apiVersion(): string {
    return textOf(this.object.apiVersion);
  }

  get kind(): string {
    return textOf(this.object.kind);
  }

  get name(): string {
    return textOf(this.metadata.name);
  }

  get namespace(): string {
    return textOf(this.metadata.namespace);
  }

  setNamespace(namespace: string): void {
    this.set('namespace', namespace || undefined);
  }

  set resourceVersion(version: string) {
    this.set('resourceVersion', version || undefined);
  }

  annotate(key: string, value: string): void {
    this.annotations = { ...this.annotations, [key]: value };
  }

  get labels(): StringMap {
    return stringsOf(this.metadata.labels);
  }

  set labels(labels: StringMap) {
    this.set('labels', withSortedKeys(labels));
  }

  get annotations(): StringMap {
    return stringsOf(this.metadata.annotations);
  }

  set annotations(annotations: StringMap) {
    this.set('annotations', withSortedKeys(annotations));
  }

  items(): readonly (this | KubectlError)[] | undefined {
    if (!this.list && !Array.isArray(this.object.items)) return undefined;
    const items = (this.object.items ?? []) as (JsonObject | null)[];
    return items
      .map((item) => item ?? {})
      .map(
        (item) =>
          new UnstructuredManifest(this.list ? (withKind(item, this) as JsonObject) : item).typed() as
            this | KubectlError,
      );
  }

  toObject(): JsonObject {
    return withSortedKeys(this.object) as JsonObject;
  }

  /**
   * Itself, or what is said of an item without a type (UnstructuredObjectTyper.ObjectKinds, apimachinery
   * 1.36).
   */
  private typed(): UnstructuredManifest | KubectlError {
    const lacking = !this.kind
      ? missingFieldText('Kind', 'object has no kind field ')
      : !this.apiVersion
        ? missingFieldText('apiVersion', 'object has no apiVersion field')
        : '';
    return lacking
      ? new KubectlError(`unable to get type info from the object "*unstructured.Unstructured": ${lacking}`)
      : this;
  }

  private get metadata(): JsonObject {
    return isMap(this.object.metadata) ? this.object.metadata : {};
  }

  /** Where the metadata are no map, nothing is set (unstructured.setNestedField, apimachinery 1.36). */
  private set(field: string, value: unknown): void {
    if (this.object.metadata === undefined && value !== undefined) this.object.metadata = {};
    const { metadata } = this.object;
    if (!isMap(metadata)) return;
    if (value === undefined) delete metadata[field];
    else metadata[field] = value;
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** NestedNullCoercingStringMap: null is an empty text. */
function stringsOf(value: unknown): StringMap {
  if (!isMap(value)) return {};
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, text]) => [key, textOf(text)] as const)
      .sort(([a], [b]) => compareBytes(a, b)),
  );
}

/**
 * Reads manifests as they stand; only their metadata must be of the right types (metadataValidatingDecoder,
 * cli-runtime 1.36).
 */
export const readUnstructured =
  (minor: number): ReadManifest<UnstructuredManifest> =>
  (value, raw) => {
    const manifest = unstructured(value, raw);
    const { apiVersion, kind, metadata } = value as JsonObject;
    const { issues } = decode({ apiVersion, kind, metadata }, 'core.v1.ConfigMap', minor);
    const fault = decodeFault(issues.found.filter(({ strict }) => !strict).sort(bySentOrder));
    if (fault !== undefined) throw new KubectlError(fault.replace(' ConfigMap.', ' metadataOnlyObject.'));
    return manifest;
  };

/**
 * A manifest of a value (UnstructuredJSONScheme, apimachinery 1.36).
 *
 * @throws KubectlError if it is not a map, or has no kind
 */
export function unstructured(value: unknown, raw: string): UnstructuredManifest {
  if (!isMap(value)) throw wrongType(value, 'value of type unstructured.detector');
  const { items } = value;
  if (items !== undefined) checkItems(items);
  if (!textOf(value.kind)) throw new KubectlError(missingFieldText('Kind', raw));
  return new UnstructuredManifest(withSortedKeys(value) as JsonObject, items !== undefined);
}

function checkItems(items: unknown): void {
  if (items === null) return;
  if (!Array.isArray(items)) {
    throw wrongType(items, 'struct field decodeList.items of type []json.RawMessage');
  }
  const wrong = items.find((item) => item !== null && !isMap(item));
  if (wrong !== undefined) throw wrongType(wrong, 'value of type map[string]interface {}');
}

const wrongType = (value: unknown, place: string) =>
  new KubectlError(`json: cannot unmarshal ${jsonTypeOf(value)} into Go ${place}`);
