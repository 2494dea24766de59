import { NO_MESSAGES } from './messages';

const NUMBER = '(0|[1-9]\\d*)';
const PRE_RELEASE = '(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)';
const BUILD = '[0-9a-zA-Z-]+';
const VERSION = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(-${PRE_RELEASE}(\\.${PRE_RELEASE})*)?(\\+${BUILD}(\\.${BUILD})*)?$`,
);

/** semverRe, pkg/apis/resource/validation 1.36. */
export const semanticVersion = (text: string): readonly string[] =>
  VERSION.test(text) ? NO_MESSAGES : ['must be a string compatible with semver.org spec 2.0.0'];
