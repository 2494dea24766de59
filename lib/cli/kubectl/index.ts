export { kubectl } from './main';
export { kubectlHelp, kubectlPaths, kubectlSummaries } from './named';
export { WORLD } from './world';
