import { NO_MESSAGES, regexError } from './messages';

const IDENTIFIER = '[A-Za-z_][A-Za-z0-9_]*';
const IDENTIFIER_REGEX = new RegExp(`^${IDENTIFIER}$`);
const IDENTIFIER_TEXT =
  "a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_'";

/** IsCIdentifier, 1.36. */
export const cIdentifier = (text: string): readonly string[] =>
  IDENTIFIER_REGEX.test(text)
    ? NO_MESSAGES
    : [regexError(IDENTIFIER_TEXT, IDENTIFIER, 'my_name', 'MY_NAME', 'MyName')];
