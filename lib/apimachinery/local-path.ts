import { NO_MESSAGES } from './messages';

/** validatePathNoBacksteps, 1.36: no element of the path is `..`. */
export const noBacksteps = (path: string): readonly string[] =>
  path.includes('..') && path.split('/').includes('..') ? ["must not contain '..'"] : NO_MESSAGES;

/** validateLocalDescendingPath, 1.36: relative, without `..`. */
export function descendingPath(path: string): readonly string[] {
  return [...(path.startsWith('/') ? ['must be a relative path'] : NO_MESSAGES), ...noBacksteps(path)];
}

/** ValidateLocalNonReservedPath, 1.36: as above, and not beginning with `..`. */
export function nonReservedPath(path: string): readonly string[] {
  const reserved = path.startsWith('..') && !path.startsWith('../');
  return [...descendingPath(path), ...(reserved ? ["must not start with '..'"] : NO_MESSAGES)];
}
