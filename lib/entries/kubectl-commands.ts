/**
 * kubectl's commands on the command line: loaded by the program for one of them, and for help and completion.
 */
export * from '../cli/kubectl/index';
