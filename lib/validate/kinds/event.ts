import { EVENT as EVENT_RULE } from '../rules/events/event';
import { STRICT_EVENT } from '../rules/events/strict';
import { NAMES_JUDGED_LAST } from '../rules/names';
import type { Event, EventsV1Event, ObjectMeta } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const EVENT: Strategy<Event> = {
  apiVersion: 'v1',
  kind: 'Event',
  names: () => NAMES_JUDGED_LAST,
  applyDefaults: NO_DEFAULTS,

  /** ValidateEventCreate, pkg/apis/core/validation 1.36. */
  validate(event, root) {
    const { involvedObject, reportingComponent: reportingController = '', message = '' } = event;
    root.apply(EVENT_RULE, {
      ...common(event),
      involvedNamespace: involvedObject?.namespace ?? '',
      reportingController,
      message,
      at: {
        involvedNamespace: root.field('involvedObject', 'namespace'),
        reportingController: root.field('reportingComponent'),
        message: root.field('message'),
      },
    });
  },
};

/** The newer version of the same kind; the server names its fields as v1 does. */
export const EVENT_OF_EVENTS: Strategy<EventsV1Event> = {
  apiVersion: 'events.k8s.io/v1',
  kind: 'Event',
  applyDefaults: NO_DEFAULTS,

  /** ValidateEventCreate, pkg/apis/core/validation 1.36. */
  validate(event, root) {
    const { regarding, reportingController = '', note = '' } = event;
    root.apply(EVENT_RULE, {
      ...common(event),
      involvedNamespace: regarding?.namespace ?? '',
      reportingController,
      message: note,
      at: {
        involvedNamespace: root
          .field('involvedObject', 'namespace')
          .shownAt(root.field('regarding', 'namespace')),
        reportingController: root.field('reportingController'),
        message: root.field('message').shownAt(root.field('note')),
      },
    });
    root.apply(STRICT_EVENT, event);
  },
};

interface Common {
  readonly metadata?: ObjectMeta;
  readonly eventTime?: string;
  readonly reportingInstance?: string;
  readonly action?: string;
  readonly reason?: string;
}

const common = ({ metadata, eventTime, reportingInstance = '', action = '', reason = '' }: Common) => ({
  namespace: metadata?.namespace || 'default',
  hasTime: eventTime !== undefined,
  reportingInstance,
  action,
  reason,
});
