/** What every companion, its outputs and its parsers need: loaded when the first one is made. */
export * from '../../patterns/companions/parts';
