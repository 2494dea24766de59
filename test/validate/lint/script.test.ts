import { endlessPart } from '../../../lib/validate/lint/shell/endless';
import { processOf } from '../../../lib/validate/lint/shell/process';
import { scriptOf } from '../../../lib/validate/lint/shell/script';
import { tailOf } from '../../../lib/validate/lint/shell/tail';

const words = (script: string) => scriptOf(script).commands.map((command) => command.words);

test.each<[string, string[][]]>([
  ['a "b c" \'d $e\' f\\ g', [['a', 'b c', 'd $e', 'f g']]],
  ['A=1 B="x y" run --to="$A"', [['run', '--to=$A']]],
  ['a; b && c || d | e &\nf', [['a'], ['b'], ['c'], ['d'], ['e'], ['f']]],
  ['a > /out 2>&1 < /in b', [['a', 'b']]],
  ['a # no; b\nc#d', [['a'], ['c#d']]],
  [
    'a $(b; c "d)" ) `e; f` ${g:-h; i} $((1 + 2))',
    [['a', '$(b; c "d)" )', '`e; f`', '${g:-h; i}', '$((1 + 2))']],
  ],
  ['cat <<EOF > /f; b\nwhile true; do\nEOF\nc', [['cat'], ['b'], ['c']]],
  ["cat <<-'E F'\n\tx; y\n\tE F\nc", [['cat'], ['c']]],
  ['if a; then b; elif c; then d; else e; fi', [['a'], ['b'], ['c'], ['d'], ['e']]],
  [
    'echo if then; "if" x',
    [
      ['echo', 'if', 'then'],
      ['if', 'x'],
    ],
  ],
  ['a \\\n  b', [['a', 'b']]],
])('%j is read', (script, expected) => {
  expect(words(script)).toEqual(expected);
});

test.each([
  '"',
  "'",
  '$(',
  '${',
  '`',
  '\\',
  '<<',
  '<<EOF',
  '(',
  ')',
  'done',
  'fi',
  '}',
  'while',
  '| |',
  '$',
  '&&&',
  'for',
  '\0',
])('%j is no error', (script) => {
  expect(() => [
    words(script),
    words(`a ${script} b`),
    endlessPart(processOf({ command: ['sh', '-c', script] })),
  ]).not.toThrow();
});

test('loops have their condition and body', () => {
  const { loops } = scriptOf('until a; b; do c; while d; do e; done; done; f');
  const programs = (commands: (typeof loops)[number]['body']) => commands.map((command) => command.words[0]);
  expect(loops.map(({ keyword, condition, body }) => [keyword, programs(condition), programs(body)])).toEqual(
    [
      ['until', ['a', 'b'], ['c', 'd', 'e']],
      ['while', ['d'], ['e']],
    ],
  );
});

