import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector, PodTemplateSpec } from '../k8s';
import { PodTemplate, type PodTemplateProps } from '../pod/pod-template';
import { nameLabel } from './name-label';
import { Workload } from './workload';

type Labels = { readonly [key: string]: string };

export interface TemplateWorkloadProps {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: ApiObjectMetadata;
  readonly selector?: LabelSelector;
  readonly pod: PodTemplateProps;
  /** Names of volumes that the object makes for its Pods. */
  readonly claims?: string[];
}

/**
 * Workload that makes its Pods of a template. Labels and selector are fixed when it is made, whatever is
 * added later.
 *
 * @internal
 */
export abstract class TemplateWorkload extends Workload {
  /**
   * Selection of the Pods: the one that was given, else the labels that the Pods were given, else the name
   * label.
   */
  public readonly selector: LabelSelector;

  private readonly metadata: ApiObjectMetadata;
  private readonly labels: Labels;

  constructor(scope: Construct, id: string, { pod, selector, claims, ...object }: TemplateWorkloadProps) {
    super(scope, id, { ...object, template: PodTemplate._ofChecked(pod, claims) });
    const { labels: given, ...metadata } = pod.metadata ?? {};
    const own = { ...selector?.matchLabels, ...given };
    this.metadata = metadata;
    this.labels =
      selector || Object.keys(own).length ? own : nameLabel(this.apiObject, object.metadata?.name);
    this.selector = selector ?? { matchLabels: this.labels };
  }

  /** @internal */
  protected _template(): PodTemplateSpec {
    const { annotations, ...metadata } = this.metadata;
    const all = {
      ...metadata,
      ...mergedField('annotations', annotations, this.template.annotations),
      ...mergedField('labels', this.labels, this.template.labels),
    };
    return { ...(Object.keys(all).length ? { metadata: all } : {}), spec: this.template.toSpec() };
  }

  /** @internal */
  protected _selectedLabels(): { [key: string]: string } {
    const { matchLabels, matchExpressions } = this.selector;
    const labels = matchLabels && !matchExpressions ? matchLabels : this.labels;
    if (!Object.keys(labels).length) {
      throw new Error(`${this.node.path} has no labels to select its Pods by: set pod.metadata.labels`);
    }
    return labels;
  }
}

const mergedField = (field: string, given: Labels | undefined, added: Labels) =>
  given || Object.keys(added).length ? { [field]: { ...given, ...added } } : {};
