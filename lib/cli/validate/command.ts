import type { World } from '../world';
import { createOutput } from './output';
import { exitCodeOf, type Outcome, type Telling, validateOnce } from './round';
import { type Given, type Settings, settingsOf } from './settings';

/**
 * Carries out `validate` and returns the exit code: 0, 1 where findings fail it, 2 where it cannot be carried
 * out.
 *
 * @throws UsageError
 */
export async function validate(paths: readonly string[], given: Given, world: World): Promise<number> {
  const settings = settingsOf(paths, given, world);
  if (settings.watch) {
    const { watchFiles } = require('./watch') as typeof import('./watch');
    return watchFiles(settings, () => settingsOf(paths, given, world), world);
  }
  return exitCodeOf(await report(settings, world), settings);
}

/** One round, to standard output or to a file, which appears when all is written. */
export async function report(settings: Settings, world: World, telling?: Telling): Promise<Outcome> {
  const { output } = settings;
  if (output === undefined) {
    return validateOnce(settings, { write: (text) => world.out(text) }, world, telling);
  }
  const file = createOutput(output, settings, world);
  try {
    const outcome = await validateOnce(settings, file, world, telling);
    file.keep();
    return outcome;
  } catch (error) {
    file.discard();
    throw error;
  }
}
