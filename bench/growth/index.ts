import { COMMANDS } from './commands';
import { DOCUMENTS } from './documents';
import { EXPRESSIONS } from './expressions';
import { LISTS } from './lists';
import type { Scenario } from './scenario';

/** All that is measured. */
export const SCENARIOS: readonly Scenario[] = [...DOCUMENTS, ...EXPRESSIONS, ...COMMANDS, ...LISTS];
