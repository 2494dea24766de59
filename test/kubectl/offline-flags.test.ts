import { KUBECTL } from '../../lib/cli/kubectl/tree';
import { findCommand } from '../../lib/cli/kubectl/find';
import type { Flag } from '../../lib/kubectl/flags/flag';
import { GLOBAL_FLAGS } from '../../lib/kubectl/flags/global';
import { printed } from '../support/kubectl';
import { argvOf, EXAMPLES, FILES } from './examples';

const TEXTS: { readonly [flag: string]: string } = { cascade: 'orphan', validate: 'warn', from: 'cronjob/c' };

/** A flag with a value that is not its initial one. */
function given(name: string, { type, initial }: Flag): string {
  if (type === 'bool') return `--${name}=${!initial}`;
  return `--${name}=${TEXTS[name] ?? (type === 'duration' ? '9s' : type.startsWith('int') ? '9' : 'some')}`;
}

/** It needs a certificate, and has no flags of this sort but those of all `create` commands. */
const { 'create secret tls': _, ...others } = EXAMPLES;

const cases = Object.values(others).map((example) => {
  const argv = argvOf(example);
  const { path, command } = findCommand(KUBECTL, argv, 36);
  return { path, argv, flags: Object.entries<Flag>({ ...GLOBAL_FLAGS, ...command.flags }) };
});

const withFlag = (argv: readonly string[], name: string, flag: Flag) =>
  printed([...argv, given(name, flag)], FILES);

it.each(cases)('$path passes over flags that are said to have no effect', ({ argv, flags }) => {
  const plain = printed(argv, FILES);
  expect(plain).toMatchObject({ code: 0 });
  const notice = /^Flag --[\w-]+ has been deprecated, .*\n/m;
  const differing = flags.filter(([name, flag]) => {
    const { code, stdout, stderr } = withFlag(argv, name, flag);
    return (
      flag.offline === 'ignored' &&
      (code !== 0 || stdout !== plain.stdout || stderr.replace(notice, '') !== plain.stderr)
    );
  });
  expect(differing.map(([name]) => name)).toEqual([]);
});

it.each(cases)('$path refuses flags that are said to be refused', ({ argv, flags }) => {
  const accepted = flags.filter(
    ([name, flag]) => flag.offline === 'refused' && withFlag(argv, name, flag).code === 0,
  );
  expect(accepted.map(([name]) => name)).toEqual([]);
});

it('looks at every other command that does something', () => {
  const paths = (command: typeof KUBECTL, path: string): string[] => [
    ...(Object.keys(command.flags).length && command !== KUBECTL ? [path] : []),
    ...(command.subcommands ?? []).flatMap((below) => paths(below, `${path} ${below.name}`)),
  ];
  expect(cases.map(({ path }) => path).sort()).toEqual(
    paths(KUBECTL, 'kubectl')
      .filter((path) => path !== 'kubectl create secret tls')
      .sort(),
  );
});
