import { decode } from '../../validate/decode/decode';
import { decodeFault } from '../../validate/decode/fault';
import { bySentOrder } from '../../validate/status';
import { KubectlError, KubectlErrors, collectError } from '../errors';
import type { JsonObject } from '../../go/object';
import { isMap, jsonTypeOf } from '../../go/sorted-keys';
import { goJson } from '../../go/marshal';
import { encodeTyped } from '../scheme/encode';
import { NotRegistered, SCHEME, structOfKind } from '../scheme/kinds';
import { type Manifest, missingFieldText, type ReadManifest } from './manifest';

/**
 * A manifest of a kind that kubectl has a type of: what the type has no field for is dropped, and what it
 * always writes is written.
 */
export class TypedManifest implements Manifest {
  /**
   * @param struct name of its Go struct: `core.v1.Pod`; empty for a List of anything
   * @param object its fields, to be changed by commands; those that are not set are undefined
   */
  constructor(
    readonly apiVersion: string,
    readonly kind: string,
    readonly struct: string,
    readonly object: JsonObject,
    private readonly minor: number,
  ) {}

  get name(): string {
    return String(this.metadata.name ?? '');
  }

  get namespace(): string {
    return String(this.metadata.namespace ?? '');
  }

  setNamespace(namespace: string): void {
    this.changed({ namespace: namespace || undefined });
  }

  setResourceVersion(resourceVersion: string): void {
    this.changed({ resourceVersion });
  }

  annotate(key: string, value: string): void {
    this.changed({ annotations: { ...(this.metadata.annotations as JsonObject | undefined), [key]: value } });
  }

  items(): readonly (this | KubectlError)[] | undefined {
    if (this.struct === '') return this.anyItems() as (this | KubectlError)[];
    if (!this.struct.endsWith('List')) return undefined;
    const struct = this.struct.slice(0, -'List'.length);
    return ((this.object.items ?? []) as JsonObject[]).map(
      (item) => new TypedManifest('', '', struct, item, this.minor) as this,
    );
  }

  toObject(): JsonObject {
    return encodeTyped({ ...this.object, ...kindOfStruct(this) }, this.struct, this.minor);
  }

  get metadata(): JsonObject {
    return (this.object.metadata ?? {}) as JsonObject;
  }

  private changed(fields: JsonObject): void {
    this.object.metadata = { ...this.metadata, ...fields };
  }

  /** runtime.DecodeList, 1.36. */
  private anyItems(): (TypedManifest | KubectlError)[] {
    const [items, errors]: [(TypedManifest | KubectlError)[], KubectlError[]] = [[], []];
    for (const item of (this.object.items ?? []) as unknown[]) {
      collectError(errors, () => items.push(this.anyItem(item)));
    }
    if (errors.length) throw new KubectlErrors(errors);
    return items;
  }

  private anyItem(item: unknown): TypedManifest | KubectlError {
    if (item === null) return new KubectlError(NO_OBJECT);
    try {
      return readTyped(this.minor)(item, goJson(item));
    } catch (error) {
      if (error instanceof NotRegistered) return new KubectlError(UNKNOWN_TYPE);
      throw error;
    }
  }
}

/** What infoForObject says of an item that is null (cli-runtime, 1.36). */
const NO_OBJECT =
  'unable to get type info from the object %!q(<nil>): expected pointer, but got invalid kind';

/** What infoForObject says of an object that no type was found for (cli-runtime, 1.36). */
const UNKNOWN_TYPE = `unable to get type info from the object "*runtime.Unknown": no kind is registered for the type runtime.Unknown in scheme ${SCHEME}`;

/** The printer names the kind of what a typed list holds (TypeSetterPrinter, 1.36). */
function kindOfStruct({ apiVersion, kind, struct }: TypedManifest): JsonObject {
  if (kind) return { apiVersion, kind };
  const [, version, name] = struct.split('.');
  return { apiVersion: version, kind: name };
}

/** Reads manifests as a minor's types (codec of Builder.WithScheme, cli-runtime 1.36). */
export const readTyped =
  (minor: number): ReadManifest<TypedManifest> =>
  (value, raw) => {
    const { apiVersion, kind } = headOf(value);
    if (!kind) throw new KubectlError(missingFieldText('Kind', raw));
    if (!apiVersion) throw new KubectlError(missingFieldText('apiVersion', raw));
    if (kind === 'List' && apiVersion === 'v1') {
      return new TypedManifest(apiVersion, kind, '', checkedList(value as JsonObject), minor);
    }
    const struct = structOfKind(apiVersion, kind, minor);
    if (struct === undefined) throw new NotRegistered(apiVersion, kind);
    const { object, issues } = decode<JsonObject>(value as object, struct, minor);
    const fault = decodeFault(issues.found.filter(({ strict }) => !strict).sort(bySentOrder));
    if (fault !== undefined) throw new KubectlError(fault);
    return new TypedManifest(apiVersion, kind, struct, object, minor);
  };

function checkedList(list: JsonObject): JsonObject {
  const { items } = list;
  if (items === undefined || items === null || Array.isArray(items)) return list;
  throw new KubectlError(
    `json: cannot unmarshal ${jsonTypeOf(items)} into Go struct field List.items of type []runtime.RawExtension`,
  );
}

const HEAD =
  'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';

/** SimpleMetaFactory.Interpret, apimachinery runtime/serializer/json 1.36. */
function headOf(value: unknown): { readonly apiVersion: string; readonly kind: string } {
  if (!isMap(value)) throw headProblem(value, `value of type ${HEAD}`);
  for (const field of ['apiVersion', 'kind']) {
    if (!['string', 'undefined'].includes(typeof (value[field] ?? undefined))) {
      throw headProblem(value[field], `struct field .${field} of type string`);
    }
  }
  const { apiVersion, kind } = value as {
    readonly apiVersion?: string | null;
    readonly kind?: string | null;
  };
  if ((apiVersion ?? '').split('/').length > 2) {
    throw new KubectlError(`unexpected GroupVersion string: ${apiVersion}`);
  }
  return { apiVersion: apiVersion ?? '', kind: kind ?? '' };
}

const headProblem = (value: unknown, place: string) =>
  new KubectlError(
    `couldn't get version/kind; json parse error: json: cannot unmarshal ${jsonTypeOf(value)} into Go ${place}`,
  );
