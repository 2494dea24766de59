import { App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { Pod, Validation } from '../../lib';
import { judge } from '../../lib/validate/engine';

jest.mock('../../lib/validate/engine', () => {
  const actual = jest.requireActual<typeof import('../../lib/validate/engine')>('../../lib/validate/engine');
  return { ...actual, judge: jest.fn(actual.judge) };
});

const web = (app: App) => new Pod(new Chart(app, 'a'), 'web', { main: { name: 'app', image: 'nginx' } });

beforeEach(() => jest.mocked(judge).mockClear());

test('cdk8s asks once for the app and once for every chart; an object is judged once until it is put out', () => {
  const app = new App();
  const pod = web(app);
  app.synthYaml();
  expect(judge).toHaveBeenCalledTimes(1);
  for (const id of 'bcdef') new Chart(app, id);
  app.synthYaml();
  expect(judge).toHaveBeenCalledTimes(3);
  expect(pod.toYaml()).toContain('image: nginx');
});

test('another version has its own verdict', () => {
  const app = new App();
  const pod = web(app);
  pod.node.validate();
  Validation.of(app).configure({ kubernetesVersion: '1.30' });
  pod.node.validate();
  expect(jest.mocked(judge).mock.calls.map(([, { minor }]) => minor)).toEqual([37, 30]);
});

test('an object that changes after it was validated is judged again, however it changes', () => {
  const env = [{ name: 'A', value: '1' }];
  const pod = new Pod(new Chart(new App(), 'chart'), 'web', { main: { name: 'app', image: 'nginx', env } });
  expect(pod.node.validate()).toEqual([]);
  env[0].value = '2';
  expect(pod.apiObject.toJson().spec.containers[0].env).toEqual([{ name: 'A', value: '2' }]);
  expect(pod.node.validate()).toEqual([]);
  env.push({ name: '', value: '3' });
  expect(() => pod.apiObject.toJson()).toThrow(
    /^chart\/web was changed after validation and is now invalid: Pod \S+ \(test\/workload\/memo\.test\.ts:36:15\)\n {4}spec\.containers\[0\]\.env\[1\]\.name: Required value/,
  );
  expect(pod.node.validate()).toHaveLength(1);
  env.pop();
  expect(pod.node.validate()).toEqual([]);
});

test('a value that is known late is put out as it is then', () => {
  let image = 'one';
  const late = Lazy.any({ produce: () => image }) as never;
  const pod = new Pod(new Chart(new App(), 'chart'), 'web', { main: { name: 'app', image: late } });
  expect(pod.node.validate()).toEqual([]);
  image = 'two';
  expect(pod.apiObject.toJson().spec.containers[0].image).toBe('two');
});

test("JSON that was put out is its reader's own: changing it changes no verdict", () => {
  const pod = new Pod(new Chart(new App(), 'chart'), 'web', { main: { name: 'app', image: 'nginx' } });
  expect(pod.node.validate()).toEqual([]);
  pod.apiObject.toJson().spec.restartPolicy = 'Sometimes';
  pod.apiObject.addJsonPatch(JsonPatch.add('/spec/restartPolicy', 'Sometimes'));
  expect(pod.node.validate()).toHaveLength(1);
});
