/** What `validate` does with a batch of files: loaded by the program itself or by each of its threads. */
export * from '../cli/check/judge-batch';
