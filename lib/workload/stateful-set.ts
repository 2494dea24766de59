import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector, PersistentVolumeClaim, StatefulSetSpecOptions } from '../k8s';
import { checkArguments } from '../options/check';
import type { PodTemplateProps } from '../pod/pod-template';
import type { ManifestBody } from './manifest-object';
import { ScalableWorkload } from './scalable-workload';

/**
 * A StatefulSet by its Pod, and every field of a StatefulSetSpec under its own name. Containers mount what
 * `volumeClaimTemplates` make by the templates' names.
 */
export interface StatefulSetProps extends StatefulSetSpecOptions {
  /**
   * Metadata of the StatefulSet.
   *
   * @default - a name that cdk8s makes
   */
  readonly metadata?: ApiObjectMetadata;

  /** The Pods. They restart their containers always: leave `restartPolicy` out. */
  readonly pod: PodTemplateProps;

  /**
   * Selection of the Pods; its `matchLabels` become labels of the Pods. It cannot be changed once the
   * StatefulSet exists: give it where some of the Pods' labels will change.
   *
   * @default - the labels in `pod.metadata`; without any, `app.kubernetes.io/name`: the StatefulSet's name
   * without cdk8s' hash
   */
  readonly selector?: LabelSelector;
}

/**
 * Pods with names and volumes that stay theirs. Synth fails, with all findings listed, where kube-apiserver
 * would refuse it.
 */
export class StatefulSet extends ScalableWorkload {
  private readonly spec: StatefulSetSpecOptions;

  /**
   * @param scope construct that the StatefulSet belongs to
   * @param id name of the StatefulSet in its scope
   * @param props the StatefulSet
   * @throws Error where its name is too long for the label of its Pods
   */
  public constructor(scope: Construct, id: string, props: StatefulSetProps) {
    checkArguments('StatefulSet', scope, id, props);
    const { metadata, pod, selector, ...spec } = props;
    super(scope, id, {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata,
      pod,
      selector,
      claims: claimNames(spec.volumeClaimTemplates),
    });
    this.spec = spec;
  }

  /** @internal */
  protected _body(): ManifestBody {
    return { spec: { ...this.spec, selector: this.selector, template: this._template() } };
  }

  /** @internal */
  protected _replicas(): number | undefined {
    return this.spec.replicas;
  }
}

/**
 * Names of the templates that are there already: a Lazy's are not known yet, and what is no list is judged
 * later.
 */
function claimNames(templates: PersistentVolumeClaim[] | undefined): string[] {
  return Array.isArray(templates) ? templates.flatMap((claim) => claim?.metadata?.name ?? []) : [];
}
