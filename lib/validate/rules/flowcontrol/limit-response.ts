import { among } from '../../among';
import { named } from '../../../go/value';
import type { Field } from '../../field';
import type { LimitResponse, QueuingConfiguration } from '../../schema/types';
import { isDeclared } from '../declared';

const TYPES = ['Queue', 'Reject'];
const MOST_QUEUES = 10_000_000;

/** shufflesharding.MaxHashBits, apiserver 1.36. */
const MOST_BITS = 60;

/** ValidateLimitResponse, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
export function judgeLimitResponse({ type = '', queuing }: LimitResponse, at: Field): void {
  const declared = isDeclared(at);
  const place = at.field('queuing');
  if (type === 'Reject') {
    if (queuing && !declared) place.forbidden('must be nil if limited.limitResponse.type is not Limited');
  } else if (type === 'Queue') {
    if (queuing) judgeQueuing(queuing, place);
    else if (!declared) place.required('must not be empty if limited.limitResponse.type is Limited');
  } else {
    judgeType(type, TYPES, at.field('type'));
  }
}

/** A type that is none of some: one that is missing is reported as such since 1.36. */
export function judgeType(type: string, types: readonly string[], at: Field): void {
  if (type || at.minor < 36) at.notSupported(named(type), types, among(type, types));
  else if (!isDeclared(at)) at.required();
}

/** ValidatePriorityLevelQueuingConfiguration, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
function judgeQueuing(queuing: QueuingConfiguration, at: Field): void {
  const { queueLengthLimit = 0, queues = 0 } = queuing;
  if (queueLengthLimit <= 0) at.field('queueLengthLimit').invalid(queueLengthLimit, 'must be positive');
  if (queues <= 0) {
    at.field('queues').invalid(queues, 'must be positive');
  } else if (queues > MOST_QUEUES) {
    at.field('queues').invalid(queues, `must not be greater than ${MOST_QUEUES}`);
  }
  judgeHand(queuing, at.field('handSize'));
}

function judgeHand({ handSize = 0, queues = 0 }: QueuingConfiguration, at: Field): void {
  if (handSize <= 0) return at.invalid(handSize, 'must be positive');
  if (handSize > queues) return at.invalid(handSize, `should not be greater than queues (${queues})`);
  if (Math.ceil(Math.log2(queues) * handSize) <= MOST_BITS) return;
  const text = `required entropy bits of deckSize ${queues} and handSize ${handSize}`;
  at.invalid(handSize, `${text} should not be greater than ${MOST_BITS}`, {
    suggestion: 'use a smaller handSize or fewer queues',
  });
}
