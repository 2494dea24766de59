import type { World } from '../world';
import { createOutput } from './output';
import { type Outcome, type SelectFindings, validateOnce } from './round';
import type { Settings } from './settings';

/** One round, to standard output or to a file, which appears when all is written. */
export async function reportOnce(
  settings: Settings,
  world: World,
  select?: SelectFindings,
): Promise<Outcome> {
  const { output } = settings;
  if (output === undefined) {
    return validateOnce(settings, { write: (text) => world.out(text) }, world, select);
  }
  const file = createOutput(output, settings, world);
  try {
    const outcome = await validateOnce(settings, file, world, select);
    file.keep();
    return outcome;
  } catch (error) {
    file.discard();
    throw error;
  }
}
