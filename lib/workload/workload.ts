/* eslint-disable @typescript-eslint/no-unsafe-declaration-merging --
   the interface only adds overloads for other versions of cdk8s-plus */
import { type ApiObject, type ApiObjectMetadata, Yaml } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { LabelSelector } from '../k8s';
import type { PodTemplate } from '../pod/pod-template';
import { rememberLine } from '../pod/source-line';
import { CheckedObject } from './checked-object';
import type { ManifestBody } from './manifest-object';

/** What a workload is made of. */
export interface WorkloadProps {
  /** API version of the object: `apps/v1`. */
  readonly apiVersion: string;

  /** Kind of the object: `Deployment`. */
  readonly kind: string;

  /**
   * Metadata of the object.
   *
   * @default - a name that cdk8s makes
   */
  readonly metadata?: ApiObjectMetadata;

  /** The Pod in the making. */
  readonly pod: PodTemplate;
}

/**
 * A Pod, or an object that makes Pods: what all workloads of this library have in common. Synth fails, with
 * all findings listed, where kube-apiserver would refuse it. Objects of cdk8s-plus select its Pods, and take
 * it for a peer and for the subject of a role binding.
 */
export abstract class Workload
  extends Construct
  implements kplus.IPodSelector, kplus.INetworkPolicyPeer, kplus.ISubject
{
  /** The API object, for JSON patches and dependencies. */
  public readonly apiObject: ApiObject;

  /** The Pod in the making: patterns, containers and volumes can be added to it until synth. */
  public readonly pod: PodTemplate;

  /**
   * Selection of the Pods by their labels.
   *
   * @throws Error where the Pods have no labels
   */
  public abstract readonly selector: LabelSelector;

  private readonly checked: CheckedObject;

  /**
   * @param scope construct that the workload belongs to
   * @param id name of the workload in its scope
   * @param props what it is made of
   */
  public constructor(scope: Construct, id: string, props: WorkloadProps) {
    const { apiVersion, kind, metadata, pod } = props;
    try {
      super(scope, id);
      rememberLine(this, Workload, 6);
      this.pod = pod;
      this.checked = new CheckedObject(this, {
        apiVersion,
        kind,
        metadata,
        structs: { spec: `${kind}Spec`, status: `${kind}Status` },
        body: () => this._body(),
      });
      this.apiObject = this.checked;
    } catch (error) {
      const { notMade } = require('../options/misuse') as typeof import('../options/misuse');
      throw notMade(kind, [scope, id], (error as Error).message);
    }
  }

  /** Name of the object. */
  public get name(): string {
    return this.apiObject.name;
  }

  /**
   * The object's manifest alone, as YAML.
   *
   * @throws Error with all findings, where kube-apiserver would refuse it
   */
  public toYaml(): string {
    const [errors] = this.checked.errors();
    if (errors) throw new Error(`${this.node.path} is invalid: ${errors}`);
    return Yaml.stringify(this.apiObject.toJson());
  }

  /**
   * Selection of the Pods, for cdk8s-plus objects such as Service and NetworkPolicy.
   *
   * @throws Error where the Pods have no labels
   */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    const { LabelSelector } = require('cdk8s-plus-28') as typeof kplus;
    const { namespace } = this.apiObject.metadata;
    return {
      labelSelector: LabelSelector.of({ labels: this._selectedLabels() }),
      ...(namespace ? { namespaces: { names: [namespace] } } : {}),
    };
  }

  /** The Pods as a peer of a cdk8s-plus NetworkPolicy. */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** The Pods as what a cdk8s-plus NetworkPolicy selects. */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return this;
  }

  /**
   * The service account of the Pods as the subject of a cdk8s-plus RoleBinding.
   *
   * @throws Error where the namespace is not known, which a server asks for
   */
  public toSubjectConfiguration(): kplus.SubjectConfiguration {
    const { namespace } = this.apiObject.metadata;
    if (!namespace) {
      throw new Error(
        `${this.node.path} has no namespace, which a role binding needs: set metadata.namespace, or the namespace of the chart`,
      );
    }
    const { serviceAccountName, serviceAccount } = this.pod.toSpec();
    return {
      kind: 'ServiceAccount',
      apiGroup: '',
      name: serviceAccountName ?? serviceAccount ?? 'default',
      namespace,
    };
  }

  /**
   * What the manifest holds beside apiVersion and kind, as it is now.
   *
   * @internal
   */
  protected abstract _body(): ManifestBody;

  /**
   * Labels that the Pods have and others may select them by.
   *
   * @internal
   */
  protected abstract _selectedLabels(): { [key: string]: string };
}

// A class of cdk8s-plus with private members is not assignable to the same class of another number. These
// overloads make workloads selectors and peers of all numbers in TypeScript; jsii reads the class alone,
// which names those of one number.
export interface Workload {
  toPodSelectorConfig(): any;
  toNetworkPolicyPeerConfig(): any;
  toPodSelector(): any;
}
