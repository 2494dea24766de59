/** Companions: loaded when the first one is made. */
export * from '../../patterns/companions/catalogue';
