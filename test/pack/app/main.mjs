import { App } from 'cdk8s';
import { k8s, ManifestValidator, Pod } from 'cdk8s-pod-patterns';
import chart from './chart.js';

if (typeof Pod !== 'function' || typeof ManifestValidator !== 'function' || typeof k8s !== 'object')
  throw new Error('names are missing');
const app = new App();
chart.addPods(app);
app.synth();
