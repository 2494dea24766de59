import { NIL } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import type { AggregationRule } from '../../schema/types';
import { judgeLabelSelector } from '../labels';

/** ValidateClusterRole, pkg/apis/rbac/validation 1.30 to 1.37. */
export const AGGREGATION = defineRule<Rule<AggregationRule>>({
  id: 'cluster-role-aggregation',
  stage: 'judge',
  mistake: 'an `aggregationRule` without selectors, or with one that is malformed',
  suggestion: 'list the labels of the ClusterRoles to aggregate in `clusterRoleSelectors`',
  judge({ clusterRoleSelectors: selectors = [] }, at) {
    const list = at.field('clusterRoleSelectors');
    if (!selectors.length) {
      list.required('at least one clusterRoleSelector required if aggregationRule is non-nil', {
        suggestion: 'list clusterRoleSelectors, or remove aggregationRule',
      });
    }
    selectors.forEach((selector, index) => {
      const place = list.index(index);
      if (place.reports(() => judgeLabelSelector(selector, place))) {
        place.invalid(NIL, 'invalid label selector.', { suggestion: 'fix the selector' });
      }
    });
  },
});
