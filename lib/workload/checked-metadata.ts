import type { ApiObjectMetadata } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { displayValue } from '../text/display-value';

/** Deeper than any metadata: a value that holds itself has no end. */
const MAX_DEPTH = 20;

type Metadata = ApiObjectMetadata | undefined;

/**
 * Metadata as they are given. cdk8s, which renders them, follows a value that holds itself until the stack is
 * full, and takes every object to have a constructor.
 *
 * @throws Error with the path of the construct, and the place of a value that cdk8s cannot render
 */
export function checkedMetadata(metadata: Metadata, scope: IConstruct): Metadata {
  check(metadata, `${scope.node.path}: metadata`);
  return metadata;
}

function check(value: unknown, place: string, depth = 0): void {
  if (typeof value !== 'object' || value === null) return;
  const name: unknown = value.constructor?.name;
  if (typeof name !== 'string') {
    throw new Error(`${place} is ${displayValue(value)} without a constructor: use a plain object`);
  }
  if (!Array.isArray(value) && name !== 'Object') return;
  if (depth > MAX_DEPTH) {
    throw new Error(`${place} is nested deeper than ${MAX_DEPTH} levels: does a value contain itself?`);
  }
  for (const [key, item] of Object.entries(value)) check(item, `${place}.${key}`, depth + 1);
}
