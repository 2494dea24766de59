import type { Field } from '../../field';

/** validateSimpleJSONPath, pkg/apis/apiextensions/validation 1.30 to 1.37; returns whether it is one. */
export function judgeSimplePath(path: string, at: Field): boolean {
  if (path.startsWith('.')) return true;
  at.invalid(path, 'must be a simple json path starting with .');
  return false;
}
