import { quote } from '../../../go/format';
import { defineRule } from '../../rule';
import type { FieldPath } from '../../path';
import type { Lint, LintedContainer, Report } from '../pod';
import { runsKnownProgram } from '../predicates';
import { programOf } from '../shell/process';
import { type Change, ONE_DASH } from './program';
import { isAtLeast } from './version';

/** An upgrade of the image alone: the program exits at once, or connects to nothing. */
export const FLAG_REMOVED = defineRule<Lint>({
  id: 'flag-removed',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake: 'a flag or variable of a proxy or exporter that the version in its image no longer has',
  why: 'the program does not start, or ignores the setting',
  suggestion: 'use what has replaced it',
  when: [runsKnownProgram],
  judge({ containers }, report) {
    for (const container of containers) reportChanges(container, ['removed'], report);
  },
});

/** What still works, or has no effect, and fails with a later image. */
export const FLAG_DEPRECATED = defineRule<Lint>({
  id: 'flag-deprecated',
  stage: 'lint',
  section: 'helpers',
  level: 'info',
  mistake: 'a flag or variable of a proxy or exporter that is deprecated, or has no effect',
  why: 'a later version may not start with it',
  suggestion: 'use what has replaced it',
  when: [runsKnownProgram],
  judge({ containers }, report) {
    for (const container of containers) reportChanges(container, ['deprecated', 'ignored'], report);
  },
});

/** A setting of a container as it is written. */
interface Setting {
  /** As in the table: without dashes, a program with a slash. */
  readonly name: string;
  readonly text: string;
  readonly kind: 'flag' | 'variable' | 'program';
  readonly path: FieldPath;
}

function reportChanges(container: LintedContainer, fates: readonly Change['fate'][], report: Report): void {
  const { program, version } = container.knownProgram ?? {};
  if (!program?.changes || !version) return;
  const changes = program.changes.filter(({ since }) => isAtLeast(version, since));
  for (const setting of settingsOf(container)) {
    const change = changes.find((candidate) => nameIn(candidate, setting) !== undefined);
    if (!change || !fates.includes(change.fate)) continue;
    const name = nameIn(change, setting)!;
    report(setting.path, problemOf(program.name, setting, change, name), remedyOf(setting, change, name));
  }
}

/** The name by which a change speaks of a setting. */
function nameIn({ names }: Change, { name, text, kind }: Setting): string | undefined {
  if (Object.hasOwn(names, name)) return name;
  return kind === 'flag' && ONE_DASH in names && LONG_WITH_ONE_DASH.test(text) ? ONE_DASH : undefined;
}

const LONG_WITH_ONE_DASH = /^-[A-Za-z][A-Za-z._-]+/;

const VERBS = { removed: 'do not know', ignored: 'ignore', deprecated: 'have deprecated' };

function problemOf(program: string, { text, kind }: Setting, { fate, since }: Change, name: string): string {
  const dash = name === ONE_DASH ? ' with a single dash' : '';
  return `${program} ${since} and later ${VERBS[fate]} the ${kind} ${quote(text)}${dash}`;
}

function remedyOf({ text }: Setting, { names }: Change, name: string): string {
  if (name === ONE_DASH) return `write it with ${names[name]}: ${quote(`-${text}`)}`;
  return names[name] ? `use ${names[name]}` : 'remove it';
}

/** The flags, the variables and the program of a container, where no shell reads them. */
function settingsOf({ spec: { command = [], args = [], env = [] }, path }: LintedContainer): Setting[] {
  const words = (list: 'command' | 'args', texts: readonly string[]) =>
    texts.flatMap((text, index) => flagIn(text, path.field(list).index(index)));
  const [first] = command;
  const program: Setting[] = first?.includes('/')
    ? [
        {
          name: `/${programOf(first)}`,
          text: first,
          kind: 'program',
          path: path.field('command').index(0),
        },
      ]
    : [];
  const variables = env.map(({ name = '' }, index): Setting => ({
    name,
    text: name,
    kind: 'variable',
    path: path.field('env').index(index).field('name'),
  }));
  return [...program, ...words('command', command), ...words('args', args), ...variables];
}

function flagIn(word: string, path: FieldPath): Setting[] {
  const text = FLAG.exec(word)?.[0];
  return text ? [{ name: text.replace(/^-+/, ''), text, kind: 'flag', path }] : [];
}

const FLAG = /^--?[A-Za-z][\w.-]*/;
