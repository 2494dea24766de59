import type { Construct } from 'constructs';
import type { LabelSelector, PodStatus } from '../k8s';
import { checkArguments } from '../options/check';
import { PodTemplate, type PodTemplateProps } from '../pod/pod-template';
import type { ManifestBody } from './manifest-object';
import { Workload } from './workload';

/** A Pod as a construct takes it. */
export interface PodProps extends PodTemplateProps {
  /**
   * Status, as `kubectl run --dry-run=client` writes an empty one; a server drops it when the Pod is created.
   *
   * @default - none
   */
  readonly status?: PodStatus;
}

/**
 * Pod with a main container and patterns. Synth fails with all findings if kube-apiserver would reject it.
 */
export class Pod extends Workload {
  private readonly status?: PodStatus;

  /**
   * @param scope construct that the Pod belongs to
   * @param id name of the Pod in its scope
   * @param props the Pod
   */
  public constructor(scope: Construct, id: string, props: PodProps) {
    checkArguments('Pod', scope, id, props);
    const { status, ...template } = props;
    super(scope, id, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: props.metadata,
      template: PodTemplate._ofChecked(template),
    });
    this.status = status;
  }

  /**
   * Returns a selector of the Pod by all its labels.
   *
   * @throws Error if the Pod has no labels
   */
  public get selector(): LabelSelector {
    return { matchLabels: this._selectedLabels() };
  }

  /** @internal */
  protected _body(): ManifestBody {
    return {
      metadata: { labels: this.template.labels, annotations: this.template.annotations },
      spec: this.template.toSpec(),
      status: this.status,
    };
  }

  /** @internal */
  protected _selectedLabels(): { [key: string]: string } {
    const { labels } = this.apiObject.toJson().metadata as { readonly labels?: { [key: string]: string } };
    if (!labels) throw new Error(`${this.node.path} has no labels to select it by: set metadata.labels`);
    return labels;
  }
}
