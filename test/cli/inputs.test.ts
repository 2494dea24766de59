import { run } from '../../lib/cli/program';
import { failure, type Files, memoryWorld, type MemoryOptions } from '../support/memory-world';

const pod = (name: string, image = 'nginx:1') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: app, image: "${image}"}]}\n`;

async function validate(files: Files, argv: readonly string[], options?: MemoryOptions) {
  const world = memoryWorld(files, options);
  const code = await run(['validate', ...argv], world);
  return { code, ...world.said, files: world.files };
}

/** Files that were judged, by the report of a server's statuses. */
async function judged(files: Files, argv: readonly string[], options?: MemoryOptions) {
  const { out, ...rest } = await validate(files, ['--format', 'status', ...argv], options);
  return {
    ...rest,
    names: out
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { file: string }).file),
  };
}

describe('a folder', () => {
  const FILES: Files = {
    'k8s/b.yaml': pod('b'),
    'k8s/a.yml': pod('a'),
    'k8s/c.json': '{"apiVersion": "v1", "kind": "Pod"}',
    'k8s/d.YAML': pod('d'),
    'k8s/web/deep/e.yaml': pod('e'),
    'k8s/.git/f.yaml': pod('f'),
    'k8s/.hidden.yaml': pod('h'),
    'k8s/node_modules/x/g.yaml': pod('g'),
    'k8s/read.me': 'text',
    'k8s/pod-patterns.yaml': '{}',
    'other.yaml': pod('other'),
  };

  test('is read with the folders in it, sorted, without what is hidden or of others', async () => {
    expect(await judged(FILES, ['k8s'])).toMatchObject({
      names: ['k8s/a.yml', 'k8s/b.yaml', 'k8s/c.json', 'k8s/d.YAML', 'k8s/web/deep/e.yaml'],
      err: '',
    });
  });

  test('comes in its turn, and a file that is named twice but once', async () => {
    expect((await judged(FILES, ['other.yaml', 'k8s/web', './k8s/b.yaml', 'k8s'])).names).toEqual([
      'other.yaml',
      'k8s/web/deep/e.yaml',
      './k8s/b.yaml',
      'k8s/a.yml',
      'k8s/c.json',
      'k8s/d.YAML',
    ]);
  });

  test('that a link inside of it leads back to is read once', async () => {
    expect(
      (
        await judged({ 'k8s/a.yaml': pod('a'), 'k8s/in/b.yaml': pod('b') }, ['k8s'], {
          links: { 'k8s/in/loop': '../../k8s', 'k8s/twin': 'in' },
        })
      ).names,
    ).toEqual(['k8s/a.yaml', 'k8s/in/b.yaml']);
  });

  test('without manifests is told of, and the others are judged', async () => {
    expect(await judged({ 'docs/a.md': '', 'a.yaml': pod('a') }, ['docs', 'a.yaml'])).toMatchObject({
      code: 2,
      names: ['a.yaml'],
      err: 'pod-patterns: docs: no .yaml, .yml or .json files in this folder\n',
    });
  });

  test('that may not be read is told of', async () => {
    const world = memoryWorld(FILES);
    const list = (folder: string) => {
      if (folder === 'k8s/web') throw failure('EACCES');
      return world.list(folder);
    };
    expect(await run(['validate', 'k8s', '--summary'], { ...world, list })).toBe(2);
    expect(world.said.err).toBe('pod-patterns: k8s/web: permission denied\n');
  });
});

describe('files that are left out', () => {
  const FILES: Files = {
    'k8s/a.yaml': pod('a'),
    'k8s/charts/x/b.yaml': pod('b'),
    'k8s/values.yaml': 'a: 1',
    'k8s/keep/values.yaml': pod('c'),
  };

  test.each([
    [
      ['--ignore', 'charts/'],
      ['k8s/a.yaml', 'k8s/keep/values.yaml', 'k8s/values.yaml'],
    ],
    [['--ignore', 'values.yaml', '--ignore', 'b.*'], ['k8s/a.yaml']],
    [
      ['--ignore', 'values.yaml', '--ignore', '!k8s/keep/values.yaml'],
      ['k8s/a.yaml', 'k8s/charts/x/b.yaml', 'k8s/keep/values.yaml'],
    ],
    [
      ['--ignore', '/k8s/values.yaml'],
      ['k8s/a.yaml', 'k8s/charts/x/b.yaml', 'k8s/keep/values.yaml'],
    ],
    [
      ['--ignore', 'k8s/**/b.yaml'],
      ['k8s/a.yaml', 'k8s/keep/values.yaml', 'k8s/values.yaml'],
    ],
    [
      ['--ignore', '/elsewhere/'],
      ['k8s/a.yaml', 'k8s/charts/x/b.yaml', 'k8s/keep/values.yaml', 'k8s/values.yaml'],
    ],
  ])('%j', async (options, names) => {
    expect((await judged(FILES, [...options, 'k8s'])).names).toEqual(names);
  });

  test('are left out when they are named, too, and when nothing is left that is no error', async () => {
    expect(await judged(FILES, ['--ignore', '*.yaml', 'k8s/a.yaml', 'k8s'])).toMatchObject({
      code: 0,
      names: [],
      err: 'pod-patterns: nothing to validate: all files in k8s/a.yaml, k8s are ignored\n',
    });
  });

  test('outside of the working folder are in no pattern', async () => {
    expect((await judged({ '../b.yaml': pod('b') }, ['--ignore', '*.yaml', '../b.yaml'])).names).toEqual([
      '../b.yaml',
    ]);
  });
});

describe('without a path', () => {
  test('on a terminal there is a word of help', async () => {
    expect(await validate({ '-': pod('a') }, [], { terminals: ['in'] })).toMatchObject({
      code: 2,
      err: 'pod-patterns: nothing to validate: specify files or folders, such as "." for the working directory, or - for standard input\nTry: pod-patterns validate --help\n',
    });
  });

  test('what is piped in is judged', async () => {
    expect((await judged({ '-': pod('a') }, [])).names).toEqual(['<stdin>']);
    expect(await validate({ '-': '' }, [])).toMatchObject({
      code: 1,
      err: 'pod-patterns: no manifests in standard input: specify files or folders, or pipe manifests in\n',
    });
  });
});

test.each<[string, Files, readonly string[], number, string]>([
  ['a missing file', {}, ['a.yaml'], 2, 'a.yaml: no such file or directory'],
  [
    'a misspelt file',
    { 'k8s/service.yaml': pod('a') },
    ['k8s/servce.yaml'],
    2,
    'k8s/servce.yaml: no such file or directory: did you mean k8s/service.yaml?',
  ],
  [
    'another ending',
    { 'a.yaml': pod('a') },
    ['a.yml'],
    2,
    'a.yml: no such file or directory: did you mean a.yaml?',
  ],
  [
    'a pattern that the shell left',
    { 'k8s/a.yml': pod('a') },
    ['k8s/*.yaml'],
    2,
    'k8s/*.yaml: no such file or directory: the shell expands patterns, but not in quotes, and this one matched no file; to read all files in a folder, name the folder',
  ],
  [
    'an empty path',
    { 'a.yaml': pod('a') },
    ['', 'a.yaml'],
    2,
    'empty path: specify a file or folder, or - for standard input',
  ],
  ['a missing file that is watched', {}, ['--watch', 'a.yaml'], 2, 'a.yaml: no such file or directory'],
  [
    'a file given by an option',
    { 'a.yaml': pod('a') },
    ['-f', 'a.yaml'],
    2,
    "unknown option '-f': pass files and folders as arguments, as in pod-patterns validate FILE",
  ],
  [
    'a file given by a long option',
    { 'a.yaml': pod('a') },
    ['--filename=a.yaml'],
    2,
    "unknown option '--filename=a.yaml': pass files and folders as arguments, as in pod-patterns validate FILE",
  ],
  [
    'several rules at once',
    { 'a.yaml': pod('a') },
    ['--rule', 'image-tag=off, resources=off', 'a.yaml'],
    2,
    '--rule "image-tag=off, resources=off" has several rules: use --rule image-tag=off --rule resources=off',
  ],
  [
    "a server's rule",
    { 'a.yaml': pod('a') },
    ['--rule', 'container-ports=off', 'a.yaml'],
    2,
    'rule "container-ports" has no level to choose: a server refuses what it finds',
  ],
  [
    'a misspelt rule of a policy',
    { 'a.yaml': pod('a') },
    ['--rule', 'pod-security-host-port=off', 'a.yaml'],
    2,
    'unknown rule "pod-security-host-port": did you mean "pod-security-host-ports"?',
  ],
  [
    'a misspelt policy',
    { 'a.yaml': pod('a') },
    ['--pod-security', 'Restricted', 'a.yaml'],
    2,
    'unknown Pod Security level "Restricted": did you mean "restricted"?',
  ],
  [
    'two versions apart',
    { 'a.yaml': pod('a') },
    ['--kubernetes-version=1.34', '--kubernetes-version=1.35', 'a.yaml'],
    2,
    '--kubernetes-version is given twice, as "1.34" and "1.35": separate several by commas',
  ],
  [
    'two configurations',
    { 'a.yaml': pod('a') },
    ['--config=a', '--config', 'b', 'a.yaml'],
    2,
    '--config is given twice, as "a" and "b": only one configuration can be used',
  ],
  [
    'an empty configuration',
    { 'a.yaml': pod('a') },
    ['--config', '', 'a.yaml'],
    2,
    '--config is empty: specify a file, or use --no-config',
  ],
  [
    'a configuration with another ending',
    { 'a.yaml': pod('a'), 'pod-patterns.yml': '' },
    ['a.yaml'],
    2,
    'pod-patterns.yml is ignored: rename it to pod-patterns.yaml, or use --config or --no-config',
  ],
  [
    'a hidden configuration',
    { 'a.yaml': pod('a'), '../.pod-patterns.yaml': '' },
    ['a.yaml'],
    2,
    '../.pod-patterns.yaml is ignored: rename it to pod-patterns.yaml, or use --config or --no-config',
  ],
  [
    'an empty output',
    { 'a.yaml': pod('a') },
    ['-o', '', 'a.yaml'],
    2,
    '--output is empty: specify a file, or - for standard output',
  ],
  [
    'an output that is to be judged',
    { 'a.yaml': pod('a') },
    ['-o', './a.yaml', 'a.yaml'],
    2,
    '--output ./a.yaml is an input file: specify another file',
  ],
  [
    'an output that is a manifest',
    { 'k8s/a.yaml': pod('a') },
    ['-o', 'k8s/a.yaml', 'k8s'],
    2,
    '--output k8s/a.yaml contains a manifest that the report would overwrite: specify another file',
  ],
  [
    'an output that is a manifest in JSON',
    { 'k8s/a.yaml': pod('a'), 'b.json': '{\n  "apiVersion": "v1"}' },
    ['-o', 'b.json', 'k8s'],
    2,
    '--output b.json contains a manifest that the report would overwrite: specify another file',
  ],
  [
    'a folder that holds but the output',
    { 'k8s/report.json': '{"version":1}' },
    ['-o', 'k8s/report.json', 'k8s'],
    2,
    'k8s: no .yaml, .yml or .json files in this folder',
  ],
  [
    'a file that may not be read',
    { 'a.yaml': failure('EACCES') },
    ['a.yaml'],
    2,
    'a.yaml: permission denied',
  ],
  [
    'a link in a circle',
    { 'a.yaml': failure('ELOOP') },
    ['a.yaml'],
    2,
    'a.yaml: too many levels of symbolic links',
  ],
  [
    'a binary file',
    { 'a.yaml': 'a\0b' },
    ['a.yaml'],
    2,
    'a.yaml: is a binary file: found a NUL byte at offset 1',
  ],
  ['an empty file', { 'a.yaml': '' }, ['a.yaml'], 1, 'no manifests in a.yaml'],
  [
    'a file of comments',
    { 'a.yaml': '# nothing\n---\n# here\n' },
    ['a.yaml', '-q'],
    1,
    'no manifests in a.yaml',
  ],
  [
    'a rule that there is not',
    { 'a.yaml': pod('a') },
    ['--rule', 'image-tags=off', 'a.yaml'],
    2,
    'unknown rule "image-tags": did you mean "image-tag"?',
  ],
  [
    'a level that there is not',
    { 'a.yaml': pod('a') },
    ['--rule', 'image-tag=warn', 'a.yaml'],
    2,
    'unknown level "warn" for rule "image-tag": use error, warning, info, off',
  ],
  [
    'a number of threads that is none',
    { 'a.yaml': pod('a') },
    ['--jobs', '0', 'a.yaml'],
    2,
    '--jobs "0" is not a valid number of threads: use 1 to 999',
  ],
  [
    'an impossible number of threads',
    { 'a.yaml': pod('a') },
    ['-j', '100000', 'a.yaml'],
    2,
    '--jobs "100000" is not a valid number of threads: use 1 to 999',
  ],
  [
    'a format that there is not',
    { 'a.yaml': pod('a') },
    ['--format', 'jsn', 'a.yaml'],
    2,
    'unknown format "jsn": did you mean "json"?',
  ],
  [
    'a level to fail on that there is not',
    { 'a.yaml': pod('a') },
    ['--fail-on', 'info', 'a.yaml'],
    2,
    'unknown level to fail on "info": use error or warning',
  ],
  [
    'an output in a folder that is not there',
    { 'a.yaml': pod('a') },
    ['-o', 'out/a.txt', 'a.yaml'],
    2,
    '--output out/a.txt cannot be written: its folder does not exist',
  ],
  [
    'an output that is a folder',
    { 'a/a.yaml': pod('a') },
    ['-o', 'a', 'a'],
    2,
    '--output a is a directory: specify a file in it',
  ],
  [
    'a summary for programs',
    { 'a.yaml': pod('a') },
    ['--summary', '--format=json', 'a.yaml'],
    2,
    '--summary only works with the text format, not with json',
  ],
  [
    'standard input that is watched',
    { '-': pod('a') },
    ['--watch', '-'],
    2,
    '--watch needs files or folders: standard input cannot be watched',
  ],
  [
    'a format for programs that is watched',
    { 'a.yaml': pod('a') },
    ['--watch', '--format=json', 'a.yaml'],
    2,
    '--watch with the format json needs --output FILE',
  ],
  [
    'a configuration that is not there',
    {},
    ['--config', 'x.yaml', 'a.yaml'],
    2,
    '--config x.yaml: no such file or directory',
  ],
])('%s is told of', async (_, files, argv, code, message) => {
  const result = await validate(files, argv);
  expect(result.code).toBe(code);
  expect(result.err.split('\n')[0]).toBe(`pod-patterns: ${message}`);
});

describe('what is told', () => {
  const FILES: Files = {
    'a.yaml': pod('a', 'nginx'),
    'b.yaml': `${pod('b')}---\n${pod('c').replace('image', 'imgae')}`,
  };

  test('is counted by rule in a summary', async () => {
    expect(await validate(FILES, ['--summary', '.'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /^1 error {3}unknown-field\n1 warning image-tag\n2 info {4}resources\n\n3 manifests/,
      ),
    });
  });

  test('is errors only when quiet, and nothing where there is none', async () => {
    const { out, code } = await validate(FILES, ['-q', '.']);
    expect([
      code,
      out.includes('unknown-field'),
      out.includes('image-tag'),
      out.includes('3 manifests'),
    ]).toEqual([1, true, false, true]);
    expect(await validate(FILES, ['-q', 'a.yaml'])).toMatchObject({ code: 0, out: '', err: '' });
  });

  test('fails from the level on that is asked for', async () => {
    expect((await validate(FILES, ['a.yaml'])).code).toBe(0);
    expect((await validate(FILES, ['--fail-on=warning', 'a.yaml'])).code).toBe(1);
    expect((await validate(FILES, ['--fail-on=warning', '--rule=image-tag=off', 'a.yaml'])).code).toBe(0);
  });

  test('goes to a file, which is no manifest of the next round', async () => {
    const { code, out, files } = await validate({ ...FILES }, ['--format=status', '-o', 'report.json', '.']);
    expect([code, out, String(files['report.json']).split('\n').length]).toEqual([1, '', 4]);
    expect(await validate({ ...files }, ['--format=status', '-o', 'report.json', '.'])).toMatchObject({
      files: { 'report.json': files['report.json'] },
    });
  });

  test('goes to standard output for -', async () => {
    const { code, out, files } = await validate({ 'a.yaml': pod('a') }, [
      '--format=status',
      '-o',
      '-',
      'a.yaml',
    ]);
    expect([code, out, Object.keys(files)]).toEqual([0, expect.stringContaining('"ok":true'), ['a.yaml']]);
  });

  test.each<[string, MemoryOptions, readonly string[], boolean]>([
    ['a terminal', { terminals: ['out'] }, [], true],
    ['a pipe', {}, [], false],
    ['NO_COLOR', { terminals: ['out'], env: { NO_COLOR: '1' } }, [], false],
    ['an empty NO_COLOR', { terminals: ['out'], env: { NO_COLOR: '' } }, [], true],
    ['FORCE_COLOR', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, [], true],
    ['FORCE_COLOR=0', { terminals: ['out'], env: { FORCE_COLOR: '0' } }, [], false],
    ['a dumb terminal', { terminals: ['out'], env: { TERM: 'dumb' } }, [], false],
    ['--color', {}, ['--color'], true],
    ['--no-color', { terminals: ['out'], env: { FORCE_COLOR: '1' } }, ['--no-color'], false],
  ])('has colors by %s', async (_, options, argv, colored) => {
    expect((await validate(FILES, [...argv, 'b.yaml'], options)).out.includes('\x1b[')).toBe(colored);
  });

  test('shows how far it is on a terminal', async () => {
    const { err } = await validate(FILES, ['.'], { terminals: ['err'] });
    expect(err).toContain('manifests, file');
    expect(err.endsWith('\r\x1b[K')).toBe(true);
    expect((await validate(FILES, ['-q', '.'], { terminals: ['err'] })).err).toBe('');
  });
});

describe('a configuration', () => {
  const A = { 'k8s/a.yaml': pod('a', 'nginx'), 'k8s/skip/b.yaml': pod('b').replace('Pod', 'Gadget') };
  const OFF = 'rules: {resources: off, image-tag: error, unknown-kind: warning}\n';

  test('is found in the working folder, or above it up to the root of the repository', async () => {
    expect(await validate({ ...A, 'pod-patterns.yaml': OFF }, ['k8s/a.yaml'])).toMatchObject({ code: 1 });
    expect(await validate({ ...A, '../pod-patterns.yaml': OFF }, ['k8s/a.yaml'])).toMatchObject({ code: 1 });
    expect(
      await validate({ ...A, '../pod-patterns.yaml': OFF, '.git/HEAD': '' }, ['k8s/a.yaml']),
    ).toMatchObject({ code: 0 });
    expect(await validate({ ...A, 'pod-patterns.yaml': OFF }, ['--no-config', 'k8s/a.yaml'])).toMatchObject({
      code: 0,
    });
    expect(
      await validate({ ...A, 'ci/strict.yaml': OFF }, ['--config', 'ci/strict.yaml', 'k8s/a.yaml']),
    ).toMatchObject({ code: 1 });
  });

  test('yields to the command line, rule by rule', async () => {
    const { out, code } = await validate({ ...A, 'pod-patterns.yaml': OFF }, [
      '--rule=image-tag=warning',
      'k8s/a.yaml',
      '--summary',
    ]);
    expect([code, out]).toEqual([0, '1 warning image-tag\n\n1 manifest: 0 errors, 1 warning\n']);
  });

  test('names paths and patterns from its own folder on', async () => {
    const config =
      'paths: k8s\nignore: [/k8s/skip/]\nformat: status\nfailOn: warning\nkubernetesVersion: ["1.34", "1.36"]\npodSecurity: privileged\n';
    const { out, code } = await validate(
      {
        ...Object.fromEntries(Object.entries(A).map(([name, text]) => [`../${name}`, text])),
        '../pod-patterns.yaml': config,
      },
      [],
    );
    expect([
      code,
      out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { file: string }).file),
    ]).toEqual([0, ['../k8s/a.yaml', '../k8s/a.yaml']]);
  });

  test.each<[string, string]>([
    ['a wrong key', 'rule: {}\n'],
    ['a rule that there is not', 'rules:\n  image-tags: off\n'],
    ["a server's rule", 'rules: {container-ports: off}\n'],
    ['a level that there is not', 'rules: {image-tag: warn}\n'],
    ['a version that is a number', 'kubernetesVersion: 1.30\n'],
    ['a version that there is not', 'kubernetesVersion: ["1.34", "1.99"]\n'],
    ['a policy that there is not', 'podSecurity: restrictd\n'],
    ['a list for a word', 'format: [json]\n'],
    ['a map for a list', 'ignore: {a: b}\n'],
    ['nothing for a list', 'paths:\n'],
    ['a text for a map', 'rules: off\n'],
    ['a list for it all', '- a\n'],
    ['no YAML', 'rules: {\n'],
    ['a key twice', 'format: json\nformat: text\n'],
    ['two documents', 'format: json\n---\nformat: text\n'],
    ['several mistakes', 'formt: json\npath: a\nfailOn: info\n'],
  ])('with %s is shown with the line', async (_, config) => {
    const { code, out, err } = await validate({ ...A, 'pod-patterns.yaml': config }, ['k8s/a.yaml']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatchSnapshot();
  });

  test.each(['# nothing\n', 'null\n', '{}\n'])('may be empty: %j', async (config) => {
    expect(await validate({ ...A, 'pod-patterns.yaml': config }, ['k8s/a.yaml'])).toMatchObject({
      code: 0,
      err: '',
    });
  });

  test('that is named lies where the user says', async () => {
    expect(
      (await validate({ '../x.yaml': 'formt: a\n', ...A }, ['--config', '../x.yaml', 'k8s'])).err,
    ).toContain('../x.yaml:1:1: unknown key "formt": did you mean "format"?');
  });
});
