import { ApiObject, type ApiObjectMetadata, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { hasOwnResolvers, renderOptions, resolvedByApp } from '../construct/render-options';
import { withSourceLines } from '../construct/with-source-lines';
import { rendersAs, toManifest } from '../k8s/render';
import { isDeepEqual } from '../object/is-deep-equal';
import type { Finding } from '../validate/finding';
import { defaultsModuleFor } from './defaults/scope';
import { checkedMetadata } from './checked-metadata';

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
  /** Structs in the fields of the body, by field. */
  readonly structs: { readonly [field: string]: string };
  /** Called each time the object renders. */
  readonly body: () => ManifestBody;
}

const MANIFEST_OBJECT = Symbol.for('cdk8s-pod-patterns.ManifestObject');

/**
 * An API object that renders late and drops nothing: cdk8s' own leaves out nulls and, in metadata, empty maps
 * and lists.
 */
export abstract class ManifestObject extends ApiObject {
  /** `instanceof` says yes to every ApiObject, because cdk8s overrides it for all subclasses. */
  static isManifestObject(object: ApiObject): object is ManifestObject {
    return MANIFEST_OBJECT in object;
  }

  private readonly jsonPatches: JsonPatch[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly given: ManifestObjectProps,
  ) {
    super(scope, id, {
      apiVersion: given.apiVersion,
      kind: given.kind,
      metadata: checkedMetadata(given.metadata, scope),
    });
    Object.defineProperty(this, MANIFEST_OBJECT, { value: true });
  }

  public addJsonPatch(...ops: JsonPatch[]): void {
    this.jsonPatches.push(...ops);
  }

  public toJson(): any {
    return this.render();
  }

  /** Findings in a round of validation. */
  abstract roundFindings(): readonly Finding[];

  /** The manifest as it is now. */
  render(): object {
    const json = this.withoutDefaults();
    return defaultsModuleFor(this)?.withDefaults(this, json) ?? json;
  }

  /** The manifest as it would be if no defaults were in force. */
  withoutDefaults(): object {
    const json = toManifest(resolvedByApp(this.parts(), this), this.given.structs, renderOptions(this));
    const patched = (this.jsonPatches.length ? JsonPatch.apply(json, ...this.jsonPatches) : json) as {
      readonly [field: string]: unknown;
    };
    const { apiVersion, kind, metadata, ...rest } = patched;
    return { apiVersion, kind, metadata, ...rest };
  }

  /**
   * Findings about the object, which rendered as `json`, with lines of the user's source: another copy of
   * this package asks for them.
   */
  withSources(json: object, findings: readonly Finding[]): Finding[] {
    return withSourceLines(this, json, findings);
  }

  /** Whether the object definitely renders as it did when it gave `manifest`. */
  stillRenders(manifest: object): boolean {
    if (defaultsModuleFor(this)) return isDeepEqual(this.render(), manifest);
    return (
      !this.jsonPatches.length &&
      !hasOwnResolvers(this) &&
      renderOptions(this).sorted &&
      rendersAs(this.parts(), this.given.structs, manifest)
    );
  }

  private parts(): { readonly [field: string]: unknown } {
    const { metadata, ...body } = this.given.body();
    return { apiVersion: this.apiVersion, kind: this.kind, metadata: this.metadataJson(metadata), ...body };
  }

  /** cdk8s names neither the field nor the construct. */
  private metadataOf(): any {
    try {
      return this.metadata.toJson();
    } catch (error) {
      throw new Error(
        `${renderOptions(this).about!()}metadata: ${(error as Error).message}; use plain values, such as the name of an object: ….name`,
      );
    }
  }

  private metadataJson(
    { labels, annotations }: { readonly labels: object; readonly annotations: object } = {
      labels: {},
      annotations: {},
    },
  ): object {
    const json = { ...droppedByCdk8s(this.given.metadata), ...this.metadataOf() };
    return {
      ...json,
      ...merged('labels', json.labels, labels),
      ...merged('annotations', json.annotations, annotations),
    };
  }
}

const merged = (field: string, own: object | undefined, added: object) =>
  Object.keys(added).length ? { [field]: { ...own, ...added } } : {};

/** What the user wrote and cdk8s would leave out of metadata. */
function droppedByCdk8s(metadata: ApiObjectMetadata = {}): { [field: string]: any } {
  const dropped: { [field: string]: any } = {};
  for (const field of Object.keys(metadata)) {
    const value: unknown = metadata[field];
    if (value === null || (typeof value === 'object' && Object.keys(value).length === 0)) {
      dropped[field] = value;
    }
  }
  return dropped;
}
