import { run } from '../../lib/cli/program';
import { type Files, memoryWorld } from '../support/memory-world';

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const POD = (name: string, image = 'nginx:1.27') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers:\n  - name: a\n    image: ${image}\n`;

const KUSTOMIZED: Files = {
  'k8s/base/kustomization.yaml':
    'resources: [map.yaml]\nconfigMapGenerator:\n- {name: a, files: [app.yaml=settings.yaml]}\n',
  'k8s/base/map.yaml': CONFIG_MAP,
  'k8s/base/settings.yaml': 'port: 80\n',
  'k8s/prod/kustomization.yaml':
    'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\npatches:\n- path: replicas.yaml\n- path: ../shared/drop.yaml\npatchesStrategicMerge: [merge.yaml]\n',
  'k8s/prod/replicas.yaml': '- {op: add, path: /data/a, value: b}\n',
  'k8s/prod/merge.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: 2}\n',
  'k8s/shared/drop.yaml': `$patch: delete\n${CONFIG_MAP}`,
};

const CHART: Files = {
  'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.1.0\n',
  'web/values.yaml': 'image: {tag: "1.27"}\n',
  'web/values-prod.yaml': 'replicas: 3\n',
  'web/ci/test-values.yaml': 'replicas: 1\n',
  'web/crds/a.yaml': CONFIG_MAP,
  'web/templates/pod.yaml': '{{- if .Values.on }}\napiVersion: v1\n{{- end }}\n',
  'web/templates/nested/plain.yaml': CONFIG_MAP,
  'web/charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 0.1.0\n',
};

const SECRET = `apiVersion: v1
kind: Secret
metadata: {name: a}
data: {password: "ENC[AES256_GCM,data:abc,iv:def,tag:ghi,type:str]"}
sops: {mac: "ENC[AES256_GCM,data:x]", version: 3.8.1}
`;

async function validate(argv: readonly string[], files: Files) {
  const world = memoryWorld(files);
  const code = await run(['validate', ...argv], world);
  return { code, ...world.said };
}

describe('in a folder', () => {
  test('a kustomization and what it names are skipped, its resources are not', async () => {
    const { code, out, err } = await validate(['k8s'], KUSTOMIZED);
    expect(err).toBe(`pod-patterns: note: skipped 6 files that are not manifests:
  2 kustomizations, 1 input of a kustomization, 3 Kustomize patches: validate with kustomize build k8s/base | pod-patterns validate -; kustomize build k8s/prod | pod-patterns validate -
`);
    expect(out).toBe('1 manifest: no errors\n');
    expect(code).toBe(0);
  });

  test('a chart is skipped, its CRDs are not', async () => {
    const { code, out, err } = await validate(['web'], CHART);
    expect(err).toBe(`pod-patterns: note: skipped 7 files that are not manifests:
  2 Helm charts, 3 files of Helm values, 2 Helm templates: validate with helm template web | pod-patterns validate -; helm template web/charts/sub | pod-patterns validate -
`);
    expect(out).toBe('1 manifest: no errors\n');
    expect(code).toBe(0);
    expect((await validate(['web/templates'], CHART)).err).toContain(
      '2 Helm templates: validate with helm template web |',
    );
  });

  test('templates, encrypted files and files of other programs are skipped', async () => {
    const { code, out, err } = await validate(['-q', 'all'], {
      'all/map.yaml': CONFIG_MAP,
      'all/envsubst.yaml': POD('${APP}-web'),
      'all/helm.yaml': POD('{{ .Values.name }}'),
      'all/secret.yaml': SECRET,
      'all/compose.yaml': 'services:\n  web: {image: nginx}\n',
      'all/kube.yaml': 'apiVersion: v1\nkind: Config\nclusters: []\n',
      'all/kind.yaml': 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n',
    });
    expect(err).toBe(`pod-patterns: note: skipped 6 files that are not manifests:
  1 Compose file, 1 configuration of another program, 1 kubeconfig
  1 file with placeholders: validate with envsubst < all/envsubst.yaml | pod-patterns validate -
  1 template: validate with helm template CHART | pod-patterns validate -
  1 file encrypted with SOPS: validate with sops -d all/secret.yaml | pod-patterns validate -
`);
    expect([code, out]).toEqual([0, '']);
  });

  test('nothing else is not validated', async () => {
    const { code, err } = await validate(['k8s/prod'], KUSTOMIZED);
    expect(code).toBe(1);
    expect(err).toContain('pod-patterns: no manifests in k8s/prod\n');
  });

  test('reports count them', async () => {
    const { out } = await validate(['--format=json', 'web'], CHART);
    expect(JSON.parse(out)).toMatchObject({ summary: { manifests: 1, errors: 0, notManifests: 7 } });
  });

  test('the status is that of a server', async () => {
    const { out } = await validate(['--format=status', 'k8s/prod'], KUSTOMIZED);
    expect(out.split('\n')).toHaveLength(4);
    expect(out).toContain('no matches for kind \\"Kustomization\\" in version');
  });
});

describe('named, it is one error', () => {
  test.each<[string, Files, string]>([
    ['k8s/prod/kustomization.yaml', KUSTOMIZED, 'kustomize build k8s/prod | pod-patterns validate -'],
    ['k8s/base/kustomization.yaml', KUSTOMIZED, 'kustomize build k8s/base | pod-patterns validate -'],
    ['k8s/prod/merge.yaml', KUSTOMIZED, 'kustomize build k8s/prod | pod-patterns validate -'],
    ['k8s/shared/drop.yaml', KUSTOMIZED, 'kustomize build FOLDER | pod-patterns validate -'],
    ['web/Chart.yaml', CHART, 'helm template web | pod-patterns validate -'],
    ['web/values.yaml', CHART, 'helm template web | pod-patterns validate -'],
    ['web/templates/nested/plain.yaml', CHART, 'helm template web | pod-patterns validate -'],
    ['a secret.yaml', { 'a secret.yaml': SECRET }, "sops -d 'a secret.yaml' | pod-patterns validate -"],
    ['a.yaml', { 'a.yaml': POD('${APP}-web') }, 'envsubst < a.yaml | pod-patterns validate -'],
    [
      'values.yaml',
      { 'values.yaml': 'a: b\n' },
      'helm template CHART --values values.yaml | pod-patterns validate -',
    ],
    ['a.yaml', { 'a.yaml': 'kind: X\nname: {{ a }}\n' }, 'helm template CHART | pod-patterns validate -'],
  ])('%s', async (file, files, command) => {
    const { code, out } = await validate([file], files);
    expect(code).toBe(1);
    expect(out).toContain(`: ${command}\n`);
    expect(out).toMatch(/\n1 manifest: 1 error, 0 warnings\n$/);
    expect(out).not.toMatch(/custom resource|remove it/);
  });
});

test('a kustomization that does not parse names nothing', async () => {
  const files = { 'a/kustomization.yaml': 'patches: [', 'a/map.yaml': CONFIG_MAP };
  expect((await validate(['a'], files)).out).toBe('1 manifest: no errors\n');
});
