export { GLOBAL_FLAGS } from '../../kubectl/flags/global';
export { KUBECTL } from './commands';
export { kubectl } from './main';
export { kubectlHelp, kubectlPaths, kubectlSummaries } from './named';
export { WORLD } from './world';
export { safeMessage, safeOutput } from '../../report/safe';
