import { KubectlError, printedError } from '../../kubectl/errors';
import type { FlagTable } from '../../kubectl/flags/flag';
import { GLOBAL_FLAGS } from '../../kubectl/flags/global';
import { FlagSet, type ParsedFlags, parseFlags } from '../../kubectl/flags/parse';
import { minorOf } from '../../validate/kubernetes-version';
import type { Invocation } from '../../kubectl/invocation/invocation';
import { KUBECTL } from './tree';
import { findCommand, type FoundCommand } from './find';
import { helpOf } from './help';
import { hintFor } from './hint';
import { assertKnownCommand } from './unknown-command';
import { type PrintInvocation, printerOf } from './printer';
import { type KubectlOutput, type KubectlWorld, PrintedOutput } from '../../kubectl/invocation/world';

/** Carries out a command line of kubectl, without a cluster. Pure, but for what it reads of the world. */
export function kubectl(argv: readonly string[], world: KubectlWorld): KubectlOutput {
  const printed = new PrintedOutput(world);
  try {
    execute(argv, world, printed);
    return { code: 0, stdout: printed.stdout, stderr: printed.stderr };
  } catch (error) {
    if (!(error instanceof KubectlError)) throw error;
    return { code: 1, stdout: printed.stdout, stderr: printed.stderr + printedError(error) + error.hint };
  }
}

function execute(argv: readonly string[], world: KubectlWorld, printed: PrintedOutput): void {
  const minor = requestedMinor(argv);
  const found = findCommand(KUBECTL, argv, minor);
  assertKnownCommand(found, minor);
  const table = { ...GLOBAL_FLAGS, ...found.command.flags, ...HELP_FLAG };
  try {
    executeFound(found, new FlagSet(table, minor), minor, world, printed);
  } catch (error) {
    if (error instanceof KubectlError) {
      error.hint ||= hintFor(error.cause, found, table, minor, world.isTerminal);
    }
    throw error;
  }
}

function executeFound(
  found: FoundCommand,
  flags: FlagSet<FlagTable>,
  minor: number,
  world: KubectlWorld,
  printed: PrintedOutput,
): void {
  const parsed = parseFor(found, () =>
    parseFlags(flags, found.argv, (notice) => {
      printed.stderr += `${notice}\n`;
    }),
  );
  if (parsed.values.help || !found.command.run) {
    printed.stdout += helpOf(found, minor);
    return;
  }
  const missing = flags.missing(parsed.changed);
  if (missing.length) throw new KubectlError(`required flag(s) "${missing.join('", "')}" not set`);
  found.command.run(invocationOf(parsed, { path: found.path, minor, world, printed }));
  if (parsed.values['warnings-as-errors'] && printed.warningCount) {
    throw new KubectlError(`${printed.warningCount} warning${printed.warningCount > 1 ? 's' : ''} received`);
  }
}

function invocationOf(
  parsed: ParsedFlags<FlagTable>,
  context: Pick<Invocation, 'path' | 'minor' | 'world' | 'printed'>,
): Invocation {
  const given = { ...parsed, ...context } as unknown as PrintInvocation & Invocation;
  return { ...given, printer: (done, dryRun) => printerOf(given, done, dryRun) };
}

function parseFor<T>({ path }: FoundCommand, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const failure = new KubectlError(`${(error as Error).message}\nSee '${path} --help' for usage.`);
    failure.cause = error;
    throw failure;
  }
}

const HELP_FLAG = { help: { type: 'bool', shorthand: 'h', usage: 'print this help' } } as const;

const VERSION_FLAG = '--kubernetes-version';

/** The version that decides which flags there are: it is looked for before they are read. */
function requestedMinor(argv: readonly string[]): number {
  const words = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined);
  const versions = words.flatMap((word, at) =>
    word === VERSION_FLAG
      ? words[at + 1]
      : word.startsWith(`${VERSION_FLAG}=`)
        ? word.slice(VERSION_FLAG.length + 1)
        : [],
  );
  try {
    return minorOf(versions.at(-1));
  } catch (error) {
    throw new KubectlError((error as Error).message);
  }
}
