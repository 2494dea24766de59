import { App, Chart } from 'cdk8s';

/** A chart whose objects are called as their constructs are. */
export const newChart = () => new Chart(new App(), 'demo', { disableResourceNameHashes: true });
