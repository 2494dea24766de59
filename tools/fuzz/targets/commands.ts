import { kubectl } from '../../../lib/cli/kubectl/main';
import { run } from '../../../lib/cli/program';
import type { World } from '../../../lib/cli/world';
import type { Random } from '../random';
import type { Target } from '../target';
import { mutatedText } from '../texts';
import { anyText } from './manifests';

/** Command lines that read standard input; each may be changed, too. */
const KUBECTL = [
  'create -f - --dry-run=client -o yaml',
  'create -f - --dry-run=server',
  'create -f - --dry-run=client -o json --save-config',
  'apply -f - --dry-run=client',
  'label -f - --local a=b -o yaml',
  'annotate -f - --local a=b -o yaml',
  'set image -f - --local *=nginx:1.27 -o yaml',
  'set env -f - --local A=b -o yaml',
  'set resources -f - --local --limits=cpu=1 -o yaml',
  'set serviceaccount -f - --local a -o yaml',
  'set subject -f - --local --user=a -o yaml',
  'set selector -f - --local a=b -o yaml',
  'patch -f - --local --type=merge -p {"spec":{"a":null}} -o yaml',
  'expose -f - --port=80 --dry-run=client -o yaml',
  'autoscale -f - --max=3 --dry-run=client -o yaml',
  'create -f - --dry-run=client -o jsonpath={.items[?(@.a==1)].b}',
  'create -f - --dry-run=client -o go-template={{range.items}}{{.a}}{{end}}',
  'run a --image=nginx --dry-run=client -o yaml --overrides={"spec":{}}',
  'create configmap a --from-literal=a=b --dry-run=client -o yaml',
  'create role a --verb=get --resource=pods --dry-run=client -o yaml',
  'create ingress a --rule=a/b=c:80 --dry-run=client -o yaml',
  'create quota a --hard=cpu=1 --dry-run=client -o yaml',
];
const OWN = [
  'validate -',
  'validate - --format=json',
  'validate - --format=sarif',
  'validate - --format=junit',
  'validate - --format=github',
  'validate - --format=status',
  'validate - --summary',
  'validate - --pod-security=restricted',
  'validate - --kubernetes-version=1.30,1.36',
  'explain-rule image-tag',
  'completion bash',
  'help',
];

interface CommandLine {
  readonly argv: readonly string[];
  readonly stdin: string;
}

const made =
  (lines: readonly string[]) =>
  (random: Random): CommandLine => {
    const argv = random
      .pick(lines)
      .split(' ')
      .map((word) => (random.chance(0.1) ? mutatedText(word, random) : word));
    return { argv, stdin: anyText(random) };
  };

/** A world that holds nothing but standard input. */
function worldOf(stdin: string): World & { said: string } {
  const missing = (): never => {
    throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  };
  return {
    said: '',
    cwd: '/fuzz',
    env: {},
    cores: 1,
    now: () => 0,
    rest: () => Promise.resolve(),
    flush: () => undefined,
    out(text) {
      this.said += text;
    },
    err(text) {
      this.said += text;
    },
    progress: () => undefined,
    open: (file) => (file === '-' ? [Buffer.from(stdin)] : missing()),
    kindOf: () => undefined,
    list: missing,
    realPath: (path) => path,
    create: missing,
    isTerminal: () => false,
    watch: () => ({ ready: Promise.resolve(), stop: () => Promise.resolve() }),
    onInterrupt: (interrupted) => interrupted(),
  };
}

export const KUBECTL_COMMANDS: Target = {
  name: 'commands of kubectl',
  make: made(KUBECTL),
  run(input) {
    const { argv, stdin } = input as CommandLine;
    const files = { isFolder: absent, read: absent, list: absent, entries: absent };
    const { stdout, stderr } = kubectl(argv, {
      files,
      environment: {},
      now: () => new Date(0),
      pid: 1,
      stdin: () => Buffer.from(stdin),
      random: () => 'abcde',
      isWatched: () => false,
    });
    return stdout + stderr;
  },
};

function absent(): never {
  throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
}

export const OWN_COMMANDS: Target = {
  name: 'own commands',
  make: made(OWN),
  async run(input) {
    const { argv, stdin } = input as CommandLine;
    const world = worldOf(stdin);
    await run(argv, world);
    return world.said;
  },
};
