import { printable } from '../../text/printable';
import { commandFor, type NotManifest, sortCount, type SourceSort } from '../../validate/sources/sorts';

/** Commands of a kind that are listed. */
const MAX_COMMANDS = 3;

/** The files of folders that are no manifests, and what to run instead. */
export class SkippedSources {
  private readonly sorts = new Map<string, NotManifest>();

  /** Notes a file; one with several documents counts once. */
  add(file: string, source: NotManifest): void {
    if (!this.sorts.has(file)) this.sorts.set(file, source);
  }

  get count(): number {
    return this.sorts.size;
  }

  /** One line for all, and one for each program that makes manifests of some of them. */
  get note(): string {
    const files = `${this.count} file${this.count === 1 ? ' that is not a manifest' : 's that are not manifests'}`;
    return [`skipped ${files}:`, ...[...this.byProgram().values()].map(lineOf)].join('\n');
  }

  private byProgram(): Map<string, NotManifest[]> {
    const groups = new Map<string, NotManifest[]>();
    for (const source of this.sorts.values()) {
      const program = (commandFor(source) ?? '').split(' ')[0];
      groups.set(program, [...(groups.get(program) ?? []), source]);
    }
    return groups;
  }
}

function lineOf(sources: readonly NotManifest[]): string {
  const numbers = new Map<SourceSort, number>();
  for (const { sort } of sources) numbers.set(sort, (numbers.get(sort) ?? 0) + 1);
  const counts = [...numbers].map(([sort, number]) => sortCount(sort, number)).join(', ');
  const commands = [...new Set(sources.flatMap((source) => commandFor(source) ?? []))];
  const shown = printable(commands.slice(0, MAX_COMMANDS).join('; '));
  const more =
    commands.length > MAX_COMMANDS ? `; and ${commands.length - MAX_COMMANDS} more like these` : '';
  return shown ? `  ${counts}: validate with ${shown}${more}` : `  ${counts}`;
}
