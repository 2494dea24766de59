import { App, Chart } from 'cdk8s';
import { Deployment } from '../../lib';

const made = (metadata: unknown) => () =>
  new Deployment(new Chart(new App(), 'demo'), 'web', {
    metadata,
    pod: { main: { name: 'app', image: 'nginx:1.27' } },
  } as never).toYaml();

const cyclic: unknown[] = [];
cyclic.push(cyclic);

test.each([
  [
    { finalizers: cyclic },
    /^demo\/web.*: metadata\.finalizers(\.0)+ is nested deeper than 20 levels: does a value contain itself\?$/,
  ],
  [{ name: Object.create(null) }, /^demo\/web.*: metadata\.name is an object without a constructor/],
  [
    { labels: { app: Object.create(null) } },
    /^demo\/web.*: metadata\.labels\.app is an object without a constructor: use a plain object$/,
  ],
  [
    { annotations: { a: { constructor: undefined } } },
    /^demo\/web.*: metadata\.annotations\.a is an object without a constructor/,
  ],
])('metadata that cdk8s cannot render are refused with their place: %#', (metadata, message) => {
  expect(made(metadata)).toThrow(message);
});
