import { run } from '../../lib/cli/program';
import { memoryWorld, type Files, type MemoryWorld } from '../support/memory-world';

const pod = (name: string, image: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: app, image: "${image}"}]}\n`;

const RULES = ['--rule=resources=off', '--no-config'];

/** A program that watches, and what it says after each change. */
class Watching {
  readonly world: MemoryWorld;
  private readonly ended: Promise<number>;

  constructor(files: Files, ...argv: string[]) {
    this.world = memoryWorld(files);
    this.ended = run(['validate', '--watch', ...argv], this.world);
  }

  async said() {
    for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done));
    const { out, err } = this.world.said;
    Object.assign(this.world.said, { out: '', err: '' });
    return { out, err };
  }

  change(file: string, text: string | undefined): void {
    if (text === undefined) delete this.world.files[file];
    else this.world.files[file] = text;
    this.world.touch(file);
  }

  end(): Promise<number> {
    this.world.interrupt();
    return this.ended;
  }
}

test('tells at first all, then what is new and what has gone, and ends as the last round did', async () => {
  const watching = new Watching(
    { 'k8s/a.yaml': pod('a', 'nginx'), 'k8s/b.yaml': pod('b', 'nginx') },
    ...RULES,
    'k8s',
  );
  const first = await watching.said();
  expect(first.out.match(/warning.*image-tag/g)).toHaveLength(2);
  expect(first.err).toBe('pod-patterns: watching k8s; press Ctrl+C to stop\n');

  watching.change('k8s/a.yaml', `# moved\n${pod('a', 'nginx').replace('containers', 'container')}`);
  const second = await watching.said();
  expect(second.out).toContain('unknown-field');
  expect(second.out).not.toContain('image-tag');
  expect(second.err).toBe(
    'pod-patterns: resolved: k8s/a.yaml: image-tag in Pod a (spec.containers[0].image)\n',
  );

  watching.change('k8s/b.yaml', undefined);
  watching.change('k8s/a.yaml', pod('a', 'nginx:1'));
  const third = await watching.said();
  expect(third.out).toBe('1 manifest: no errors\n');
  expect(third.err).toContain('resolved: k8s/b.yaml: image-tag in Pod b');
  expect(await watching.end()).toBe(0);
});

test('bears with files that are half written, gone or none', async () => {
  const watching = new Watching({ 'a.yaml': pod('a', 'nginx:1') }, ...RULES, 'a.yaml');
  await watching.said();
  watching.change('a.yaml', 'kind: [');
  expect((await watching.said()).out).toContain('yaml-syntax');
  watching.change('a.yaml', undefined);
  expect((await watching.said()).err).toContain('pod-patterns: a.yaml: no such file or directory\n');
  watching.change('a.yaml', '');
  expect((await watching.said()).err).toContain('pod-patterns: no manifests in a.yaml\n');
  watching.change('a.yaml', pod('a', 'nginx:1'));
  expect(await watching.said()).toEqual({ out: '1 manifest: no errors\n', err: '' });
  watching.change('a.yaml', 'kind: [');
  await watching.said();
  expect(await watching.end()).toBe(1);
});

test('follows its configuration, also when it is broken', async () => {
  const watching = new Watching(
    { 'a.yaml': pod('a', 'nginx'), 'pod-patterns.yaml': 'rules: {resources: off}\n' },
    'a.yaml',
  );
  await watching.said();
  watching.change('pod-patterns.yaml', 'rulez: {}\n');
  expect((await watching.said()).err).toContain('unknown key "rulez": did you mean "rules"?');
  watching.change('pod-patterns.yaml', 'rules: {resources: off, image-tag: error}\n');
  expect((await watching.said()).out).toContain('error: image-tag');
  expect(await watching.end()).toBe(1);
});

test('writes its report anew to a file, and is not roused by that', async () => {
  const watching = new Watching(
    { 'k8s/a.yaml': pod('a', 'nginx') },
    ...RULES,
    '--format=status',
    '-o',
    'k8s/report.json',
    'k8s',
  );
  await watching.said();
  const before = watching.world.files['k8s/report.json'];
  watching.change('k8s/report.json', 'other');
  await watching.said();
  expect(watching.world.files['k8s/report.json']).toBe('other');
  watching.change('k8s/a.yaml', pod('a', ''));
  await watching.said();
  expect(String(watching.world.files['k8s/report.json'])).not.toBe(String(before));
  expect(await watching.end()).toBe(1);
});
