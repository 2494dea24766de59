/** What judges manifests, loaded when there is one to judge. */
export const judging = () => require('./judging') as typeof import('./judging');
