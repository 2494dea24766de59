export { kubectl } from './main';
export { WORLD } from './world';
