import { run } from '../../lib/cli/program';
import { type Files, memoryWorld } from '../support/memory-world';
import { deployment, object, pod } from './manifests';

/* Sources that are no manifests yet: in a folder one note, named directly one error; both say what to run. */

async function validate(path: string, files: Files) {
  const world = memoryWorld(files);
  const code = await run(['validate', path], world);
  return { code, ...world.said };
}

const MAP = object('v1', 'ConfigMap', 'data: {a: b}');
const NAMED = pod().replace('name: a}', 'name: "${APP}-web"}');
const SECRET = object(
  'v1',
  'Secret',
  'data: {password: "ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]"}\nsops: {mac: "ENC[AES256_GCM,data:x]", version: 3.8.1}',
);
const KUSTOMIZED: Files = {
  'k/base/kustomization.yaml': 'resources: [map.yaml]\n',
  'k/base/map.yaml': MAP,
  'k/prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: drop.yaml}, {path: merge.yaml}]\n',
  'k/prod/drop.yaml': `$patch: delete\n${MAP}`,
  'k/prod/merge.yaml': object('apps/v1', 'Deployment', 'spec: {replicas: 2}'),
};
const CHART: Files = {
  'c/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.1.0\n',
  'c/values.yaml': 'image: {tag: "1.27"}\n',
  'c/templates/pod.yaml': '{{- if .Values.on }}\napiVersion: v1\nkind: Pod\n{{- end }}\n',
  'c/templates/service.yaml': object('v1', 'Service', 'spec: {ports: [{port: {{ .Values.port }}}]}'),
};
const ENVSUBST = 'envsubst < s/a.yaml | pod-patterns validate -';
const CASES: readonly (readonly [what: string, file: string, files: Files, command: string])[] = [
  ['a placeholder (flux-schema#85, kubeconform#226)', 's/a.yaml', { 's/a.yaml': NAMED }, ENVSUBST],
  [
    'a placeholder for a number',
    's/a.yaml',
    { 's/a.yaml': deployment('containers: [{name: a, image: "nginx:1.27"}]', 'replicas: "${N}"') },
    ENVSUBST,
  ],
  [
    'a kustomization (kubeconform#46, kubeval#232)',
    'k/prod/kustomization.yaml',
    KUSTOMIZED,
    'kustomize build k/prod | pod-patterns validate -',
  ],
  ['a base', 'k/base/kustomization.yaml', KUSTOMIZED, 'kustomize build k/base | pod-patterns validate -'],
  [
    'a patch with $patch: delete',
    'k/prod/drop.yaml',
    KUSTOMIZED,
    'kustomize build k/prod | pod-patterns validate -',
  ],
  ['another patch', 'k/prod/merge.yaml', KUSTOMIZED, 'kustomize build k/prod | pod-patterns validate -'],
  ['Chart.yaml', 'c/Chart.yaml', CHART, 'helm template c | pod-patterns validate -'],
  ['values.yaml', 'c/values.yaml', CHART, 'helm template c | pod-patterns validate -'],
  ['a template', 'c/templates/pod.yaml', CHART, 'helm template c | pod-patterns validate -'],
  ['a template with a value', 'c/templates/service.yaml', CHART, 'helm template c | pod-patterns validate -'],
  ['a Secret of SOPS', 's/a.yaml', { 's/a.yaml': SECRET }, 'sops -d s/a.yaml | pod-patterns validate -'],
];

describe.each(CASES)('%s', (_, file, files, command) => {
  test('named, it is one error', async () => {
    const { code, out } = await validate(file, files);
    expect(code).toBe(1);
    expect(out).toContain(`: ${command}\n`);
    expect(out).toMatch(/\n1 manifest: 1 error, 0 warnings\n$/);
    expect(out).not.toMatch(/custom resource|remove it/);
  });

  test('in a folder, it is skipped with one note', async () => {
    const [folder] = file.split('/');
    const { out, err } = await validate(folder, { ...files, [`${folder}/other/map.yaml`]: MAP });
    expect(err).toMatch(
      /^pod-patterns: note: skipped (1 file that is not a manifest|\d+ files that are not manifests):\n/,
    );
    expect(err).toContain(command);
    expect(out).toMatch(/^[12] manifests?( in 2 files)?: no errors\n$/);
  });
});
