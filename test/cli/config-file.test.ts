import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_FIELDS, configSchema } from '../../lib/cli/config/fields';
import { readConfig } from '../../lib/cli/config/read';
import type { Shape } from '../../lib/cli/config/shape';
import { memoryWorld } from '../support/memory-world';

const ROOT = join(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/configuration.md'), 'utf8');

const valueOf = (shape: Shape): string => {
  if (shape.kind === 'choice' || shape.kind === 'text') return 'string';
  if (shape.kind === 'fields') return `${valueOf(shape.fields[shape.orOnly])} or map`;
  return shape.kind === 'list' ? `${valueOf(shape.of)} or list of ${valueOf(shape.of)}s` : shape.kind;
};

test('the page has every key as it is checked', () => {
  const rows = PAGE.split('\n').filter((line) => /^\| `\w+` \|/.test(line));
  expect(rows).toEqual(
    Object.entries(CONFIG_FIELDS).map(
      ([key, { shape, description }]) => `| \`${key}\` | ${valueOf(shape)} | ${description} |`,
    ),
  );
});

test('the example of the page is in order, and says where the schema is in the package', () => {
  const [, example] = /^```yaml\n([^]*?)^```$/m.exec(PAGE)!;
  expect(readConfig('pod-patterns.yaml', memoryWorld({ 'pod-patterns.yaml': example }))).toMatchObject({
    kubernetesVersion: ['1.34'],
    rules: { resources: 'off' },
    paths: ['k8s', 'dist'],
  });
  const [, schema] = /\$schema=(\S+)/.exec(example)!;
  const { name, files, exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    name: string;
    files: string[];
    exports: object;
  };
  const file = schema.replace(`node_modules/${name}/`, '');
  expect(files).toContain(file);
  expect(exports).toHaveProperty([`./${file}`], `./${file}`);
  expect(JSON.parse(readFileSync(join(ROOT, file), 'utf8'))).toEqual(configSchema());
});
