/** `kubectl run --overrides`: loaded when the flag is given. */
export * from '../kubectl/overrides';
