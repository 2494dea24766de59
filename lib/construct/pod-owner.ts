import { ApiObject, JsonPatch, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { rememberGenerated } from './generated-objects';
import type { PodObject, PodObjectField, PodObjects, PodOwner, RenderedPod } from '../pod/pod-object';
import { isMap, valueAt } from '../object/value-at';

/** A Pod in a manifest. */
export interface OwnedPod {
  /** The map with its metadata and spec. */
  readonly pod: unknown;
  /** Selector of its workload. */
  readonly selector: unknown;
}

/** Creates the objects beside a Pod in the scope of the construct that has it. */
export class ConstructOwner implements PodOwner {
  /**
   * @param scope construct that the objects belong to
   * @param object the object that contains the Pod; those it needs are applied before it
   * @param render the Pod in the manifest as it is now
   */
  constructor(
    private readonly scope: () => Construct,
    private readonly object: ApiObject,
    private readonly render: () => OwnedPod,
  ) {}

  create(object: PodObject, objects: PodObjects): string {
    const { id, apiVersion, kind, labels, fields, clusterScoped = false } = object;
    const namespace = clusterScoped ? undefined : this.object.metadata.namespace;
    const lazy = Object.keys(fields).map((field) => [
      field,
      Lazy.any({ produce: () => this.valueOf(objects.fieldsOf(id)[field], objects) }),
    ]);
    const created = new ApiObject(this.scope(), id, {
      apiVersion,
      kind,
      metadata: { ...(namespace ? { namespace } : {}), ...(labels ? { labels } : {}) },
      ...(Object.fromEntries(lazy) as object),
    });
    rememberGenerated(created);
    if (clusterScoped) removeNamespace(created);
    this.object.addDependency(created);
    return created.name;
  }

  private valueOf(value: unknown, objects: PodObjects): unknown {
    return typeof value === 'function' ? (value as PodObjectField)(this.renderedPod(objects)) : value;
  }

  private renderedPod(objects: PodObjects): RenderedPod {
    const { pod, selector } = this.render();
    const account = valueAt(pod, ['spec', 'serviceAccountName']) as string | undefined;
    const labels = labelsIn(valueAt(pod, ['metadata', 'labels'])) ?? {};
    return {
      namespace: this.object.metadata.namespace,
      labels,
      selector: selectedBy(selector) ?? labels,
      serviceAccountName: account ?? 'default',
      objectName: (id) => objects.nameOf(id),
    };
  }
}

/** An object gets the namespace of its chart, whatever its kind. */
function removeNamespace(object: ApiObject): void {
  if (object.metadata.namespace !== undefined) object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
}

const labelsIn = (value: unknown) => (isMap(value) ? (value as RenderedPod['labels']) : undefined);

/** The labels of a selector that consists of labels alone. */
const selectedBy = (selector: unknown) =>
  valueAt(selector, ['matchExpressions']) === undefined
    ? labelsIn(valueAt(selector, ['matchLabels']))
    : undefined;
