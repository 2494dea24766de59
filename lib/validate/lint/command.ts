import { json, quote } from '../../go/format';
import type { Lint } from './pod';
import { isShell, programOf } from './shell/process';
import { defineRule } from '../rule';
import { hasCommand, runsShell } from './predicates';

/** Programs whose name, with arguments behind, is definitely not a file name. */
const PROGRAMS: ReadonlySet<string> = new Set([
  'sh',
  'bash',
  'ash',
  'dash',
  'tail',
  'sleep',
  'echo',
  'cat',
  'cp',
  'nginx',
  'node',
  'npm',
  'python',
  'python3',
  'java',
  'redis-server',
  'mysqld',
]);

/** No shell takes the first item of a command apart: the whole of it is looked for as one file. */
export const COMMAND_ONE_STRING = defineRule<Lint>({
  id: 'command-one-string',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: '`command: ["nginx -g …"]`',
  why: 'no shell splits the item into words, and no program has that name, so the container never starts',
  suggestion: 'use one item per word, or `["sh", "-c", "…"]`',
  when: [hasCommand],
  judge({ containers, spec }, report) {
    if (spec.os?.name === 'windows') return;
    for (const container of containers) {
      const first = container.spec.command?.[0]?.trim();
      if (!first || !first.includes(' ')) continue;
      const [program, next] = first.split(/\s+/);
      if (program.includes('\\') || !(next.startsWith('-') || PROGRAMS.has(programOf(program)))) continue;
      report(
        container.path.field('command').index(0),
        `${quote(first)} is used as the name of a program: no shell splits it into words`,
        suggestionOf(program, first),
      );
    }
  },
});

function suggestionOf(program: string, text: string): string {
  if (isShell(program)) return `use one item per word: ${json(text.split(/\s+/))}`;
  return `use one item per word, or ["sh", "-c", ${quote(text)}]`;
}

const PARAMETERS = /\$[0-9@*#{]|shift|for \w+;? *do|set --|getopts/;

/** `sh -c` takes one item as its script: words after it are its parameters, which this one does not use. */
export const SHELL_ARGUMENTS = defineRule<Lint>({
  id: 'shell-arguments',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'unused arguments after the script of `sh -c`',
  why: 'the shell uses only one item as its script: `["sh", "-c", "echo", "hello"]` prints an empty line',
  suggestion: 'pass the whole script as one item',
  when: [runsShell],
  judge({ containers }, report) {
    for (const container of containers) {
      if (!container.hasProgram || !isShell(container.spec.command?.[0] ?? container.spec.args?.[0])) {
        continue;
      }
      const {
        script: { text },
        parameters = [],
      } = container.process;
      if (!parameters.length || PARAMETERS.test(text) || !isLost(text, parameters)) continue;
      report(
        container.programPath,
        `the shell runs ${quote(text.trim().split('\n')[0].slice(0, 60))} and ignores ${quote(parameters[0])}, which follows it`,
        'pass the whole script as one item after -c',
      );
    }
  },
});

/** A single word after a script of several is taken for its name. */
const isLost = (script: string, parameters: readonly string[]) =>
  !/\s/.test(script.trim()) || parameters.length > 1 || /\s|^-./.test(parameters[0]);
