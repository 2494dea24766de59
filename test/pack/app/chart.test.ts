import { App } from 'cdk8s';
import { addPods } from './chart';

test('the manifests', () => {
  const app = new App();
  addPods(app);
  expect(app.charts[0].toJson()).toMatchSnapshot();
});

test('a mistake fails the test', () => {
  const { Chart } = require('cdk8s') as typeof import('cdk8s');
  const { Pod } = require('cdk8s-pod-patterns') as typeof import('cdk8s-pod-patterns');
  const app = new App();
  new Pod(new Chart(app, 'a'), 'web', { main: { name: 'app' } });
  expect(() => app.synth()).toThrow(
    /\[a\/web\] Pod a-web-\w+ \(chart\.test\.ts:14:3\)\n {4}spec\.containers\[0\]\.image: Required value/,
  );
});
