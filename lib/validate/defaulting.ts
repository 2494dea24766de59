/*
 * Defaulted objects behind a door of their own: validation does not load them. Of the engine they take what
 * the door of judging has.
 */
export { type Defaulted, defaulted, type DefaultedOptions, filledIn } from './defaults/defaulted';
