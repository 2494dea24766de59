import { compareBytes } from '../../go/format';
import type { RawFinding } from '../collector';
import { FieldPath } from '../path';
import type { LimitRange, LimitRangeItem, PersistentVolumeClaim, Pod } from '../schema/types';
import {
  type Constraint,
  maxConstraint,
  maxRequestConstraint,
  minConstraint,
  ratioConstraint,
} from './limit-constraints';
import type { KnownObject } from './known-objects';
import { refusal } from './refusal';
import { podUse, type Use, useOf } from './pod-use';
import { LIMIT_RANGE_EXCEEDED } from './rules';

/** What a LimitRange limits: a container, a Pod or a claim. */
interface Limited {
  readonly requests: Use;
  readonly limits: Use;
  readonly place: FieldPath;
}

interface ConstraintList {
  readonly list: 'min' | 'max' | 'maxLimitRequestRatio';
  readonly constraint: Constraint;
}

const OF_PODS: readonly ConstraintList[] = [
  { list: 'min', constraint: minConstraint },
  { list: 'max', constraint: maxConstraint },
  { list: 'maxLimitRequestRatio', constraint: ratioConstraint },
];

const OF_CLAIMS: readonly ConstraintList[] = [
  { list: 'min', constraint: minConstraint },
  { list: 'max', constraint: maxRequestConstraint },
];

/** PodValidateLimitFunc, plugin/pkg/admission/limitranger 1.36. */
export function podOutside(pod: Pod, range: KnownObject<LimitRange>, minor: number): RawFinding[] {
  const spec = pod.spec ?? {};
  const containers = limitedContainers(pod);
  const whole = (): Limited[] => [
    {
      requests: podUse(spec, 'requests', minor),
      limits: podUse(spec, 'limits', minor),
      place: FieldPath.of('spec'),
    },
  ];
  return itemsOf(range).flatMap(([item, place]) => {
    if (item.type === 'Container') {
      return containers.flatMap((one) => outside(one, item, place, OF_PODS, range));
    }
    if (item.type === 'Pod') return whole().flatMap((one) => outside(one, item, place, OF_PODS, range));
    return [];
  });
}

const limitedContainers = ({ spec = {} }: Pod): Limited[] =>
  (['containers', 'initContainers'] as const).flatMap((list) =>
    (spec[list] ?? []).map(({ resources = {} }, index) => ({
      requests: useOf(resources.requests),
      limits: useOf(resources.limits),
      place: FieldPath.ROOT.field('spec', list).index(index),
    })),
  );

/** PersistentVolumeClaimValidateLimitFunc, plugin/pkg/admission/limitranger 1.36. */
export function claimOutside(
  { spec = {} }: PersistentVolumeClaim,
  range: KnownObject<LimitRange>,
): RawFinding[] {
  const claim = { requests: useOf(spec.resources?.requests), limits: new Map(), place: FieldPath.of('spec') };
  return itemsOf(range).flatMap(([item, place]) =>
    item.type === 'PersistentVolumeClaim' ? outside(claim, item, place, OF_CLAIMS, range) : [],
  );
}

const itemsOf = ({ object: { spec: { limits = [] } = {} } }: KnownObject<LimitRange>) =>
  limits.map((item, index) => [item, FieldPath.ROOT.field('spec', 'limits').index(index)] as const);

function outside(
  { requests, limits, place }: Limited,
  item: LimitRangeItem,
  itemPlace: FieldPath,
  constraints: readonly ConstraintList[],
  range: KnownObject<LimitRange>,
): RawFinding[] {
  return constraints.flatMap(({ list, constraint }) => {
    const enforced = [...useOf(item[list])].sort(([a], [b]) => compareBytes(a, b));
    return enforced.flatMap(([resource, amount]) => {
      const usage = { request: requests.get(resource), limit: limits.get(resource) };
      const excess = constraint(item.type ?? '', resource, amount, usage);
      if (!excess) return [];
      return refusal({
        rule: LIMIT_RANGE_EXCEEDED,
        path: place.field('resources', excess.list).key(resource),
        text: excess.text,
        suggestion: excess.suggestion,
        by: range,
        at: itemPlace.field(list).key(resource),
        beforePodSecurity: true,
      });
    });
  });
}
