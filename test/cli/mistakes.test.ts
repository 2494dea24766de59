import { run } from '../../lib/cli/program';
import { kubectl } from '../../lib/cli/kubectl/main';
import { worldOf } from '../support/kubectl';
import { type Files, memoryWorld } from '../support/memory-world';

/* What is said of the mistakes that people make: where it is, what stands there, and what to write. */

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const FILES: Files = { 'ok.yaml': CONFIG_MAP, 'k8s/a.yaml': CONFIG_MAP, 'empty/readme.md': '', '-': '' };

async function told(
  argv: readonly string[],
  files: Files = FILES,
  terminals: readonly 'in'[] = [],
): Promise<{ code: number; line: string }> {
  const world = memoryWorld(files, { terminals });
  const code = await run(argv, world);
  return { code, line: world.said.err.split('\nTry: ')[0].trimEnd() };
}

const VALIDATE: readonly (readonly [argv: string, message: string])[] = [
  ['valdiate ok.yaml', "unknown command 'valdiate': did you mean validate?"],
  ['crate deployment web', "unknown command 'crate': did you mean create?"],
  ['anotate -f a', "unknown command 'anotate': did you mean annotate?"],
  ['deployment web', "unknown command 'deployment': did you mean create deployment?"],
  ['get pods', "unknown command 'get': kubectl get needs a cluster, and this program works without one"],
  ['ok.yaml', "unknown command 'ok.yaml': to validate a file or folder: pod-patterns validate ok.yaml"],
  ['lint k8s', "unknown command 'lint': did you mean validate?"],
  ['version', "unknown command 'version': use pod-patterns --version"],
  ['help kubectl run', "unknown command 'kubectl run': remove kubectl: pod-patterns run"],
  ['help image-tag', "unknown command 'image-tag': pod-patterns explain-rule image-tag"],
  [
    'validate --version 1.34 ok.yaml',
    '--version prints the version of this program: use --kubernetes-version=VERSION to set the Kubernetes version',
  ],
  [
    'validate -o json ok.yaml',
    '--output is a file, not a format: use --format=json, or --output=./json for a file of that name',
  ],
  [
    'validate -oyaml ok.yaml',
    '--output is a file, not a format: use --format=text, or --output=./yaml for a file of that name',
  ],
  [
    'validate --rule image-tag:warning ok.yaml',
    '--rule "image-tag:warning" has no level: use --rule image-tag=warning',
  ],
  ['validate --strict ok.yaml', "unknown option '--strict': unknown and duplicate fields are always errors"],
  ['validate --exclude=charts ok.yaml', "unknown option '--exclude=charts': did you mean --ignore?"],
  ['validate --json ok.yaml', "unknown option '--json': use --format=json"],
  [
    'validate https://example.com/a.yaml',
    'https://example.com/a.yaml: no such file or directory: URLs are not downloaded: pipe the file in, as in curl -sSf https://example.com/a.yaml | pod-patterns validate -',
  ],
  ['help valdiate', "unknown command 'valdiate': did you mean validate?"],
  ['help create deploymnt', "unknown command 'create deploymnt': did you mean create deployment?"],
  ['-v', "unknown option '-v': did you mean --version?"],
  [
    '--quiet validate ok.yaml',
    "unknown option '--quiet': it is an option of validate, so put it after the command: pod-patterns validate --quiet",
  ],
  ['validate --formt json ok.yaml', "unknown option '--formt': did you mean --format?"],
  ['validate -format json ok.yaml', "unknown option '-format': did you mean --format?"],
  ['validate --format jsn ok.yaml', 'unknown format "jsn": did you mean "json"?'],
  [
    'validate ok.yaml --format',
    '--format <FORMAT> needs a value: Output format: text, json, sarif, junit, github, status (default: text).',
  ],
  [
    'validate --format json --format sarif ok.yaml',
    '--format is given twice, as "json" and "sarif": only one report is written',
  ],
  ['validate --jobs 2 -j 4 ok.yaml', '--jobs is given twice, as "2" and "4": only one number can be used'],
  [
    'validate --fail-on error --fail-on warning ok.yaml',
    '--fail-on is given twice, as "error" and "warning": only one level can be used',
  ],
  ['validate okk.yaml', 'okk.yaml: no such file or directory: did you mean ok.yaml?'],
  ['validate empty', 'empty: no .yaml, .yml or .json files in this folder'],
  [
    'validate k8s/*.yml',
    'k8s/*.yml: no such file or directory: the shell expands patterns, but not in quotes, and this one matched no file; to read all files in a folder, name the folder',
  ],
  [
    'validate --kubernetes-version 1.34 1.35',
    '1.35: no such file or directory: pass Kubernetes versions with --kubernetes-version, separated by commas',
  ],
  [
    'validate --kubernetes-version 1.29 ok.yaml',
    'unknown Kubernetes version "1.29": use one of 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37',
  ],
  [
    'validate --kubernetes-version 1.34 --kubernetes-version 1.35 ok.yaml',
    '--kubernetes-version is given twice, as "1.34" and "1.35": separate several by commas',
  ],
  [
    'validate --pod-security restrictd ok.yaml',
    'unknown Pod Security level "restrictd": did you mean "restricted"?',
  ],
  ['validate --rule image-tga=off ok.yaml', 'unknown rule "image-tga": did you mean "image-tag"?'],
  ['validate --rule image-tag ok.yaml', '--rule "image-tag" has no level: use --rule image-tag=off'],
  ['validate --rule image-tag=of ok.yaml', 'unknown level "of" for rule "image-tag": did you mean "off"?'],
  [
    'validate --rule image-tag=off=on ok.yaml',
    'unknown level "off=on" for rule "image-tag": use error, warning, info, off',
  ],
  ['validate --rule =off ok.yaml', '--rule "=off" has no rule: use --rule image-tag=off'],
  ['validate --rule= ok.yaml', '--rule is empty: use --rule image-tag=off'],
  [
    'validate --rule image-tag=off,resources=off ok.yaml',
    '--rule "image-tag=off,resources=off" has several rules: use --rule image-tag=off --rule resources=off',
  ],
  [
    'validate --rule container-ports=off ok.yaml',
    'rule "container-ports" has no level to choose: a server refuses what it finds',
  ],
  [
    'validate --ignore [a ok.yaml',
    '--ignore: the pattern "[a" has an unclosed "[": add "]", or write \\[ for a literal [',
  ],
  [
    'validate --ignore ./k8s ok.yaml',
    '--ignore: the pattern "./k8s" matches nothing: write it without "./" before it',
  ],
  ['validate --ignore= ok.yaml', '--ignore: empty pattern "": specify a file or folder, such as charts/'],
  ['validate --output k8s ok.yaml', '--output k8s is a directory: specify a file in it'],
  [
    'validate --output nope/r.txt ok.yaml',
    '--output nope/r.txt cannot be written: its folder does not exist',
  ],
  ['validate --output ok.yaml ok.yaml', '--output ok.yaml is an input file: specify another file'],
  [
    'validate -f ok.yaml',
    "unknown option '-f': pass files and folders as arguments, as in pod-patterns validate FILE",
  ],
  [
    'validate -fok.yaml',
    "unknown option '-fok.yaml': pass files and folders as arguments, as in pod-patterns validate FILE",
  ],
  ['validate --quiet=true ok.yaml', '--quiet takes no value, but has "true": use --quiet alone or remove it'],
  ['validate --jobs many ok.yaml', '--jobs "many" is not a valid number of threads: use 1 to 999'],
  ['validate --fail-on errors ok.yaml', 'unknown level to fail on "errors": did you mean "error"?'],
  ['validate --summary --format json ok.yaml', '--summary only works with the text format, not with json'],
  ['validate --watch -', '--watch needs files or folders: standard input cannot be watched'],
  ['validate --config pod-pattern.yaml ok.yaml', '--config pod-pattern.yaml: no such file or directory'],
  [
    'validate --config okk.yaml ok.yaml',
    '--config okk.yaml: no such file or directory: did you mean ok.yaml?',
  ],
  ['explain-rule image-tga', 'unknown rule "image-tga": did you mean "image-tag"?'],
  [
    'explain-rule image-tag resources',
    'explain-rule takes one rule, not "image-tag" "resources": run it once per argument',
  ],
  ['completion', 'missing shell: use one of bash, zsh, fish'],
  ['completion powershell', 'unknown shell "powershell": use one of bash, zsh, fish'],
];

