import { ApiObject, App, Chart } from 'cdk8s';
import { Pod } from 'cdk8s-pod-patterns';

interface Container {
  readonly name: string;
  readonly imgae: string;
}

function addPod(chart: Chart, container: Container): void {
  if (process.argv[2] === 'construct') {
    new Pod(chart, 'web', { main: container as never });
  } else {
    new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Pod', ...{ spec: { containers: [container] } } });
  }
}

const app = new App();
addPod(new Chart(app, 'bad', { disableResourceNameHashes: true }), { name: 'web', imgae: 'nginx:1.27' });
app.synth();
