import { named } from '../../../go/value';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { DeviceRequest, DeviceSubRequest, ExactDeviceRequest } from '../../schema/types';
import { isDeclared } from '../declared';
import { judgeSet } from './lists';
import { judgeClassName, judgeLabelName } from './names';
import { DEVICE_SELECTORS, SELECTORS_LIMIT } from './selectors';
import { shownSubRequest } from './shown';
import { DEVICE_TOLERATION, judgeToleratedTaint } from './tolerations';

const MODES = ['All', 'ExactCount'];
const ALTERNATIVES = { limit: 8, unique: 'name', shown: shownSubRequest } as const;

/** validateDeviceRequest, 1.36. */
export const DEVICE_REQUEST = defineRule<Rule<DeviceRequest>>({
  id: 'device-request',
  stage: 'judge',
  mistake:
    'a request for devices without a name or class, with a wrong count, or with both or none of `exactly` and `firstAvailable`',
  suggestion: 'set `name`, and either `exactly` or `firstAvailable` with a `deviceClassName`',
  judge(request, at) {
    const { name = '', exactly, firstAvailable = [] } = request;
    judgeLabelName(name, at.field('name'));
    const count = Number(exactly !== undefined) + Number(firstAvailable.length > 0);
    if (count === 1 || at.minor < 35) {
      judgeSet(firstAvailable, ALTERNATIVES, at.field('firstAvailable'), judgeAlternative);
      if (exactly) judgeExact(exactly, at.field('exactly'));
    } else if (isDeclared(at)) {
      judgeSet(firstAvailable, ALTERNATIVES, at.field('firstAvailable'), judgeDeclaredAlternative);
      if (exactly) judgeDeclaredPart(exactly, at.field('exactly'));
    }
    const text = 'exactly one of `exactly` or `firstAvailable` is required';
    if (count === 0) at.required(text, { suggestion: 'set exactly.deviceClassName' });
    if (count === 2) at.invalid(undefined, `${text}, but multiple fields are set`);
  },
});

/** validateExactDeviceRequest, 1.36. */
function judgeExact(request: ExactDeviceRequest, at: Field): void {
  judgeClassName(request.deviceClassName ?? '', at.field('deviceClassName'));
  judgeWanted(request, at);
}

/** validateDeviceSubRequest, 1.36. */
function judgeAlternative(request: DeviceSubRequest, at: Field): void {
  judgeLabelName(request.name ?? '', at.field('name'));
  judgeClassName(request.deviceClassName ?? '', at.field('deviceClassName'), isDeclared(at));
  judgeWanted(request, at);
}

type Wanted = Pick<ExactDeviceRequest, 'selectors' | 'allocationMode' | 'count' | 'tolerations'>;

function judgeWanted(request: Wanted, at: Field): void {
  const { selectors = [], tolerations = [] } = request;
  at.field('selectors').apply(DEVICE_SELECTORS, selectors);
  judgeCount(request, at.field('count'));
  judgeMode(request, at.field('allocationMode'));
  tolerations.forEach((toleration, index) =>
    at.field('tolerations').index(index).apply(DEVICE_TOLERATION, toleration),
  );
}

/** What the API's tags judge of a request even if it is not the only one: Validate_DeviceRequest, 1.37. */
function judgeDeclaredAlternative(request: DeviceSubRequest, at: Field): void {
  judgeClassName(request.deviceClassName ?? '', at.field('deviceClassName'), true);
  judgeDeclaredPart(request, at);
}

function judgeDeclaredPart(request: Wanted, at: Field): void {
  const { selectors = [], tolerations = [] } = request;
  if (selectors.length > SELECTORS_LIMIT) at.field('selectors').tooMany(selectors.length, SELECTORS_LIMIT);
  judgeMode(request, at.field('allocationMode'));
  tolerations.forEach((toleration, index) =>
    judgeToleratedTaint(toleration, at.field('tolerations').index(index)),
  );
}

/** validateDeviceAllocationMode, 1.36. */
function judgeCount({ allocationMode: mode, count = 0 }: Wanted, at: Field): void {
  if (mode === 'All' && count) {
    at.invalid(count, "must not be specified when allocationMode is 'All'", { suggestion: 'remove count' });
  } else if (mode === 'ExactCount' && count <= 0) {
    at.invalid(count, 'must be greater than zero');
  }
}

function judgeMode({ allocationMode: mode = '' }: Wanted, at: Field): void {
  if (!MODES.includes(mode)) at.notSupported(named(mode), MODES);
}
