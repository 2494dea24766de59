import { KUBECTL } from '../../lib/cli/kubectl/commands';
import { findCommand } from '../../lib/cli/kubectl/find';
import type { Flag } from '../../lib/kubectl/flags/flag';
import { GLOBAL_FLAGS } from '../../lib/kubectl/flags/global';
import { printed } from '../support/kubectl';

const FILES = {
  'web.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {a: b}}\nspec: {containers: [{name: web, image: nginx}]}\n',
  'deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {}\n',
  'service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n',
  'binding.yaml':
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: web}\nroleRef: {kind: Role, name: r}\n',
};

/**
 * A command line of each command; `create secret tls`, which needs a certificate, has no flags of this sort
 * but those of all `create` commands.
 */
const COMMANDS = [
  'annotate -f web.yaml --local c=d',
  'apply -f web.yaml',
  'autoscale -f deployment.yaml --max=3',
  'create -f web.yaml',
  'create namespace n',
  'create quota q --hard=pods=1',
  'create secret docker-registry s --docker-username=u --docker-password=p',
  'create secret generic s',
  'create configmap c',
  'create serviceaccount s',
  'create service clusterip s --tcp=80',
  'create service nodeport s --tcp=80',
  'create service loadbalancer s --tcp=80',
  'create service externalname s --external-name=example.com',
  'create deployment d --image=nginx',
  'create clusterrole r --verb=get --resource=pods',
  'create clusterrolebinding b --clusterrole=r',
  'create role r --verb=get --resource=pods',
  'create rolebinding b --role=r',
  'create poddisruptionbudget p --selector=a=b --min-available=1',
  'create priorityclass p --value=1',
  'create job j --image=nginx',
  'create cronjob j --image=nginx --schedule=0/5',
  'create ingress i --rule=a/b=c:80',
  'expose -f web.yaml --port=80',
  'label -f web.yaml --local c=d',
  'patch -f web.yaml --local --patch={}',
  'run web --image=nginx',
  'set env -f web.yaml --local A=b',
  'set image -f web.yaml --local web=redis',
  'set resources -f web.yaml --local --limits=cpu=1',
  'set selector -f service.yaml --local a=b',
  'set serviceaccount -f web.yaml --local s',
  'set subject -f binding.yaml --local --user=u',
].map((line) => `${line} --dry-run=client -o yaml`);

const TEXTS: { readonly [flag: string]: string } = { cascade: 'orphan', validate: 'warn', from: 'cronjob/c' };

/** A flag with a value that is not its initial one. */
function given(name: string, { type, initial }: Flag): string {
  if (type === 'bool') return `--${name}=${!initial}`;
  return `--${name}=${TEXTS[name] ?? (type === 'duration' ? '9s' : type.startsWith('int') ? '9' : 'some')}`;
}

const cases = COMMANDS.map((line) => {
  const argv = line.split(' ');
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