test.each(VALIDATE)('%s', async (line, message) => {
  expect(await told(line.split(' '))).toEqual({ code: 2, line: `pod-patterns: ${message}` });
});

test('validate without anything to judge, on a terminal and in a pipe', async () => {
  expect(await told(['validate'], FILES, ['in'])).toEqual({
    code: 2,
    line: 'pod-patterns: nothing to validate: specify files or folders, such as "." for the working directory, or - for standard input',
  });
  expect(await told(['validate'])).toEqual({
    code: 1,
    line: 'pod-patterns: no manifests in standard input: specify files or folders, or pipe manifests in',
  });
});

const CONFIG: readonly (readonly [config: string, message: string])[] = [
  ['ruls: {}', '1:1: unknown key "ruls": did you mean "rules"?'],
  ['kubernetes-version: "1.34"', '1:1: unknown key "kubernetes-version": did you mean "kubernetesVersion"?'],
  ['rules: [image-tag]', '1:1: a list is invalid: expected a map, such as {image-tag: error}'],
  ['rules: {image-tga: off}', '1:9: unknown rule "image-tga": did you mean "image-tag"?'],
  ['rules: {image-tag: eror}', '1:20: "eror" is invalid: did you mean "error"?'],
  ['rules: {image-tag: yes}', '1:20: yes is invalid: use one of error, warning, info, off'],
  [
    'rules: {container-ports: off}',
    '1:9: rule "container-ports" has no level to choose: a server refuses what it finds',
  ],
  ['kubernetesVersion: 1.30', '1:20: 1.30 is not a string: quote it: "1.30"'],
  [
    'kubernetesVersion: "1.29"',
    '1:20: unknown Kubernetes version "1.29": use one of 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37',
  ],
  ['podSecurity: restrictd', '1:14: unknown Pod Security level "restrictd": did you mean "restricted"?'],
  ['ignore: ["[a"]', '1:10: the pattern "[a" has an unclosed "[": add "]", or write \\[ for a literal ['],
  ['ignore: ./charts', '1:9: the pattern "./charts" matches nothing: write it without "./" before it'],
  ['paths: [""]', '1:9: empty path: specify a file or folder, such as k8s/'],
  ['paths: {a: b}', '1:1: a map is invalid: expected a list'],
  ['format: jsn', '1:9: "jsn" is invalid: did you mean "json"?'],
  [
    'rules: {',
    '1:8: did not find expected node content: close the open bracket, brace or quote before this line, or indent the line further',
  ],
  ['format: json\nformat: text', '2:1: key "format" is already set: remove one of them'],
  ['on: x', '1:1: YAML reads the key on as true: quote it: "on"'],
  ['[]', '1:1: expected a map, such as kubernetesVersion: "1.34"'],
  ['format: json\n---\nformat: text', '3:1: expected one YAML document: remove everything after ---'],
];

