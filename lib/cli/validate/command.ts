import type { World } from '../world';
import { reportOnce } from './report-once';
import { exitCodeOf } from './round';
import { type CommandLineOptions, settingsOf } from './settings';

/**
 * Carries out `validate` and returns the exit code: 0, 1 where findings fail it, 2 where it cannot be carried
 * out.
 *
 * @throws UsageError
 */
export async function validate(
  paths: readonly string[],
  given: CommandLineOptions,
  world: World,
): Promise<number> {
  const settings = settingsOf(paths, given, world);
  if (settings.watch) {
    const { watchFiles } = require('./watch') as typeof import('./watch');
    return watchFiles(settings, () => settingsOf(paths, given, world), world);
  }
  return exitCodeOf(await reportOnce(settings, world), settings);
}
