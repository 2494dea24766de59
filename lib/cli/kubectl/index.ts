export { kubectl } from './main';
export { WORLD } from './world';
export { safeMessage, safeOutput } from '../../report/safe';
