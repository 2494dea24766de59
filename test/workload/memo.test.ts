import { App, Chart } from 'cdk8s';
import { Pod, Validation } from '../../lib';
import { judge } from '../../lib/validate/engine';

jest.mock('../../lib/validate/engine', () => {
  const actual = jest.requireActual<typeof import('../../lib/validate/engine')>('../../lib/validate/engine');
  return { ...actual, judge: jest.fn(actual.judge) };
});

test('cdk8s asks many times; an object is judged again only when it, or the version, has changed', () => {
  const app = new App();
  const pod = new Pod(new Chart(app, 'a'), 'web', { main: { name: 'app', image: 'nginx' } });
  new Chart(app, 'b');
  app.synthYaml();
  expect(judge).toHaveBeenCalledTimes(1);
  pod.pod.addLabel('a', 'b');
  app.synthYaml();
  expect(judge).toHaveBeenCalledTimes(2);
  Validation.of(app).configure({ kubernetesVersion: '1.30' });
  app.synthYaml();
  expect(judge).toHaveBeenCalledTimes(3);
});
