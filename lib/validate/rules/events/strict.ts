import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { EventsV1Event } from '../../schema/types';

/** What is asked of Events of events.k8s.io alone: ValidateEventCreate, pkg/apis/core/validation 1.36. */
export const STRICT_EVENT = defineRule<Rule<EventsV1Event>>({
  id: 'event-strict',
  stage: 'judge',
  mistake: 'an Event of events.k8s.io/v1 without time or type, or with a field of the old kind',
  suggestion: 'set `eventTime` and `type`, and remove what begins with `deprecated`',
  judge(event, root) {
    const { series, eventTime, type = '', deprecatedSource: source } = event;
    if (series) judgeSeries(series, root.field('series'));
    if (eventTime === undefined) root.field('eventTime').required('', { suggestion: 'set eventTime' });
    if (!TYPES.includes(type)) {
      root
        .field('type')
        .invalid('', `has invalid value: ${type}`, { suggestion: `use ${TYPES.join(' or ')}` });
    }
    if (event.deprecatedFirstTimestamp !== undefined) refuseOld('firstTimestamp', root);
    if (event.deprecatedLastTimestamp !== undefined) refuseOld('lastTimestamp', root);
    if (event.deprecatedCount) refuseOld('count', root);
    if (source?.component || source?.host) refuseOld('source', root);
  },
});

const TYPES = ['Normal', 'Warning'];

/** validateV1EventSeries, 1.36. */
function judgeSeries({ count = 0, lastObservedTime }: NonNullable<EventsV1Event['series']>, at: Field): void {
  if (count < 2) at.field('count').invalid('', 'should be at least 2', { suggestion: 'use 2 or more' });
  if (lastObservedTime === undefined) at.field('lastObservedTime').required();
}

/** A server knows the field by its name in v1. */
function refuseOld(name: string, root: Field): void {
  const field = `deprecated${name[0].toUpperCase()}${name.slice(1)}`;
  root
    .field(name)
    .shownAt(root.field(field))
    .invalid('', 'needs to be unset', { suggestion: `remove ${field}` });
}
