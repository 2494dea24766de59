/** Watching files, with chokidar: loaded by `validate --watch`. */
export * from '../cli/chokidar';
