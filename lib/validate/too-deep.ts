import { MAX_DEPTH } from '../object/is-plain';
import type { RawFinding } from './collector';
import { FieldPath } from './path';
import { MANIFEST_OBJECT } from './reading';

/** The finding about values whose nesting exhausted the stack; undefined if that was not the reason. */
export function tooDeep(error: unknown, values: readonly unknown[]): RawFinding | undefined {
  if (!(error instanceof RangeError) || !isDeeper(values)) return undefined;
  return {
    rule: MANIFEST_OBJECT.id,
    level: 'error',
    stage: 'read',
    path: FieldPath.ROOT,
    message: `nested deeper than ${MAX_DEPTH} levels, in the manifest or in a CustomResourceDefinition`,
    suggestion: 'reduce the nesting',
  };
}

/** Goes level by level: what is too deep cannot be visited by calls. */
function isDeeper(values: readonly unknown[]): boolean {
  let level = values.filter(isHolder);
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    level = level.flatMap((holder) => Object.values(holder).filter(isHolder));
    if (!level.length) return false;
  }
  return true;
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;
