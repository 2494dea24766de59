/** Commands of kubectl that read files: loaded when one of them is run. */
export * from '../kubectl/commands/file-commands';
