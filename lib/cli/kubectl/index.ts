export { GLOBAL_FLAGS } from '../../kubectl/flags/global';
export { KUBECTL } from './tree';
export { kubectl } from './main';
export { kubectlHelp, kubectlPaths, kubectlSummaries } from './command-paths';
export { WORLD } from './world';
export { safeMessage, safeOutput } from '../../report/safe';
