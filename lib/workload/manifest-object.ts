import { ApiObject, type ApiObjectMetadata, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { plain } from './plain';

/** What a manifest holds beside apiVersion and kind. */
export interface ManifestBody {
  /** Labels and annotations beyond those of the object's own metadata. */
  readonly metadata?: { readonly labels: object; readonly annotations: object };
  readonly [field: string]: unknown;
}

export interface ManifestObjectProps {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: ApiObjectMetadata;
  /** Called each time the object renders. */
  readonly body: () => ManifestBody;
}

const MANIFEST_OBJECT = Symbol.for('cdk8s-pod-patterns.ManifestObject');

/** An API object that renders late and drops nothing: cdk8s' own leaves out nulls and, in metadata, empty maps and lists. */
export class ManifestObject extends ApiObject {
  /** `instanceof` says yes to every ApiObject, because cdk8s overrides it for all subclasses. */
  static isManifestObject(object: ApiObject): boolean {
    return MANIFEST_OBJECT in object;
  }

  private readonly jsonPatches: JsonPatch[] = [];

  constructor(scope: Construct, id: string, private readonly given: ManifestObjectProps) {
    super(scope, id, { apiVersion: given.apiVersion, kind: given.kind, metadata: given.metadata });
    Object.defineProperty(this, MANIFEST_OBJECT, { value: true });
  }

  public addJsonPatch(...ops: JsonPatch[]): void {
    this.jsonPatches.push(...ops);
  }

  public toJson(): any {
    const { metadata, ...body } = this.given.body();
    const manifest = { apiVersion: this.apiVersion, kind: this.kind, metadata: this.metadataJson(metadata), ...body };
    const json = plain(manifest, this) as { readonly [field: string]: unknown };
    const { apiVersion, kind, metadata: patchedMetadata, ...rest } = JsonPatch.apply(json, ...this.jsonPatches);
    return { apiVersion, kind, metadata: patchedMetadata, ...rest };
  }

  private metadataJson({ labels, annotations }: { readonly labels: object; readonly annotations: object } = { labels: {}, annotations: {} }): object {
    const json = { ...droppedByCdk8s(this.given.metadata), ...this.metadata.toJson() };
    return { ...json, ...merged('labels', json.labels, labels), ...merged('annotations', json.annotations, annotations) };
  }
}

const merged = (field: string, own: object | undefined, added: object) => (Object.keys(added).length ? { [field]: { ...own, ...added } } : {});

/** What the user wrote and cdk8s would leave out of metadata. */
function droppedByCdk8s(metadata: ApiObjectMetadata = {}): { [field: string]: any } {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value === null || (typeof value === 'object' && Object.keys(value).length === 0)));
}
