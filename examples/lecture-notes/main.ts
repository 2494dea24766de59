/** Pods from lecture notes, each rebuilt so that exactly the same object comes out. */
import { App } from 'cdk8s';
import { lectureNotes } from './pods';

const app = new App();
lectureNotes(app);
app.synth();
