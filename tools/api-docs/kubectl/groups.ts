import { CREATE_FLAGS, DRY_RUN_FLAG, FILENAME_FLAGS, PRINT_FLAGS } from '../../../lib/kubectl/flags/common';
import type { FlagTable } from '../../../lib/kubectl/flags/flag';

/** Flags that many commands have, and which are described once. */
export interface FlagGroup {
  readonly title: string;
  readonly flags: FlagTable;
}

const OUTPUT: FlagTable = { ...PRINT_FLAGS, ...DRY_RUN_FLAG };

const CREATE = Object.fromEntries(Object.entries(CREATE_FLAGS).filter(([name]) => !(name in OUTPUT)));

/** Each flag is in one of them. */
export const GROUPS: readonly FlagGroup[] = [
  { title: 'Flags of the output', flags: OUTPUT },
  { title: 'Flags of the create commands', flags: CREATE },
  { title: 'Flags for files', flags: FILENAME_FLAGS },
];

/** A command's flags: its own, and the groups that it has all of. */
export function grouped(flags: FlagTable): {
  readonly own: FlagTable;
  readonly groups: readonly FlagGroup[];
} {
  const groups = GROUPS.filter((group) =>
    Object.entries(group.flags).every(([name, flag]) => flags[name] === flag),
  );
  const own = Object.entries(flags).filter(([name]) => !groups.some((group) => name in group.flags));
  return { own: Object.fromEntries(own), groups };
}
