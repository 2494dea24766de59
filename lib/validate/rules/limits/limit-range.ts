import type { Field } from '../../field';
import { among } from '../../among';
import { named } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import type { LimitRangeItem } from '../../schema/types';
import { qualifiedName } from '../../../apimachinery/labels';
import { type Amounts, judgeContainerResource, judgeResource, storageHint } from '../resource-names';
import { AMOUNTS } from './limit-range-amounts';
import { copiedFrom, isRefused, type List, LISTS } from './limit-range-lists';

/** ValidateLimitRange, pkg/apis/core/validation 1.36. */
export function judgeLimits(limits: readonly LimitRangeItem[], at: Field): void {
  const types = new Map<string, Field>();
  limits.forEach((item, index) => judgeItem(item, types, at.index(index)));
}

function judgeItem(item: LimitRangeItem, types: Map<string, Field>, at: Field): void {
  const { type = '' } = item;
  const place = at.field('type');
  place.apply(TYPE, { type, first: types.get(type) });
  types.set(type, types.get(type) ?? place);
  for (const list of LISTS) {
    if (isRefused(list, type)) at.field(list).apply(POD_DEFAULT, item[list]);
    else if (item[list]) at.apply(NAMES, { item, list });
    if (list === 'defaultRequest') at.apply(CLAIM_STORAGE, item);
  }
  at.apply(AMOUNTS, item);
}

const TYPES = ['Container', 'PersistentVolumeClaim', 'Pod'];

interface TypeSubject {
  readonly type: string;
  /** An earlier item of the same type. */
  readonly first?: Field;
}

/** validateLimitRangeTypeName, 1.36; each type may occur once. */
export const TYPE = defineRule<Rule<TypeSubject>>({
  id: 'limit-range-type',
  stage: 'judge',
  mistake: 'an item without a known type, with the type of another, or with fields that do not go with it',
  suggestion: 'set `type` to `Container`, `Pod` or `PersistentVolumeClaim`, each once',
  judge({ type, first }, at) {
    const messages = qualifiedName(type, at.minor);
    if (messages.length) {
      at.invalidEach(named(type), messages, among(type, TYPES));
    } else if (!type.includes('/') && !TYPES.includes(type)) {
      at.invalid(named(type), 'must be a standard limit type or fully qualified', among(type, TYPES));
    }
    if (first) {
      at.duplicate(named(type), {
        suggestion: 'make one item of the two',
        related: [{ message: 'first seen here', path: first }],
      });
    }
  },
});

const POD_DEFAULT: Rule<Amounts | undefined> = {
  id: TYPE.id,
  judge(amounts, at) {
    if (!amounts || !Object.keys(amounts).length) return;
    at.forbidden("may not be specified when `type` is 'Pod'", {
      suggestion: 'remove it, or set it in an item with type: Container',
    });
  },
};

const CLAIM_STORAGE: Rule<LimitRangeItem> = {
  id: TYPE.id,
  judge({ type, min, max }, at) {
    if (type !== 'PersistentVolumeClaim' || min?.storage !== undefined || max?.storage !== undefined) return;
    at.field('limits')
      .shownAt(at)
      .required('either minimum or maximum storage value is required, but neither was provided', {
        suggestion: 'set min.storage or max.storage',
      });
  },
};

interface ListSubject {
  readonly item: LimitRangeItem;
  readonly list: List;
}

/** validateLimitRangeResourceName, 1.36. */
export const NAMES = defineRule<Rule<ListSubject>>({
  id: 'limit-range-resource',
  stage: 'judge',
  mistake: 'a resource that has no limits, or with a malformed name',
  suggestion: 'use `cpu`, `memory`, `ephemeral-storage`, `storage` for claims, or an extended resource',
  judge({ item, list }, at) {
    const amounts = item[list]!;
    const ofContainers = item.type === 'Pod' || item.type === 'Container';
    for (const resource in amounts) {
      const place = at.field(list).key(resource);
      const original = copiedFrom(item, list, resource);
      const where = original ? place.shownAt(at.field(original).key(resource)) : place;
      if (ofContainers) judgeContainerResource(resource, where, amounts);
      else judgeResource(resource, where, amounts, { hintFor: storageHint });
    }
  },
});
