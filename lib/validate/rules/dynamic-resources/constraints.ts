import { isOn } from '../../gates/gates';
import { dnsLabel } from '../../../apimachinery/dns';
import { closest } from '../../closest';
import type { Field, Hint } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { DeviceConstraint, DeviceRequest } from '../../schema/types';
import { isDeclared } from '../declared';
import { judgeSet } from './lists';
import { judgeFullyQualifiedName } from './names';

const REQUESTS = { limit: 32 };

/** Names of the requests of a claim, each with those of its alternatives: gatherRequestNames, 1.36. */
export class RequestNames {
  private readonly names: ReadonlyMap<string, readonly string[]>;

  constructor(requests: readonly DeviceRequest[]) {
    this.names = new Map(
      requests.map(({ name = '', firstAvailable = [] }) => [
        name,
        firstAvailable.map((alternative) => alternative.name ?? ''),
      ]),
    );
  }

  /** References to requests, as constraints and configurations have them. */
  judge(references: readonly string[], at: Field): void {
    judgeSet(references, REQUESTS, at, (reference, place) => this.judgeReference(reference, place));
  }

  /** validateRequestNameRef, 1.36. */
  private judgeReference(reference: string, at: Field): void {
    const parts = reference.split('/');
    if (parts.length <= 2) for (const part of parts) at.invalidEach(part, dnsLabel(part));
    if (this.has(parts)) return;
    at.invalid(
      reference,
      "must be the name of a request in the claim or the name of a request and a subrequest separated by '/'",
      this.hintFor(reference),
    );
  }

  private hintFor(reference: string): Hint {
    const known = [...this.names].flatMap(([name, alternatives]) => [
      name,
      ...alternatives.map((alternative) => `${name}/${alternative}`),
    ]);
    const meant = closest(reference, known);
    return meant === undefined
      ? { suggestion: 'use the name of a request of the claim, or add the request' }
      : { suggestion: `did you mean "${meant}"?`, meant };
  }

  private has([name, alternative, ...more]: readonly string[]): boolean {
    const alternatives = this.names.get(name);
    if (!alternatives || more.length) return false;
    return alternative === undefined || alternatives.includes(alternative);
  }
}

export interface ConstraintSubject {
  readonly constraint: DeviceConstraint;
  readonly names: RequestNames;
}

/** validateDeviceConstraint, 1.36. */
export const DEVICE_CONSTRAINT = defineRule<Rule<ConstraintSubject>>({
  id: 'device-constraint',
  stage: 'judge',
  mistake: 'a constraint without a fully qualified attribute, or for requests that the claim does not have',
  suggestion: 'set `matchAttribute` to a domain and a name, and list requests of the claim',
  judge({ constraint: { requests = [], matchAttribute, distinctAttribute }, names }, at) {
    names.judge(requests, at.field('requests'));
    if (matchAttribute !== undefined) {
      judgeFullyQualifiedName(matchAttribute, at.field('matchAttribute'));
    }
    if (distinctAttribute !== undefined && (matchAttribute === undefined || isDeclared(at))) {
      judgeFullyQualifiedName(distinctAttribute, at.field('distinctAttribute'));
    }
    if (matchAttribute === undefined && distinctAttribute === undefined) judgeNone(at);
  },
});

function judgeNone(at: Field): void {
  if (isOn('DRAConsumableCapacity', at.minor)) {
    at.required(
      'exactly one of "matchAttribute" or "distinctAttribute" is required, but multiple fields are set',
      { suggestion: 'set matchAttribute or distinctAttribute' },
    );
  } else {
    at.field('matchAttribute').required();
  }
}