test.each(CONFIG)('a configuration %j', async (config, message) => {
  const { code, line } = await told(['validate', 'ok.yaml'], {
    ...FILES,
    'pod-patterns.yaml': `${config}\n`,
  });
  expect([code, line.split('\n')[0], line.match(/pod-patterns: /g)]).toEqual([
    2,
    `pod-patterns: pod-patterns.yaml:${message}`,
    ['pod-patterns: '],
  ]);
});

test.each([
  [
    'pod-patterns.yml',
    {},
    'pod-patterns.yml is ignored: rename it to pod-patterns.yaml, or use --config or --no-config',
  ],
  [
    '.pod-patternsrc',
    {},
    '.pod-patternsrc is ignored: rename it to pod-patterns.yaml, or use --config or --no-config',
  ],
  [
    'pod-patterns.yml',
    { 'pod-patterns.yaml': '{}' },
    'pod-patterns.yml is ignored: pod-patterns.yaml in the same folder is used instead: remove one of them, or use --config or --no-config',
  ],
])('a configuration in %s beside %j', async (name, beside, message) => {
  expect(await told(['validate', 'ok.yaml'], { ...FILES, ...beside, [name]: '{}' })).toEqual({
    code: 2,
    line: `pod-patterns: ${message}`,
  });
});

