import { compareBytes } from '../../../go/format';
import { Quantity } from '../../../apimachinery/quantity';
import type { AnyObject } from '../../kinds/strategy';
import type { Kind } from '../../schema/schema';
import type { Pod, ResourceQuota } from '../../schema/types';
import { knownObjects, type KnownObject, namespaceOf } from '../known-objects';
import type { Made } from '../made';
import type { Admission, MadeObjects, QuotaRefusal } from '../objects';
import { type Use, useOf } from '../pod-use';
import { manifestKey } from './manifest-key';
import { isInScopes } from './scopes';
import { evaluatorOf, missingIn } from './use';

/** A quota with what the run has used of it. */
interface Account {
  readonly quota: KnownObject<ResourceQuota>;
  readonly hard: Use;
  used: Map<string, Quantity>;
}

/** What an object uses of a quota. */
interface Charge {
  readonly account: Account;
  readonly use: Use;
}

/** An object that controllers make, and the manifest that they make it of. */
interface PendingMade {
  readonly key: string;
  readonly made: Made;
}

/** What the objects of a run use of its quotas, counted in the order of the run. */
export class QuotaLedger {
  /** Refusals by the key of the manifest. */
  readonly refusals = new Map<string, QuotaRefusal[]>();
  private readonly accounts = new Map<string, Account[]>();
  private readonly seen = new Set<string>();
  private readonly pending: PendingMade[] = [];

  constructor(
    admission: Admission,
    private readonly minor: number,
  ) {
    for (const quota of knownObjects<ResourceQuota>(admission, 'v1 ResourceQuota', minor)) {
      const namespace = namespaceOf(quota.object);
      const hard = useOf(quota.object.spec?.hard);
      const used = new Map([...hard.keys()].map((resource) => [resource, Quantity.ZERO]));
      this.accounts.set(namespace, [...(this.accounts.get(namespace) ?? []), { quota, hard, used }]);
    }
  }

  /** Whether there is a quota in the namespace of an object. */
  concerns(object: AnyObject): boolean {
    return this.accounts.has(namespaceOf(object));
  }

  /**
   * Counts an object that everything else admits, or notes why a quota refuses it. What has been counted is
   * not counted again. What controllers make of it is counted after all objects of the run.
   */
  charge(object: AnyObject, kind: Kind, made: readonly Made[]): void {
    const key = manifestKey(object, kind);
    if (object.metadata?.name && this.seen.size === this.seen.add(key).size) return;
    const refusals = this.refusalsOf(object, kind);
    if (refusals.length) return this.note(key, refusals);
    this.add(object, kind);
    for (const one of made) this.pending.push({ key, made: one });
  }

  /** Counts what controllers make, as long as it fits. */
  settle(): void {
    const lasting = this.pending.filter(({ made }) => !made.passing);
    for (const { key, made } of lasting) this.settleMade(key, made, made.count);
    for (const { key, made } of this.pending) {
      if (made.passing) this.settleMade(key, made, Math.min(made.count, 1));
    }
  }

  private settleMade(key: string, { object, kind, passing }: Made, wanted: number): void {
    const missing = wanted ? this.missingOf(object, kind) : [];
    const interested = this.interested(object, kind);
    const before = interested.map(({ account }) => new Map(account.used));
    const fit = missing.length ? 0 : fitting(interested, wanted);
    const refusals = missing.length ? missing : fit < wanted ? exceededBy(interested) : [];
    if (passing) interested.forEach(({ account }, index) => (account.used = before[index]));
    if (!refusals.length) return;
    const made: MadeObjects = { what: kind.kind as MadeObjects['what'], refused: wanted - fit, wanted };
    this.note(
      key,
      refusals.map((refusal) => ({ ...refusal, made })),
    );
  }

  private note(key: string, refusals: readonly QuotaRefusal[]): void {
    this.refusals.set(key, [...(this.refusals.get(key) ?? []), ...refusals]);
  }

  /** The quotas that count an object, and what it uses of each. */
  private interested(object: AnyObject, kind: Kind): Charge[] {
    const evaluator = evaluatorOf(kind);
    if (!evaluator) return [];
    const accounts = (this.accounts.get(namespaceOf(object)) ?? []).filter(
      ({ quota, hard }) =>
        [...hard.keys()].some((resource) => evaluator.counts(resource)) &&
        isInScopes(object, kind, quota.object.spec ?? {}, this.minor),
    );
    if (!accounts.length) return [];
    const all = [...evaluator.use(object, this.minor)].filter(([, amount]) => amount.sign());
    return accounts.map((account) => ({
      account,
      use: new Map(all.filter(([resource]) => account.hard.has(resource))),
    }));
  }

  /** CheckRequest, apiserver pkg/admission/plugin/resourcequota 1.36. */
  private refusalsOf(object: AnyObject, kind: Kind): QuotaRefusal[] {
    const missing = this.missingOf(object, kind);
    return missing.length ? missing : exceededBy(this.interested(object, kind));
  }

  private missingOf(object: AnyObject, kind: Kind): QuotaRefusal[] {
    if (kind.kind !== 'Pod') return [];
    return this.interested(object, kind).flatMap(({ account }) => this.missing(object as Pod, account));
  }

  private missing(pod: Pod, { quota, hard }: Account): QuotaRefusal[] {
    const missing = [...missingIn(pod, [...hard.keys()], this.minor)];
    if (!missing.length) return [];
    const name = quota.object.metadata?.name ?? '';
    const texts = missing.map(([resource, containers]) => `${resource} for: ${containers.join(',')}`);
    const [resource, [container]] = missing[0];
    return [
      { quota: name, resource, container, text: `failed quota: ${name}: must specify ${texts.join('; ')}` },
    ];
  }

  private add(object: AnyObject, kind: Kind): void {
    for (const charge of this.interested(object, kind)) add(charge);
  }
}

const exceededBy = (charges: readonly Charge[]) =>
  charges.flatMap(({ account, use }) => exceeded(account, use));

function add({ account, use }: Charge): void {
  for (const [resource, amount] of use) account.used.set(resource, account.used.get(resource)!.plus(amount));
}

/** Counts as many objects as fit, up to a number; returns how many. */
function fitting(charges: readonly Charge[], wanted: number): number {
  if (!charges.some(({ use }) => use.size)) return wanted;
  const doubled = [charges];
  while (2 ** doubled.length <= wanted) doubled.push(doubled.at(-1)!.map(twice));
  let fit = 0;
  doubled.reverse().forEach((many, index) => {
    const number = 2 ** (doubled.length - 1 - index);
    if (fit + number > wanted || exceededBy(many).length) return;
    many.forEach(add);
    fit += number;
  });
  return fit;
}

const twice = ({ account, use }: Charge): Charge => ({
  account,
  use: new Map([...use].map(([resource, amount]) => [resource, amount.plus(amount)])),
});

function exceeded({ quota, hard, used }: Account, use: Use): QuotaRefusal[] {
  const over = [...use]
    .filter(([resource, amount]) => used.get(resource)!.plus(amount).compare(hard.get(resource)!) > 0)
    .map(([resource]) => resource)
    .sort(compareBytes);
  if (!over.length) return [];
  const name = quota.object.metadata?.name ?? '';
  const listed = (amounts: Use) => over.map((resource) => `${resource}=${amounts.get(resource)}`).join(',');
  const text = `exceeded quota: ${name}, requested: ${listed(use)}, used: ${listed(used)}, limited: ${listed(hard)}`;
  return [{ quota: name, resource: over[0], text }];
}
