import { App } from 'cdk8s';
import { addPods } from './chart';

const app = new App();
addPods(app);
app.synth();
