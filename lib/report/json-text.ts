import { TERMINAL_CONTROLS, jsonEscape } from './terminal-controls';

/**
 * JSON whose text no terminal acts on: what JSON leaves as it is and may be harmful is escaped, which means
 * the same.
 */
export const jsonText = (value: unknown) => JSON.stringify(value).replace(TERMINAL_CONTROLS, jsonEscape);

/** The entries of an object, as they stand between its braces. */
export const jsonEntries = (value: object) => jsonText(value).slice(1, -1);