test.each<[string, string | undefined]>([
  ['while true; do a; done', 'while true'],
  ['until false; do a; done', 'until false'],
  ['while :; do while true; do a; done; done', 'while :'],
  ['a; tail -n 5 -F /x', 'tail -F'],
  ['a && exec tail -f /dev/null', 'tail -f'],
  ['tail -F /x | while IFS= read -r line; do echo "$line"; done', 'tail -F'],
  ['sleep inf', 'sleep inf'],
  ['while ! false; do a; done', undefined],
  ['while true; do a || break; done', undefined],
  ['while true; do a; done &\nb', undefined],
  ['{ while true; do a; done; } & b', undefined],
  ['( while true; do a; done ) & b', undefined],
  ['f() { while true; do a; done; }; g', undefined],
  ['if a; then tail -f /x; fi', undefined],
  ['a || sleep infinity', undefined],
  ['tail -F /x | grep -q done', undefined],
  ['tail --pid=7 -f /x', undefined],
  ['tail -n 5 /x', undefined],
  ['exit 0; tail -f /x', undefined],
  ['sleep 5', undefined],
  ['while sleep 5; do a; done', 'while sleep 5'],
  ['pause() { sleep 5 & wait "$!"; }; while pause; do a; done', 'while pause'],
  ['f() { while true; do a; done; }; f', 'while true'],
  ['function f { tail -F /x; }; f', 'tail -F'],
  ['function f() { tail -F /x; }; f', 'tail -F'],
  ['f() {\n  exit 0\n}\nf\ntail -F /x', undefined],
  ['f() { return; tail -F /x; }; f', undefined],
  ['f() { exit 0; }; while true; do if a; then f; fi; done', undefined],
  ['f() { return 1; }; while true; do f; done', 'while true'],
  ['f() { f; }; f; tail -F /x', undefined],
  ['f() if a; then b; fi; tail -F /x', undefined],
  ['trap "exit 0" TERM; tail -F /x & wait $!', 'tail -F'],
  ['tail -F /x & a & wait', 'tail -F'],
  ['tail -F /x & a & wait "$!"', undefined],
  ['tail -F /x & a & wait -n', undefined],
  ['tail -F /x & a; kill "$!"; wait', undefined],
  ['stop() { kill "$tail"; }; tail -F /x & tail=$!; a; stop; wait', undefined],
  ['tail -F /x & tail=$!; while kill -0 "$tail"; do sleep 1; done', 'tail -F'],
  ['a & while kill -0 "$!"; do sleep 1; done', undefined],
  ['while true; do a; done & wait', 'while true'],
  ['{ while true; do a; done; } & wait', 'while true'],
  ['( sleep inf ) & wait', 'sleep inf'],
  ['{ while true; do a; done; } & exit 0', undefined],
  ['tail -F /x | while read -r l; do echo "$l"; done & a', undefined],
  ['tail -F /x | cat & a', undefined],
  ['while true; do a; kill -9 "$old"; done', 'while true'],
  ['while true; do pkill -HUP nginx; sleep 5; done', 'while true'],
  ['while true; do pkill sh; sleep 5; done', undefined],
  ['while true; do a; kill -9 $$; done', undefined],
  ['while true; do a; kill `cat /pid`; done', undefined],
  ['exec 2>&1; tail -F /x', 'tail -F'],
  ['[ -d /x ] || { echo none; exit 1; }; tail -F /x', 'tail -F'],
  ['[ -d /x ] || { echo none; exit 0; }; tail -F /x', undefined],
  ['[ "$1" = debug ] && sleep inf; a', undefined],
  ['case $1 in a) b;; (c) exit 0;; esac; tail -F /x', undefined],
  ['( case $1 in a) b;; esac; tail -F /x ) & wait', 'tail -F'],
])('%j: %s never ends', (script, part) => {
  expect(endlessPart(processOf({ command: ['sh', '-c', script] }))).toBe(part);
});

test.each<[string, { files: string[]; retries: boolean } | undefined]>([
  ['tail -f /a', { files: ['/a'], retries: false }],
  ['tail -fn 100 /a', { files: ['/a'], retries: false }],
  ['tail -n +1 -F -- /a -b', { files: ['/a'], retries: true }],
  ['/usr/bin/tail -100f /a /b', { files: ['/a', '/b'], retries: false }],
  ['tail --follow=name --retry --lines 5 /a', { files: ['/a'], retries: true }],
  ['tail -n 5 /a', undefined],
  ['tail /f', undefined],
])('%s follows', (script, tail) => {
  expect(tailOf(scriptOf(script).commands[0])).toEqual(
    tail && { ...tail, files: tail.files.filter((file) => !file.startsWith('-')) },
  );
});

test('a process is that of its command, or of arguments that begin with a shell', () => {
  expect(processOf({ args: ['--flag'] }).argv).toEqual([]);
  expect(processOf({ args: ['/bin/sh', '-c', 'a b'] }).script.commands[0].words).toEqual(['a', 'b']);
  expect(processOf({ command: ['bash', '-eo', 'pipefail', '-c'], args: ['a', 'b'] })).toMatchObject({
    script: { text: 'a' },
    parameters: ['b'],
  });
  expect(processOf({ command: ['sh', '/script', '-c'] }).parameters).toBeUndefined();
});
