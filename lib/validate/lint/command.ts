import { json, quote } from '../../go/format';
import type { Lint } from './pod';
import { isShell, processOfWords, programOf } from './shell/process';
import { defineRule } from '../rule';
import { tokensOf } from './shell/tokens';
import { runsSeveralWords, runsShell } from './predicates';

/** Programs whose name, with arguments behind, is definitely not a file name. */
const PROGRAMS: ReadonlySet<string> = new Set([
  ...['sh', 'bash', 'ash', 'dash', 'env', 'exec', 'sudo', 'timeout', 'test', '['],
  ...[
    'tail',
    'sleep',
    'echo',
    'printf',
    'cat',
    'cp',
    'mv',
    'rm',
    'ls',
    'ln',
    'touch',
    'mkdir',
    'chmod',
    'chown',
  ],
  ...['grep', 'sed', 'awk', 'find', 'date', 'kill', 'pkill', 'pgrep', 'pidof', 'killall', 'stat', 'cd'],
  ...['curl', 'wget', 'nc', 'ping', 'nslookup', 'dig', 'openssl', 'grpc_health_probe'],
  ...[
    'nginx',
    'node',
    'npm',
    'npx',
    'yarn',
    'pnpm',
    'python',
    'python3',
    'java',
    'ruby',
    'php',
    'perl',
    'go',
  ],
  ...['redis-server', 'redis-cli', 'mysqld', 'mysql', 'mysqladmin', 'psql', 'pg_isready', 'mongo', 'mongosh'],
  ...['kubectl', 'apachectl', 'supervisorctl', 'rabbitmqctl', 'rabbitmq-diagnostics', 'celery', 'gunicorn'],
]);

/** No shell takes the first item of a command apart: the whole of it is looked for as one file. */
export const COMMAND_ONE_STRING = defineRule<Lint>({
  id: 'command-one-string',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: '`command: ["nginx -g …"]`, also in a probe or a hook, or in `args` that are the command',
  why: 'no shell splits the item into words, and no program has that name, so it never starts',
  suggestion: 'use one item per word, or `["sh", "-c", "…"]`',
  when: [runsSeveralWords],
  judge({ containers, spec }, report) {
    if (spec.os?.name === 'windows') return;
    for (const container of containers) {
      for (const command of container.commands) {
        const first = command.words[0].trim();
        if (command.use === 'arguments' || !first.includes(' ') || !isCommandLine(first)) continue;
        report(
          command.at(0),
          `${quote(first)} is used as the name of a program: no shell splits it into words`,
          suggestionOf(first),
        );
      }
    }
  },
});

const SCRIPT_FILE = /\.(sh|py|rb|pl|js|jar)$/;
const IN_PROGRAM_FOLDER = /^\/(usr\/(local\/)?)?s?bin\/[^/]+$/;

/** Whether a text is a program with arguments, and cannot be the name of a file. */
function isCommandLine(text: string): boolean {
  const [program, next] = text.split(/\s+/);
  if (program.includes('\\')) return false;
  if (next.startsWith('-') || PROGRAMS.has(programOf(program)) || SCRIPT_FILE.test(program)) return true;
  return IN_PROGRAM_FOLDER.test(program) || (!program.includes('/') && next.startsWith('/'));
}

/** What a shell makes something else of. */
const EXPANDED = /[$`*?~]/;
/** A shell with its options, and its script if there is one: `sh -c "echo a"`. */
const SHELL_LINE = /^(\S+(?:\s+-\w+)*)(?:\s+(?!-\w)(["']?)(\S[^]*)\2)?$/;

function suggestionOf(text: string): string {
  const [, shell, , script] = (isShell(text.split(/\s+/)[0]) && SHELL_LINE.exec(text)) || [];
  if (shell) return `use one item per word: ${json([...shell.split(/\s+/), ...(script ? [script] : [])])}`;
  const tokens = [...tokensOf(text)];
  return EXPANDED.test(text) || tokens.some(({ form }) => form !== 'word')
    ? `let a shell split it: ["sh", "-c", ${quote(text)}]`
    : `use one item per word: ${json(tokens.map((token) => token.text))}`;
}

const PARAMETERS = /\$[0-9@*#{]|shift|for \w+;? *do|set --|getopts/;

/** `sh -c` takes one item as its script: words after it are its parameters, which this one does not use. */
export const SHELL_ARGUMENTS = defineRule<Lint>({
  id: 'shell-arguments',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'unused arguments after the script of `sh -c`, also in a probe or a hook',
  why: 'the shell uses only one item as its script: `["sh", "-c", "echo", "hello"]` prints an empty line',
  suggestion: 'pass the whole script as one item',
  when: [runsShell],
  judge({ containers }, report) {
    for (const { words, path } of containers.flatMap(({ commands }) => commands)) {
      if (!isShell(words[0])) continue;
      const {
        script: { text },
        parameters = [],
      } = processOfWords(words);
      if (!parameters.length || PARAMETERS.test(text) || !isLost(text, parameters)) continue;
      report(
        path,
        `the shell runs ${quote(text.trim().split('\n')[0].slice(0, 60))} and ignores ${quote(parameters[0])}, which follows it`,
        wholeScript(text, parameters),
      );
    }
  },
});

/** A single word after a script of several is taken for its name. */
const isLost = (script: string, parameters: readonly string[]) =>
  !/\s/.test(script.trim()) || parameters.length > 1 || /\s|^-./.test(parameters[0]);

/** Words that have to be one; where more than one is a script of its own, what is meant is not known. */
function wholeScript(script: string, parameters: readonly string[]): string {
  const words = [script.trim(), ...parameters];
  const whole = words.some((word) => /\s/.test(word)) ? '' : `: ${quote(words.join(' '))}`;
  return `pass the whole script as one item after -c${whole}`;
}
