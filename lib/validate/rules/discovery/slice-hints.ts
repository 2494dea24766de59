import { dnsSubdomain } from '../../../apimachinery/dns';
import { labelValue } from '../../../apimachinery/labels';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { EndpointHints } from '../../schema/types';

const MOST = 8;

interface Named {
  readonly name?: string;
}

/** validateHints, pkg/apis/discovery/validation 1.36: nodes since 1.33. */
export const ENDPOINT_HINTS = defineRule<Rule<EndpointHints>>({
  id: 'endpoint-hints',
  stage: 'judge',
  mistake: 'hints of an endpoint with too many zones or nodes, or with one that is malformed or repeated',
  suggestion: 'name each zone or node once, at most 8',
  judge({ forZones = [], forNodes = [] }, at) {
    const few = judgeNames(forZones, (name) => labelValue(name, at.minor), at.field('forZones'));
    if (few) judgeNames(forNodes, dnsSubdomain, at.field('forNodes'));
  },
});

/** Returns whether there are few enough to judge what follows. */
function judgeNames(
  items: readonly Named[],
  problemsOf: (name: string) => readonly string[],
  at: Field,
): boolean {
  if (items.length > MOST) {
    at.tooMany(items.length, MOST);
    return false;
  }
  const seen = new Set<string>();
  items.forEach(({ name = '' }, index) => {
    const place = at.index(index).field('name');
    if (seen.has(name)) place.duplicate(name);
    seen.add(name);
    place.invalidEach(name, problemsOf(name));
  });
  return true;
}
