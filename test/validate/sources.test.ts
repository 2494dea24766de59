import { ManifestValidator } from '../../lib';

const validator = new ManifestValidator({ rules: { resources: 'off' } });
const errors = (text: string, file?: string) =>
  validator.validateYaml(text, file).filter(({ level }) => level !== 'info');
const found = (text: string, file?: string) => errors(text, file).map(({ rule, message }) => [rule, message]);

const deployment = (name: string, replicas: unknown, image = 'nginx:1.27') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: '${name}'}
spec:
  replicas: ${String(replicas)}
  selector: {matchLabels: {app: '${name}'}}
  template:
    metadata: {labels: {app: '${name}'}}
    spec: {containers: [{name: web, image: '${image}'}]}
`;

test.each<[string, string, string | undefined, string]>([
  ['a kustomization', 'resources: [a.yaml]\n', 'a/kustomization.yaml', 'kustomization'],
  [
    'a component',
    'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n',
    undefined,
    'kustomization',
  ],
  [
    'a patch',
    '$patch: delete\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\n',
    undefined,
    'Kustomize patch',
  ],
  [
    'a patch of an item',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: b, $patch: delete}]}\n',
    undefined,
    'Kustomize patch',
  ],
  ['a JSON patch', '- {op: remove, path: /spec/replicas}\n', undefined, 'Kustomize patch'],
  ['a chart', 'apiVersion: v2\nname: web\nversion: 1.0.0\n', undefined, 'Helm chart'],
  ['values', 'replicas: 3\n', 'charts/web/values.yaml', 'file of Helm values'],
  ['a helmfile', 'releases: [{name: a, chart: b}]\n', undefined, 'helmfile'],
  ['Skaffold', 'apiVersion: skaffold/v4beta6\nkind: Config\n', undefined, 'Skaffold configuration'],
  ['Compose', 'services: {web: {image: nginx}}\n', undefined, 'Compose file'],
  ['a workflow', 'on: push\njobs: {test: {runs-on: ubuntu-latest}}\n', undefined, 'GitHub workflow'],
  ['a kubeconfig', 'apiVersion: v1\nkind: Config\ncontexts: []\n', undefined, 'kubeconfig'],
  [
    'kind',
    'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n',
    undefined,
    'configuration of another program',
  ],
  ['kubeadm', 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n', undefined, 'configuration'],
  ['a template', '{{- if .Values.on }}\nkind: Pod\n{{- end }}\n', undefined, 'template'],
  [
    'an unquoted value',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n',
    undefined,
    'template',
  ],
  ['Jinja', '{% if on %}\nkind: Pod\n{% endif %}\n', undefined, 'template'],
])('%s is not-a-manifest', (_, text, file, sort) => {
  const all = errors(text, file);
  expect(all).toMatchObject([{ rule: 'not-a-manifest', level: 'error', reason: 'Client', path: '' }]);
  expect(all[0].message).toMatch(new RegExp(`^this is an? ${sort}.*, not a manifest$`));
  expect(JSON.stringify(all)).not.toMatch(/custom resource|remove it/);
});

test('it is not a custom resource, whatever is allowed', () => {
  const all = new ManifestValidator({ customResources: ['*'] });
  const [finding] = all.validateYaml('apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n');
  expect(finding.rule).toBe('not-a-manifest');
  expect(
    all.validate({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' }),
  ).toMatchObject([{ rule: 'not-a-manifest' }]);
});

describe('placeholders', () => {
  test.each([
    ['${APP}-web', 3],
    ['$APP', 3],
    ['{{ .Values.name }}', '"{{ .Values.n }}"'],
    ['web', '${REPLICAS}'],
    ['${APP:-web}', '${REPLICAS:=2}'],
  ])('%s and %s are one error: not-rendered', (name, replicas) => {
    expect(found(deployment(name, replicas), 'a.yaml')).toEqual([
      ['not-rendered', expect.stringMatching(/ contains a placeholder that has not been replaced/)],
    ]);
  });

  test('the finding is at the first, and counts the others', () => {
    expect(errors(deployment('${APP}', 1), 'a.yaml')).toMatchObject([
      {
        path: 'metadata.name',
        message: '"${APP}" contains a placeholder that has not been replaced, as do 2 other values',
        suggestion: 'validate it with its values: envsubst < a.yaml | pod-patterns validate -',
        position: { line: 3, column: 18 },
      },
    ]);
  });

  test('mistakes that have nothing to do with them stay', () => {
    expect(found(deployment('${APP}', -1)).map(([rule]) => rule)).toEqual(['not-rendered', 'non-negative']);
  });

  test('an image alone is a warning', () => {
    expect(errors(deployment('web', 1, '${REGISTRY}/web:${TAG}'))).toMatchObject([
      { rule: 'image-placeholder', level: 'warning' },
    ]);
    expect(found(deployment('${APP}', 1, '{{ .Values.image }}')).map(([rule]) => rule)).toEqual([
      'not-rendered',
    ]);
  });

  test.each([
    [
      'a ConfigMap',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: |\n    {{ range . }}\n    ${HOME}\n    {{ end }}\n',
    ],
    [
      'a command',
      deployment('web', 1)
        .replace('nginx:1.27', "nginx:1.27', command: [sh, -c, 'echo ${HOME} $USER']")
        .replace("'}]", '}]'),
    ],
    [
      'a label value with an error of its own',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: A}\ndata: {a: "${B}"}\n',
    ],
  ])('%s with placeholders is a manifest', (_, text) => {
    expect(found(text).filter(([rule]) => /^not-/.test(rule))).toEqual([]);
  });

  test('a syntax error elsewhere in a manifest that contains template text is a syntax error', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    {{ range . }}\n\n\nmetadata: {name: a\nkind: b\n';
    expect(found(text).map(([rule]) => rule)).toEqual(['yaml-syntax']);
  });
});

test('a Secret that SOPS encrypted is one finding', () => {
  const text =
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: "ENC[AES256_GCM,data:x]"}\nsops: {mac: a}\n';
  expect(errors(text, 'a.yaml')).toMatchObject([
    {
      message: 'this is a file encrypted with SOPS, not a manifest',
      suggestion: 'validate the manifests that it becomes: sops -d a.yaml | pod-patterns validate -',
    },
  ]);
});