test('an empty configuration is told of', async () => {
  expect(await told(['validate', 'ok.yaml'], { ...FILES, 'pod-patterns.yaml': '\n' })).toEqual({
    code: 0,
    line: 'pod-patterns: pod-patterns.yaml is empty: using the defaults',
  });
});

test('a path of the configuration that leads nowhere is told with where it comes from', async () => {
  expect(await told(['validate'], { ...FILES, 'pod-patterns.yaml': 'paths: k9s\n' })).toEqual({
    code: 2,
    line: 'pod-patterns: k9s: no such file or directory, which pod-patterns.yaml names in "paths": did you mean k8s?',
  });
});

/** kubectl's own words come first, as they are. */
const KUBECTL: readonly (readonly [argv: string, stderr: string])[] = [
  [
    'run web --imgae=nginx',
    "error: unknown flag: --imgae\nSee 'kubectl run --help' for usage.\nDid you mean --image?\n",
  ],
  [
    'run web --imgae=nginx --dry-run=client -o yaml',
    "error: unknown flag: --imgae\nSee 'kubectl run --help' for usage.\nDid you mean --image?\n",
  ],
  [
    'run web -image=nginx',
    "error: unknown shorthand flag: 'm' in -mage=nginx\nSee 'kubectl run --help' for usage.\nDid you mean --image?\n",
  ],
  ['run web -x', "error: unknown shorthand flag: 'x' in -x\nSee 'kubectl run --help' for usage.\n"],
  ['run web --bogus', "error: unknown flag: --bogus\nSee 'kubectl run --help' for usage.\n"],
  ['run web --atach', "error: unknown flag: --atach\nSee 'kubectl run --help' for usage.\n"],
  ['run web --image', "error: flag needs an argument: --image\nSee 'kubectl run --help' for usage.\n"],
  ['run web', 'error: required flag(s) "image" not set\n'],
  [
    'create deploymnt',
    "error: Unexpected args: [deploymnt]\nSee 'kubectl create -h' for help and examples\nDid you mean create deployment?\n",
  ],
  [
    'create deploymnt web --image=a',
    "error: unknown flag: --image\nSee 'kubectl create --help' for usage.\nDid you mean create deployment?\n",
  ],
  [
    'create secret genric x',
    'error: unknown command "genric x"\nSee \'kubectl create secret -h\' for help and examples\nDid you mean create secret generic?\n',
  ],
  [
    'set imge -f a.yaml',
    "error: unknown shorthand flag: 'f' in -f\nSee 'kubectl set --help' for usage.\nDid you mean set image?\n",
  ],
  [
    'create nothing-like-it x',
    "error: Unexpected args: [nothing-like-it x]\nSee 'kubectl create -h' for help and examples\n",
  ],
  [
    'run web --image=a --dry-run=cleint',
    'error: Invalid dry-run value (cleint). Must be "none", "server", or "client".\n',
  ],
  [
    'run web --image=a --kubernetes-version=1.20',
    'error: unknown Kubernetes version "1.20": use one of 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37\n',
  ],
  // The first command is the value of a flag.
  ['-n run nope', 'error: unknown command "nope" for "kubectl"\n'],
  ['-n run exposee', 'error: unknown command "exposee" for "kubectl"\n\nDid you mean this?\n\texpose\n'],
  ['label -f nope.yaml a=b --local', 'error: the path "nope.yaml" does not exist\n'],
];

test.each(KUBECTL)('%s', (line, stderr) => {
  expect(kubectl(line.split(' '), worldOf())).toEqual({ code: 1, stdout: '', stderr });
});

test("kubectl's answer to an unknown command stays alone where a program reads it", () => {
  const argv = ['create', 'deploymnt', 'web', '--image=a', '--dry-run=client', '-o', 'yaml'];
  const alone = "error: unknown flag: --image\nSee 'kubectl create --help' for usage.\n";
  expect(kubectl(argv, worldOf()).stderr).toBe(alone);
  expect(kubectl(argv, { ...worldOf(), isTerminal: () => true }).stderr).toBe(
    `${alone}Did you mean create deployment?\n`,
  );
});

test('no mistake ends in an error of the program', async () => {
  for (const [line] of VALIDATE) {
    expect((await told(line.split(' '))).line).not.toMatch(/TypeError|\n {4}at /);
  }
});
