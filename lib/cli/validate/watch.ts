import { basename, resolve } from 'node:path';
import type { ReportedFinding, ReportedManifest } from '../../report/reported';
import { readProblem } from '../check/read-parts';
import { MISSING, UsageError } from '../failure';
import { isSkipped } from '../inputs/files';
import { pathSuggestion } from '../inputs/path-suggestion';
import type { World } from '../world';
import { reportOnce } from './report-once';
import { exitCodeOf } from './round';
import type { Settings } from './settings';

/** Milliseconds without a change after which files are taken to be written. */
const QUIET_PERIOD = 100;

/**
 * Judges again whenever something changes, until the user interrupts it. After the first round, only new and
 * resolved findings are reported. Returns the exit code of the last round.
 *
 * @param again the settings as they are now, which a configuration may have changed
 */
export async function watchFiles(first: Settings, again: () => Settings, world: World): Promise<number> {
  const gone = first.paths.find((path) => !world.kindOf(path));
  if (gone !== undefined) throw new UsageError(`${gone}: ${MISSING}${pathSuggestion(gone, world)}`);
  const changes = new Changes(world);
  const watcher = world.watch(watched(first), isUnwatched(first, world), (path) => changes.add(path));
  world.onInterrupt(() => changes.end());
  await watcher.ready;
  const rounds = new Rounds(world);
  let code = await rounds.next(first);
  printMessage(`watching ${first.paths.join(', ')}; press Ctrl+C to stop`, world);
  for (let paths = await changes.next(); paths; paths = await changes.next()) {
    code = await runRound(() => rounds.next(again()), world);
  }
  await watcher.stop();
  return code;
}

const watched = ({ paths, config }: Settings) => (config === undefined ? paths : [...paths, config]);

/** What no round reads, and what it writes itself. */
function isUnwatched({ paths, config, output }: Settings, world: World): (path: string) => boolean {
  const whole = (path: string) => resolve(world.cwd, path);
  const given = new Set(watched({ paths, config } as Settings).map(whole));
  return (path) =>
    !given.has(whole(path)) &&
    (isSkipped(basename(path)) || (output !== undefined && whole(path) === whole(output)));
}

/** A round that cannot be carried out says why, and the next may be possible. */
async function runRound(round: () => Promise<number>, world: World): Promise<number> {
  try {
    return await round();
  } catch (error) {
    printMessage(error instanceof UsageError ? error.message : readProblem(error), world);
    return 2;
  }
}

const printMessage = (text: string, world: World) => world.err(`pod-patterns: ${text}\n`);

/** Rounds of validation, each of which knows the findings that the previous one reported. */
class Rounds {
  private reported: Map<string, ReportedFindingText> | undefined;

  constructor(private readonly world: World) {}

  async next(settings: Settings): Promise<number> {
    const before = this.reported;
    const now = new Map<string, ReportedFindingText>();
    const outcome = await reportOnce(settings, this.world, (manifest) => {
      const found = withKeys(manifest, now);
      return before && settings.output === undefined
        ? found.filter(({ key }) => !before.has(key)).map(({ found }) => found)
        : manifest.findings;
    });
    this.reported = now;
    await this.world.flush();
    for (const [key, { text, counts }] of before ?? []) {
      if (counts && !now.has(key)) printMessage(`resolved: ${text}`, this.world);
    }
    return exitCodeOf(outcome, settings);
  }
}

/** A reported finding, in short. */
interface ReportedFindingText {
  readonly text: string;
  readonly counts: boolean;
}

/**
 * Findings with what makes them the same in the next round, wherever they have moved to, which is noted in
 * `all`.
 */
function withKeys(
  { file, resource, findings }: ReportedManifest,
  all: Map<string, ReportedFindingText>,
): { readonly key: string; readonly found: ReportedFinding }[] {
  return findings.map((found) => {
    const { rule, level, path, message } = found.finding;
    const counts = !found.suppressed;
    const same = JSON.stringify([file, resource, rule, level, path, message, counts]);
    let key = same;
    for (let number = 2; all.has(key); number++) key = `${same} ${number}`;
    all.set(key, {
      text: `${file}: ${rule} in ${[resource.kind, resource.name].filter(Boolean).join(' ') || 'a document'}${path ? ` (${path})` : ''}`,
      counts,
    });
    return { key, found };
  });
}

/** Paths that changed since they were last asked for. */
class Changes {
  private readonly paths = new Set<string>();
  private ended = false;
  private wake: () => void = () => undefined;

  constructor(private readonly world: World) {}

  add(path: string): void {
    this.paths.add(path);
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  /** Those of the next change and what follows it closely; undefined once ended. */
  async next(): Promise<readonly string[] | undefined> {
    while (!this.ended && !this.paths.size) await this.woken();
    for (let seen = -1; !this.ended && seen !== this.paths.size;) {
      seen = this.paths.size;
      await this.world.sleep(QUIET_PERIOD);
    }
    const paths = [...this.paths];
    this.paths.clear();
    return this.ended ? undefined : paths;
  }

  private woken(): Promise<void> {
    return new Promise((wake) => {
      this.wake = wake;
    });
  }
}
