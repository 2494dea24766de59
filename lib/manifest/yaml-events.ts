import * as yaml from 'js-yaml';

export type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';

/* What js-yaml offers for each event, looked up once: in a bundle, each name of a package is an accessor. */

export const { COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE, getScalarValue, parseEvents } = yaml;
