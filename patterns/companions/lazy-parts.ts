/** What every companion is made of, loaded when the first one is made. */
export const parts = () => require('./parts') as typeof import('./parts');
