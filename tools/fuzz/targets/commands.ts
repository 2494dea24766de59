import { kubectl } from '../../../lib/cli/kubectl/main';
import { run } from '../../../lib/cli/program';
import { worldOf } from '../../../test/support/kubectl';
import { memoryWorld } from '../../../test/support/memory-world';
import { anyFlags, type CommandLine, KUBECTL_LEAVES, ownLine, RECORDED_LINES } from '../command-lines';
import type { Random } from '../random';
import { definitionOf, resourceOf, schemaPart, valueFor } from '../schemas';
import type { Target } from '../target';
import { mutatedText } from '../texts';
import { anyText } from './manifests';

/** Command lines that read standard input, as users write them. */
const FROM_STDIN = [
  'create -f - --dry-run=client -o yaml',
  'create -f - --dry-run=server',
  'create -f - --dry-run=client -o json --save-config',
  'apply -f - --dry-run=client',
  'apply -f - --dry-run=server -o yaml',
  'label -f - --local a=b -o yaml',
  'annotate -f - --local a=b -o yaml',
  'set image -f - --local *=nginx:1.27 -o yaml',
  'set env -f - --local A=b -o yaml',
  'set env -f - --local --list',
  'set resources -f - --local --limits=cpu=1 -o yaml',
  'set serviceaccount -f - --local a -o yaml',
  'set subject -f - --local --user=a -o yaml',
  'set selector -f - --local a=b -o yaml',
  'patch -f - --local --type=merge -p {"spec":{"a":null}} -o yaml',
  'patch -f - --local -p {"spec":{"containers":[{"name":"a"}]}} -o yaml',
  'patch -f - --local --type=json -p [{"op":"remove","path":"/spec"}] -o yaml',
  'expose -f - --port=80 --dry-run=client -o yaml',
  'autoscale -f - --max=3 --dry-run=client -o yaml',
  'create -f - --dry-run=client -o jsonpath={.items[?(@.a==1)].b}',
  'create -f - --dry-run=client -o go-template={{range.items}}{{.a}}{{end}}',
  'create -f a.yaml -f folder --dry-run=client -o name',
  'create job a --from=cronjob/b -f - --dry-run=client -o yaml',
  'create configmap a --from-file=a.yaml --from-env-file=folder/b.yaml --dry-run=client -o yaml',
];

const CONFIG =
  'kubernetesVersion: "1.34"\npodSecurity: restricted\npaths: [folder]\nignore: ["*.txt"]\ncustomResources: [argoproj.io]\ncrds: [crds]\npodTemplates: [Thing.example.com=spec.a:PodSpec]\nrules:\n  resources: off\n';

/** Words changed, gone, or there twice: most of them are left as they are. */
function changedWords(words: readonly string[], random: Random): string[] {
  return words.flatMap((word) => {
    if (random.chance(0.9)) return [word];
    return random.chance(0.6) ? [mutatedText(word, random)] : random.chance(0.5) ? [] : [word, word];
  });
}

const filesFor = (files: CommandLine['files'], random: Random) =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      random.chance(0.5) ? mutatedText(text, random) : anyText(random),
    ]),
  );

/** One that is recorded, one that reads standard input, or a command with any flags. */
function kubectlLine(random: Random): CommandLine {
  const files = filesFor({ 'a.yaml': '', 'folder/b.yaml': '' }, random);
  const stdin = anyText(random);
  const [words, command] = random.pick([...KUBECTL_LEAVES]);
  switch (random.below(3)) {
    case 0:
      return {
        argv: [
          ...random.pick(FROM_STDIN).split(' '),
          ...(random.chance(0.3) ? anyFlags(command, random) : []),
        ],
        stdin,
        files,
      };
    case 1:
      return {
        argv: [...words.split(' '), 'a', '-f', '-', '--dry-run=client', ...anyFlags(command, random)],
        stdin,
        files,
      };
    default:
      return recordedLine(random);
  }
}

function recordedLine(random: Random): CommandLine {
  const { argv, stdin, files } = random.pick(RECORDED_LINES);
  if (random.chance(0.3)) return { argv, stdin, files };
  return { argv, stdin: stdin && mutatedText(stdin, random), files: filesFor(files, random) };
}

export const KUBECTL_COMMANDS: Target = {
  name: 'commands of kubectl',
  make(random) {
    const line = kubectlLine(random);
    return { ...line, argv: changedWords(line.argv, random) };
  },
  run(input) {
    const { argv, stdin, files = {} } = input as CommandLine;
    const { stdout, stderr } = kubectl(argv, worldOf(files, stdin));
    return stdout + stderr;
  },
};

/** A definition and a resource of it, now and then. */
function customFiles(random: Random): CommandLine['files'] {
  if (random.chance(0.6)) return {};
  const schema = schemaPart(random, 3);
  const resource = resourceOf(valueFor(schema, random, 3));
  const [crd, custom] = [definitionOf(schema), resource].map((value) => JSON.stringify(value));
  return { 'crds/a.yaml': random.chance(0.9) ? crd : mutatedText(crd, random), 'custom.yaml': custom };
}

export const OWN_COMMANDS: Target = {
  name: 'own commands',
  make(random) {
    const files = filesFor({ 'a.yaml': '', 'folder/b.yaml': '' }, random);
    const config = random.chance(0.3)
      ? { 'pod-patterns.yaml': random.chance(0.5) ? CONFIG : mutatedText(CONFIG, random) }
      : {};
    return {
      argv: changedWords(random.chance(0.02) ? ['help'] : ownLine(random), random),
      stdin: anyText(random),
      files: { ...files, ...customFiles(random), ...config },
    };
  },
  async run(input) {
    const { argv, stdin, files = {} } = input as CommandLine;
    const world = memoryWorld({ ...files, '-': stdin });
    await run(argv, { ...world, cores: 1, onInterrupt: (interrupted) => interrupted() });
    return world.said.out + world.said.err;
  },
};
