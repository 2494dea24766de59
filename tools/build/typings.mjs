import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const SUFFIX = '.for-typescript.d.ts';

/**
 * Puts typings that jsii does not take in the place of those that it was given: `x.for-typescript.d.ts`
 * becomes `x.d.ts`.
 */
export function replaceTypings(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(SUFFIX));
  if (!files.length) throw new Error(`${folder} has no ${SUFFIX}`);
  for (const file of files) {
    renameSync(join(folder, file), join(folder, `${file.slice(0, -SUFFIX.length)}.d.ts`));
  }
}
