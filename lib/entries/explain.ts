/** Documentation of kinds and fields: loaded by `explain`. */
export * from '../kubectl/commands/explain/run';
