import { type ApiObject, Yaml } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { PodStatus } from '../k8s';
import { PodTemplate } from '../pod/pod-template';
import type { PodTemplateProps } from '../pod/pod-template-props';
import { CheckedObject } from './checked-object';

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
 * Pod of a main container and patterns. Synth fails, with all findings listed, where kube-apiserver would refuse it.
 */
export class Pod extends Construct implements kplus.IPodSelector {
  /** The Pod's API object, for JSON patches and dependencies. */
  public readonly apiObject: ApiObject;

  /** The Pod in the making: patterns, containers and volumes can be added to it until synth. */
  public readonly pod: PodTemplate;

  private readonly checked: CheckedObject;

  /**
   * @param scope construct that the Pod belongs to
   * @param id name of the Pod in its scope
   * @param props the Pod
   */
  public constructor(scope: Construct, id: string, props: PodProps) {
    super(scope, id);
    const { status, ...template } = props;
    this.pod = new PodTemplate(template);
    this.checked = new CheckedObject(this, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: props.metadata,
      structs: { spec: 'PodSpec', status: 'PodStatus' },
      body: () => ({
        metadata: { labels: this.pod.labels, annotations: this.pod.annotations },
        spec: this.pod.toSpec(),
        status,
      }),
    });
    this.apiObject = this.checked;
  }

  /** Name of the Pod. */
  public get name(): string {
    return this.apiObject.name;
  }

  /**
   * The Pod's manifest alone, as YAML.
   *
   * @throws Error with all findings, where kube-apiserver would refuse it
   */
  public toYaml(): string {
    const errors = this.checked.errors();
    if (errors.length) throw new Error(`${this.node.path} is invalid:\n  ${errors.join('\n  ')}`);
    return Yaml.stringify(this.apiObject.toJson());
  }

  /**
   * Selection of the Pod by its labels, for cdk8s-plus objects such as Service and NetworkPolicy.
   *
   * @throws Error where the Pod has no labels
   */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    const { labels, namespace } = this.apiObject.toJson().metadata as { readonly labels?: { [key: string]: string }; readonly namespace?: string };
    if (!labels) throw new Error(`${this.node.path} has no labels to select it by: set metadata.labels`);
    const { LabelSelector } = require('cdk8s-plus-28') as typeof kplus;
    return { labelSelector: LabelSelector.of({ labels }), ...(namespace ? { namespaces: { names: [namespace] } } : {}) };
  }
}
