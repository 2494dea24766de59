import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManifestValidator } from '../../lib/validate/manifest-validator';

const ROOT = join(__dirname, '../..');

test('the app of cdk8s.yaml runs from source and makes four Pods without an error or a warning', () => {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  execFileSync(
    join(ROOT, 'node_modules/.bin/ts-node'),
    ['--project', 'tsconfig.dev.json', 'examples/main.ts'],
    { cwd: ROOT, env: { ...process.env, CDK8S_OUTDIR: folder } },
  );
  expect(readdirSync(folder)).toEqual(['patterns.k8s.yaml']);
  const yaml = readFileSync(join(folder, 'patterns.k8s.yaml'), 'utf8');
  expect(yaml.match(/^kind: Pod$/gm)).toHaveLength(4);
  for (const kubernetesVersion of ['1.30', '1.37']) {
    expect(
      new ManifestValidator({ kubernetesVersion, rules: { resources: 'off' } }).validateYaml(yaml),
    ).toEqual([]);
  }
});
