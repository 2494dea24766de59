/** What makes companions, loaded when the first one is made. */
export const companions = () => require('./catalogue') as typeof import('./catalogue');
