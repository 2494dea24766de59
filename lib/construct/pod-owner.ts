import { ApiObject, JsonPatch, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { rememberGenerated } from './generated-objects';
import type { PodObject, PodObjectField, PodOwner, RenderedPod } from '../pod/pod-object';
import { isMap, valueAt } from '../object/value-at';

/** Creates the objects beside a Pod in the scope of the construct that has it. */
export class ConstructOwner implements PodOwner {
  private readonly names = new Map<string, string>();

  /**
   * @param scope construct that the objects belong to
   * @param object the object that contains the Pod; those it needs are applied before it
   * @param pod place of the Pod's metadata and spec in its manifest
   * @param selector selector of the workload in its manifest
   */
  constructor(
    private readonly scope: () => Construct,
    private readonly object: ApiObject,
    private readonly pod: () => unknown,
    private readonly selector: () => unknown,
  ) {}

  create(object: PodObject, current: () => PodObject['fields']): string {
    const { id, apiVersion, kind, labels, fields, clusterScoped = false } = object;
    const namespace = clusterScoped ? undefined : this.object.metadata.namespace;
    const lazy = Object.keys(fields).map((field) => [
      field,
      Lazy.any({ produce: () => this.valueOf(current()[field]) }),
    ]);
    const created = new ApiObject(this.scope(), id, {
      apiVersion,
      kind,
      metadata: { ...(namespace ? { namespace } : {}), ...(labels ? { labels } : {}) },
      ...(Object.fromEntries(lazy) as object),
    });
    if (clusterScoped) removeNamespace(created);
    rememberGenerated(created);
    this.object.addDependency(created);
    this.names.set(id, created.name);
    return created.name;
  }

  private valueOf(value: unknown): unknown {
    return typeof value === 'function' ? (value as PodObjectField)(this.renderedPod()) : value;
  }

  private renderedPod(): RenderedPod {
    const pod = this.pod();
    const account = valueAt(pod, ['spec', 'serviceAccountName']) as string | undefined;
    const labels = labelsIn(valueAt(pod, ['metadata', 'labels'])) ?? {};
    return {
      namespace: this.object.metadata.namespace,
      labels,
      selector: selectedBy(this.selector()) ?? labels,
      serviceAccountName: account ?? 'default',
      objectName: (id) => this.names.get(id) ?? id,
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
