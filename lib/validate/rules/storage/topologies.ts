import { qualifiedName } from '../../../apimachinery/labels';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { TopologySelectorLabelRequirement, TopologySelectorTerm } from '../../schema/types';

/** validateAllowedTopologies, pkg/apis/storage/validation 1.36. */
export const ALLOWED_TOPOLOGIES = defineRule<Rule<readonly TopologySelectorTerm[]>>({
  id: 'storage-topologies',
  stage: 'judge',
  mistake: 'a topology of a StorageClass without values, with a malformed key, or listed twice',
  suggestion: 'list each topology once, with the values of a node label',
  judge(terms, at) {
    // The server compares each term with as many empty ones as there are terms, then with those before it.
    const seen = new Map([[NO_EXPRESSIONS, terms.length]]);
    terms.forEach(({ matchLabelExpressions: expressions = [] }, index) => {
      const place = at.index(index).field('matchLabelExpressions');
      judgeExpressions(expressions, place);
      const own = identity(expressions);
      const times = seen.get(own) ?? 0;
      const hint = { suggestion: 'remove one of them', repeats: undefined };
      for (let time = 0; time < times; time++) place.duplicate('', own === NO_EXPRESSIONS ? hint : {});
      seen.set(own, times + 1);
    });
  },
});

/** Terms with the same values of the same keys are equal; of a key that is there twice, the last counts. */
function identity(expressions: readonly TopologySelectorLabelRequirement[]): string {
  const values = new Map(expressions.map(({ key = '', values = [] }) => [key, [...new Set(values)].sort()]));
  return [...values]
    .map((entry) => JSON.stringify(entry))
    .sort()
    .join();
}

const NO_EXPRESSIONS = identity([]);

/** ValidateTopologySelectorTerm, pkg/apis/core/validation 1.36. */
function judgeExpressions(expressions: readonly TopologySelectorLabelRequirement[], at: Field): void {
  const keys = new Set<string>();
  expressions.forEach(({ key = '', values = [] }, index) => {
    const place = at.index(index);
    judgeValues(values, place.field('values'));
    place.field('key').invalidEach(key, qualifiedName(key, at.minor));
    if (keys.has(key)) place.field('key').duplicate(key);
    keys.add(key);
  });
}

function judgeValues(values: readonly string[], at: Field): void {
  if (!values.length) at.required('', { suggestion: 'list the values of the label' });
  const seen = new Set<string>();
  values.forEach((value, index) => {
    if (seen.has(value)) at.index(index).duplicate(value);
    seen.add(value);
  });
}
