import { named, NIL, struct } from '../../../go/value';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type {
  NonResourceAttributes,
  SelfSubjectAccessReviewSpec,
  SubjectAccessReviewSpec,
} from '../../schema/types';
import { judgeFieldSelector, judgeLabelSelectorAttributes } from './selectors';

/** ValidateSelfSubjectAccessReviewSpec, pkg/apis/authorization/validation 1.30 to 1.37. */
export const ACCESS_REVIEW = defineRule<Rule<SelfSubjectAccessReviewSpec>>({
  id: 'access-review',
  stage: 'judge',
  mistake: 'an access review about both a resource and a URL, or about neither, or without a user',
  suggestion:
    'set `resourceAttributes` or `nonResourceAttributes`, and `user` or `groups` if the kind has them',
  judge(spec, at) {
    judgeAttributes(spec, at);
    judgeSelectors(spec, at);
  },
});

/** ValidateSubjectAccessReviewSpec, pkg/apis/authorization/validation 1.30 to 1.37. */
export const ACCESS_REVIEW_OF_USER: Rule<SubjectAccessReviewSpec> = {
  id: ACCESS_REVIEW.id,
  judge(spec, at) {
    judgeAttributes(spec, at);
    const { user, groups = [] } = spec;
    if (!user && !groups.length) {
      at.field('user').invalid('', 'at least one of user or group must be specified', {
        suggestion: 'set user or groups',
      });
    }
    judgeSelectors(spec, at);
  },
};

const ONE = 'exactly one of nonResourceAttributes or resourceAttributes must be specified';

function judgeAttributes(spec: SelfSubjectAccessReviewSpec, at: Field): void {
  const { resourceAttributes: resource, nonResourceAttributes: url } = spec;
  if (!resource === !url) return resource && url ? judgeBoth(url, at) : judgeNeither(at);
}

/** Since 1.37 the cause names the spec. */
function judgeBoth(url: NonResourceAttributes, at: Field): void {
  const hint = { suggestion: 'remove resourceAttributes or nonResourceAttributes' };
  const place = at.field('nonResourceAttributes');
  if (at.minor >= 37) at.shownAt(place).invalid(shownUrl(url), ONE, hint);
  else place.invalid(shownUrl(url), 'cannot be specified in combination with resourceAttributes', hint);
}

function judgeNeither(at: Field): void {
  const place = at.minor >= 37 ? at : at.field('resourceAttributes');
  place.invalid(NIL, ONE, { suggestion: 'set resourceAttributes or nonResourceAttributes' });
}

/** As a server shows it. */
export const shownUrl = ({ path, verb }: NonResourceAttributes) =>
  struct('authorization.NonResourceAttributes', { Path: named(path), Verb: named(verb) });

function judgeSelectors({ resourceAttributes }: SelfSubjectAccessReviewSpec, at: Field): void {
  const { fieldSelector, labelSelector } = resourceAttributes ?? {};
  const place = at.field('resourceAttributes');
  if (fieldSelector) judgeFieldSelector(fieldSelector, place.field('fieldSelector'));
  if (labelSelector) judgeLabelSelectorAttributes(labelSelector, place.field('labelSelector'));
}
