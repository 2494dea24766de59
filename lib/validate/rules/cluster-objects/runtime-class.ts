import { dnsLabel } from '../../../apimachinery/dns';
import { quantity } from '../../../apimachinery/parse-quantity';
import { defineRule, type Rule } from '../../rule';
import type { Overhead, Scheduling, Toleration } from '../../schema/types';
import { judgeLabels } from '../labels';
import { goToleration, judgeTolerations } from '../pod/tolerations';
import { judgeReference } from '../renaming';
import { judgeRequirements } from '../resources';

/** ValidateRuntimeClass, pkg/apis/node/validation 1.36. */
export const RUNTIME_HANDLER = defineRule<Rule<string>>({
  id: 'runtime-class-handler',
  stage: 'judge',
  mistake: 'a RuntimeClass without a handler, or with one whose name is not a DNS label',
  suggestion: 'set `handler` to the name that the container runtime on the nodes has for it',
  judge(handler, at) {
    if (handler || at.minor < 36) {
      judgeReference(handler, (text) => dnsLabel(text, at.minor >= 37 ? 'bytes' : 'characters'), at);
    } else {
      at.required('', { suggestion: 'set handler, such as runsc' });
    }
  },
});

/** The server calls the amounts limits: validateOverhead, 1.36. */
export const RUNTIME_OVERHEAD = defineRule<Rule<Overhead>>({
  id: 'runtime-class-overhead',
  stage: 'judge',
  mistake: 'the overhead of a RuntimeClass with an unknown resource or a negative amount',
  suggestion: 'use cpu, memory or ephemeral-storage with positive amounts',
  judge({ podFixed }, at) {
    const [limits, amounts] = [at.field('limits'), at.field('podFixed')];
    at.relocated(
      () => judgeRequirements({ limits: podFixed }, at, { read: quantity }),
      (path) => {
        const resource = path.segments()[limits.segments().length];
        return resource === undefined ? path : amounts.key(String(resource));
      },
    );
  },
});

/** validateScheduling, 1.36. */
export const RUNTIME_SCHEDULING = defineRule<Rule<Scheduling>>({
  id: 'runtime-class-scheduling',
  stage: 'judge',
  mistake: 'the node selector or tolerations of a RuntimeClass that are malformed or repeated',
  suggestion: 'fix the part in the message',
  judge({ nodeSelector, tolerations = [] }, at) {
    judgeLabels(nodeSelector, at.field('nodeSelector'));
    const place = at.field('tolerations');
    // Up to 1.34, the server writes the field twice.
    judgeTolerations(tolerations, at.minor >= 35 ? place : place.field('tolerations').shownAt(place));
    const seen = new Set<string>();
    tolerations.forEach((toleration, index) => {
      const key = listKey(toleration);
      if (seen.has(key)) place.index(index).duplicate(goToleration(toleration), { repeats: LIST_KEYS });
      seen.add(key);
    });
  },
});

const LIST_KEYS = ['key', 'operator', 'value', 'effect'];

const listKey = ({ key = '', operator = '', value = '', effect = '' }: Toleration) =>
  JSON.stringify([key, operator, value, effect]);
