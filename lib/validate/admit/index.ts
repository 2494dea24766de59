import type { Cluster } from '../cluster';
import type { RawFinding } from '../collector';
import type { AnyObject } from '../kinds/strategy';
import type { DefinitionSource } from '../custom-kinds/definitions';
import type { RuleLevels } from '../rule-levels';
import { graded } from '../graded';
import type { Kind } from '../schema/schema';
import type { LimitRange, PersistentVolumeClaim, Pod } from '../schema/types';
import { knownIn, namespaceOf } from './known-objects';
import { setLimitDefaults } from './limit-defaults';
import { claimOutside, podOutside } from './limits';
import { type Made, madeOf } from './made';
import { createdForm, madeForm } from './stored-form';
import { ofMade } from './of-made';
import type { Admission } from './objects';
import type { Json } from './policies';
import { quotaFindings } from './quota/findings';
import type { QuotaLedger } from './quota/ledger';
import { POLICY_WARNING } from './rules';

/*
 * What the manifests of a run decide together. Loaded with the first object of a kind that decides about
 * others.
 */

export { hasQuotas, hooksFor, othersFor } from './others';
export { clusterIn } from './priority-classes';
export { QuotaLedger } from './quota/ledger';

/** What one object is judged by. */
export interface AdmitContext {
  readonly admission: Admission;
  readonly minor: number;
  readonly cluster?: Cluster;
  readonly crds?: readonly DefinitionSource[];
}

/** How the objects of a run admit one object of it. */
export class Decisions {
  private made: readonly Made[] | undefined;

  constructor(
    private readonly object: AnyObject,
    private readonly kind: Kind,
    private readonly context: AdmitContext,
  ) {}

  /** What admission plugins change before validation. */
  mutate(): void {
    this.setLimitDefaults(this.object, this.kind);
  }

  /** What LimitRanges refuse, before Pod Security is looked at. */
  limits(): RawFinding[] {
    return this.ofAll((object, kind) => this.outsideLimits(object, kind));
  }

  /** What policies refuse or warn of, once Pod Security has been looked at. */
  policies(): RawFinding[] {
    const { admission } = this.context;
    if (!admission.objects.some(({ manifest }) => isPolicy(manifest))) return this.hooks();
    const { judgeByPolicies, askedOf } = require('./policies') as typeof import('./policies');
    const judged = (object: AnyObject, kind: Kind, json: () => Json) =>
      judgeByPolicies(askedOf(object, kind, this.context, json));
    return [
      ...this.hooks(),
      ...judged(this.object, this.kind, () => createdForm(this.object, this.kind, this.context)),
      ...this.madeObjects().flatMap((made) =>
        judged(made.object, made.kind, () => madeForm(made, this.context))
          .filter(({ rule }) => rule !== POLICY_WARNING.id)
          .map((finding) => ofMade(finding, made)),
      ),
    ];
  }

  /** What may be refused by others that are not asked here. */
  private hooks(): RawFinding[] {
    if (!this.context.admission.hooks) return [];
    const { hookFindings } = require('./hooks') as typeof import('./hooks');
    return hookFindings(this.object, this.kind, this.context);
  }

  /** What quotas refuse, last of all. */
  quotas(): RawFinding[] {
    return quotaFindings(this.object, this.kind, this.context);
  }

  /** Counts the object, and what controllers make of it, as a server would that admits it. */
  charge(ledger: QuotaLedger): void {
    ledger.charge(this.object, this.kind, this.madeObjects());
  }

  /** Findings with the level that a user has given them. */
  graded(
    findings: readonly RawFinding[],
    level: 'warn' | 'error' | 'off' | undefined,
    rules: RuleLevels | undefined,
  ): readonly RawFinding[] {
    return graded(level === 'warn' ? findings.map(asWarning) : findings, rules);
  }

  private ofAll(judge: (object: AnyObject, kind: Kind) => RawFinding[]): RawFinding[] {
    return [
      ...judge(this.object, this.kind),
      ...this.madeObjects().flatMap((made) =>
        judge(made.object, made.kind).map((finding) => ofMade(finding, made)),
      ),
    ];
  }

  /** What controllers make of the object, as they make it. */
  private madeObjects(): readonly Made[] {
    if (this.made) return this.made;
    const { minor, cluster } = this.context;
    this.made = madeOf(this.object, this.kind, minor, cluster);
    for (const { object, kind, admit } of this.made) {
      this.setLimitDefaults(object, kind);
      admit();
    }
    return this.made;
  }

  private ranges(object: AnyObject) {
    const { admission, minor } = this.context;
    return knownIn<LimitRange>(admission, 'v1 LimitRange', minor, namespaceOf(object));
  }

  private setLimitDefaults(object: AnyObject, { apiVersion, kind }: Kind): void {
    if (`${apiVersion} ${kind}` !== 'v1 Pod') return;
    for (const range of this.ranges(object)) setLimitDefaults(range.object, object);
  }

  private outsideLimits(object: AnyObject, { apiVersion, kind }: Kind): RawFinding[] {
    const { minor } = this.context;
    switch (`${apiVersion} ${kind}`) {
      case 'v1 Pod':
        return this.ranges(object).flatMap((range) => podOutside(object as Pod, range, minor));
      case 'v1 PersistentVolumeClaim':
        return this.ranges(object).flatMap((range) => claimOutside(object as PersistentVolumeClaim, range));
      default:
        return [];
    }
  }
}

const isPolicy = (manifest: object) =>
  (manifest as { readonly kind?: unknown }).kind === 'ValidatingAdmissionPolicy';

/** A server refuses what is only warned about here, if it has the objects. */
const asWarning = (finding: RawFinding): RawFinding =>
  finding.level === 'error' ? { ...finding, level: 'warning', reason: undefined, late: undefined } : finding;
