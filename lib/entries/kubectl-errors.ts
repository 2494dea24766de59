/** Errors of kubectl: a file of their own, so that each entry throws and catches the same classes. */
export * from '../kubectl/errors';
