import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Include } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Pod, Validation } from '../../lib';
import { ofServer } from '../support/of-server';

jest.mock('../../lib/validate/kinds', () => require('../support/kinds-without-rules'));

const main = { name: 'app', image: 'nginx' };
const badPod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'bad' },
  spec: { containers: [{ name: 'app' }] },
};

function included(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'include-')), 'pod.yaml');
  writeFileSync(file, JSON.stringify(badPod));
  return file;
}

test('findings are about every object below: ours, cdk8s-plus, Include, ApiObject', () => {
  const app = new App();
  const chart = new Chart(app, 'demo');
  new Pod(chart, 'ours', { main: { name: 'app' } });
  new kplus.Pod(chart, 'plus', { metadata: { name: 'Bad' }, containers: [{ image: 'nginx' }] });
  new Include(chart, 'include', { url: included() });
  new ApiObject(chart, 'raw', { ...badPod, metadata: { name: 'raw' } } as never);
  const found = ofServer(Validation.of(app).findings()).map(
    ({ construct, path }) => `${construct!.path} ${path}`,
  );
  expect(found).toEqual([
    'demo/ours spec.containers[0].image',
    'demo/plus metadata.name',
    'demo/include/bad-pod spec.containers[0].image',
    'demo/raw spec.containers[0].image',
  ]);
});

test("once asked for, it is part of synth, and each construct's errors are listed once", () => {
  const app = new App();
  const chart = new Chart(app, 'demo');
  new Pod(chart, 'ours', { main: { name: 'app' } });
  new ApiObject(chart, 'raw', badPod as never);
  Validation.of(app);
  expect(Validation.of(app)).toBe(Validation.of(app));
  expect(() => app.synthYaml()).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(
        /errors:\n {2}\[demo\/ours\] Pod \S+ \(.*:\d+:\d+\)\n {4}spec\.containers\[0\]\.image: Required value.*\n {6}→ set .*\n {2}\[demo\/raw\] Pod bad\n {4}spec\.containers\[0\]\.image: Required value[^\n]*\n {6}→[^\n]*$/,
      ),
    }),
  );
});

test('without it, objects of other libraries are not judged', () => {
  const app = new App();
  new ApiObject(new Chart(app, 'demo'), 'raw', badPod as never);
  expect(() => app.synthYaml()).not.toThrow();
});

test('the nearest validation says which version counts', () => {
  const app = new App();
  const [old, young] = ['old', 'young'].map((id) => new Chart(app, id));
  Validation.of(app).configure({ kubernetesVersion: '1.36' });
  Validation.of(old).configure({ kubernetesVersion: 'v1.30' });
  for (const chart of [old, young]) {
    new Pod(chart, 'ours', { main, resources: { limits: { cpu: 1 } } });
    new ApiObject(chart, 'raw', {
      apiVersion: 'v1',
      kind: 'Pod',
      spec: { containers: [main], hostnameOverride: 'a' },
    } as never);
  }
  expect(
    ofServer(Validation.of(app).findings()).map(({ construct, path, suggestion }) => [
      construct!.path,
      path,
      suggestion,
    ]),
  ).toEqual([
    ['old/ours', 'spec.resources', 'this field is available since Kubernetes 1.32'],
    ['old/raw', 'spec.hostnameOverride', 'this field is available since Kubernetes 1.34'],
  ]);
  expect(() => app.synthYaml()).toThrow(
    /\[old\/ours\] Pod .*\n {4}spec\.resources[^]*\[old\/raw\] Pod \S+\n {4}spec\.hostnameOverride/,
  );
});

test('an unknown version is refused with those that are known', () => {
  const validation = Validation.of(new App());
  expect(() => validation.configure({ kubernetesVersion: '1.29' })).toThrow(
    'unknown Kubernetes version "1.29": use one of 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37',
  );
});

test('infos and warnings do not stop synth', () => {
  const app = new App();
  new ApiObject(new Chart(app, 'demo'), 'key', {
    apiVersion: 'certificates.k8s.io/v1',
    kind: 'ClusterTrustBundle',
    spec: { trustBundle: '' },
  } as never);
  expect(
    Validation.of(app)
      .findings()
      .map(({ rule, level }) => [rule, level]),
  ).toEqual([['kind-not-judged', 'info']]);
  expect(() => app.synthYaml()).not.toThrow();
});
