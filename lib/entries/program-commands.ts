/**
 * The commands that kubectl lacks: loaded by the program, with commander, unless the command is one of
 * kubectl's.
 */
export * from '../cli/program-main';
