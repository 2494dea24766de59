import { byteLength, EMPTY, maxLength, NO_MESSAGES, regexError } from './messages';

const ENV = '[-._a-zA-Z][-._a-zA-Z0-9]*';
const ENV_REGEX = new RegExp(`^${ENV}$`);
const ENV_TEXT =
  "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit";
const RELAXED_ENV_TEXT =
  "a valid environment variable name must consist only of printable ASCII characters other than '='";

const CONFIG_KEY = '[-._a-zA-Z0-9]+';
const CONFIG_KEY_REGEX = new RegExp(`^${CONFIG_KEY}$`);
const CONFIG_KEY_TEXT = "a valid config key must consist of alphanumeric characters, '-', '_' or '.'";

const HEADER = '[-A-Za-z0-9]+';
const HEADER_REGEX = new RegExp(`^${HEADER}$`);
const HEADER_TEXT = "a valid HTTP header must consist of alphanumeric characters or '-'";

/**
 * Name of an environment variable: IsRelaxedEnvVarName from 1.32 on, where
 * RelaxedEnvironmentVariableValidation is on, IsEnvVarName before.
 */
export function envName(name: string, minor: number): readonly string[] {
  return minor >= 32 ? relaxedEnvName(name) : strictEnvName(name);
}

/** IsRelaxedEnvVarName, 1.36. */
export function relaxedEnvName(name: string): readonly string[] {
  if (!name) return [`environment variable name ${EMPTY}`];
  return /^[ -<>-~]*$/.test(name) ? NO_MESSAGES : [RELAXED_ENV_TEXT];
}

/** IsEnvVarName, 1.36. */
export function strictEnvName(name: string): readonly string[] {
  const syntax = ENV_REGEX.test(name)
    ? NO_MESSAGES
    : [regexError(ENV_TEXT, ENV, 'my.env-name', 'MY_ENV.NAME', 'MyEnvName1')];
  return [...syntax, ...dotted(name)];
}

/** Key of a ConfigMap or Secret: IsConfigMapKey, 1.36. */
export function configKey(key: string): readonly string[] {
  const long = byteLength(key) > 253 ? [maxLength(253)] : NO_MESSAGES;
  const syntax = CONFIG_KEY_REGEX.test(key)
    ? NO_MESSAGES
    : [regexError(CONFIG_KEY_TEXT, CONFIG_KEY, 'key.name', 'KEY_NAME', 'key-name')];
  return [...long, ...syntax, ...dotted(key)];
}

/** IsHTTPHeaderName, 1.36. */
export const headerName = (name: string): readonly string[] =>
  HEADER_REGEX.test(name) ? NO_MESSAGES : [regexError(HEADER_TEXT, HEADER, 'X-Header-Name')];

/** hasChDirPrefix, 1.36. */
function dotted(name: string): readonly string[] {
  if (name === '.') return ["must not be '.'"];
  if (name === '..') return ["must not be '..'"];
  return name.startsWith('..') ? ["must not start with '..'"] : NO_MESSAGES;
}
