import { type Cluster, UNKNOWN } from './cluster';
import type { FindingLevel, FindingRelated, FindingStage } from './finding';
import type { NotString } from './decode/quote-it';
import type { FieldPath } from './path';
import type { Mode } from './pod-security/policy';
import type { Related } from './related';

/** A finding before its position is looked up. */
export interface RawFinding {
  readonly rule: string;
  readonly level: FindingLevel;
  readonly stage: FindingStage;
  readonly path: FieldPath;
  /** Where the finding is shown, if a server names another field. */
  readonly at?: FieldPath;
  readonly message: string;
  readonly reason?: string;
  /** Whether a server reports it only if it has no other objection. */
  readonly late?: boolean;
  /** Whether a plugin refuses it that a server asks before Pod Security. */
  readonly beforePodSecurity?: boolean;
  /** Whether an admission policy refuses it: the server has the reason that the policy gives. */
  readonly byPolicy?: boolean;
  /** What a server warns of in the stage `admit`. */
  readonly header?: string;
  /** What a server lists in one refusal: findings that have the same in common. */
  readonly together?: string;
  /** Places in other manifests that it refers to. */
  readonly elsewhere?: readonly FindingRelated[];
  /** Whether a server's storage finds it, before anything else is judged: it hides other causes. */
  readonly early?: boolean;
  /** Whether a cluster may accept the manifest: the answer depends on something unknown here. */
  readonly uncertain?: boolean;
  readonly suggestion?: string;
  /** The scalar that belongs in quotes, as it was read; the suggestion quotes it as it was written. */
  readonly notString?: NotString;
  /** Other locations that it refers to. */
  readonly related?: readonly Related[];
  /**
   * Fields that make two items of a list the same, if this one repeats another; none if the whole value does.
   */
  readonly repeats?: readonly string[];
  /** Rule for a server's warnings about the same mistake, which are not reported in addition. */
  readonly insteadOf?: string;
  /** What was probably meant by a misspelled value. */
  readonly meant?: unknown;
  /** The field that was probably meant by an unknown one. */
  readonly meantField?: FieldPath;
  /** Fields that it is only reported for if something is wrong with them: then that is the mistake. */
  readonly follows?: readonly FieldPath[];
  /** Number of supported values, if the value is not one of them. */
  readonly among?: number;
  /**
   * Whether it is about a Pod that a controller makes of a custom resource: the server says nothing of it
   * when it is given that.
   */
  readonly embedded?: boolean;
  /** The server's text about the violation of a policy, whatever its level is here. */
  readonly violation?: PolicyViolation;
}

/** One of the violations that a server lists in one message. */
export interface PolicyViolation {
  /** Whether the server refuses the Pod, warns, or writes to its audit log. */
  readonly mode: Mode;
  /** Beginning of the message about all violations. */
  readonly start: string;
  /** The part about this violation. */
  readonly text: string;
}

/** Collects the findings of one manifest, with what every rule may ask: the minor and the cluster. */
export class Collector {
  readonly findings: RawFinding[] = [];

  /** Id of the rule that is running. */
  rule = '';

  /** Whether the manifest has expressions that nothing here can compile. */
  hasExpressions = false;

  /**
   * @param minor Kubernetes minor to judge by: 36 is 1.36.
   * @param cluster What is known about the cluster.
   */
  constructor(
    readonly minor: number,
    readonly cluster: Cluster = UNKNOWN,
  ) {}

  /** Whether a server would refuse the manifest because of the findings so far. */
  refuses(): boolean {
    return this.findings.some(({ reason, late }) => reason !== undefined && !late);
  }
}
