/** Findings about constructs as text, loaded when there is one to report. */
export const constructsReport = () => require('./constructs') as typeof import('./constructs');
