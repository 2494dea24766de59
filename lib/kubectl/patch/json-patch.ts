import { KubectlError } from '../errors';
import type { JsonObject } from '../../go/object';
import { isMap, jsonTypeOf } from '../../go/sorted-keys';
import { goJson } from '../../go/marshal';
import { setOwn } from '../../object/set-own';
import { add, type Container, existingIndex, get, MISSING, remove } from './json-container';
import { jsonOf } from './json-text';

type Operation = JsonObject;

/**
 * Applies a JSON patch in the ways of kubectl's library, RFC 6902's or not (Patch.Apply, evanphx/json-patch
 * 4.13).
 */
export function jsonPatch(document: JsonObject, text: string, minor: number): unknown {
  let root: Container = structuredClone(document);
  const copied = createCopier();
  for (const operation of operationsOf(text)) {
    if (minor >= ROOT_CHECKED_SINCE || !replacesRootWithScalar(operation)) {
      root = applyOperation(root, operation, copied);
    }
  }
  return root;
}

/**
 * First minor that says so where the whole document is to become what is no document; before, it stays as it
 * is.
 */
const ROOT_CHECKED_SINCE = 35;

const replacesRootWithScalar = ({ op, path, value }: Operation) =>
  op === 'replace' && path === '' && (typeof value !== 'object' || value === null);

function operationsOf(text: string): readonly Operation[] {
  const patch = jsonOf(text, (why) => new KubectlError(why));
  if (patch === null) return [];
  if (!Array.isArray(patch)) throw wrongType(patch, 'Patch');
  return patch.map((operation: unknown) => {
    if (operation === null) return {};
    if (!isMap(operation)) throw wrongType(operation, 'Operation');
    return operation;
  });
}

const wrongType = (value: unknown, type: string) =>
  new KubectlError(`json: cannot unmarshal ${jsonTypeOf(value)} into Go value of type jsonpatch.${type}`);

type CopyValue = (value: unknown) => unknown;

/** Characters that a patch may copy in all: as many bytes a server takes (JSONPatchMaxCopyBytes, 1.36). */
const MAX_COPIED = 3 * 1024 * 1024;

/** Copies values, of which copies of copies would soon fill all memory (AccumulatedCopySizeError). */
function createCopier(): CopyValue {
  let size = 0;
  return (value) => {
    size += goJson(value).length;
    if (size > MAX_COPIED) {
      throw new KubectlError(
        `Unable to complete the copy, the accumulated size increase of copy is ${size}, exceeding the limit ${MAX_COPIED}`,
      );
    }
    return structuredClone(value);
  };
}

function applyOperation(root: Container, operation: Operation, copied: CopyValue): Container {
  const kind = typeof operation.op === 'string' ? operation.op : 'unknown';
  if (!Object.hasOwn(OPERATIONS, kind)) throw new KubectlError(`Unexpected kind: ${kind}`);
  return OPERATIONS[kind](root, operation, copied) ?? root;
}

/** What an operation does; it gives back a new root where it has made one. */
const OPERATIONS: {
  readonly [kind: string]: (root: Container, operation: Operation, copied: CopyValue) => Container | void;
} = {
  add(root, operation) {
    const path = textIn(operation, 'path', () => `add operation failed to decode path: ${MISSING}`);
    const { container, key } = findTarget(
      root,
      path,
      `add operation does not apply: doc is missing path: "${path}"`,
    );
    withErrorContext(`error in add for path: '${path}'`, () => add(container, key, valueOf(operation)));
  },
  remove(root, operation) {
    const path = textIn(operation, 'path', () => `remove operation failed to decode path: ${MISSING}`);
    const { container, key } = findTarget(
      root,
      path,
      `remove operation does not apply: doc is missing path: "${path}"`,
    );
    withErrorContext(`error in remove for path: '${path}'`, () => remove(container, key));
  },
  replace(root, operation) {
    const path = textIn(operation, 'path', (why) => `replace operation failed to decode path: ${why}`);
    if (path === '') return replacedRoot(valueOf(operation));
    const { container, key } = findTarget(
      root,
      path,
      `replace operation does not apply: doc is missing path: ${path}`,
    );
    if (Array.isArray(container)) replaceItem(container, key, path, valueOf(operation));
    else setOwn(container, key, valueOf(operation));
    return root;
  },
  move(root, operation) {
    const from = textIn(operation, 'from', (why) => `move operation failed to decode from: ${why}`);
    const source = findTarget(root, from, `move operation does not apply: doc is missing from path: ${from}`);
    const value = withErrorContext(`error in move for path: '${source.key}'`, () => {
      const moved = get(source.container, source.key);
      remove(source.container, source.key);
      return moved;
    });
    const path = textIn(operation, 'path', (why) => `move operation failed to decode path: ${why}`);
    const { container, key } = findTarget(
      root,
      path,
      `move operation does not apply: doc is missing destination path: ${path}`,
    );
    withErrorContext(`error in move for path: '${path}'`, () => add(container, key, value));
  },
  copy(root, operation, copied) {
    const from = textIn(operation, 'from', (why) => `copy operation failed to decode from: ${why}`);
    const source = findTarget(root, from, `copy operation does not apply: doc is missing from path: ${from}`);
    const value = withErrorContext(`error in copy for from: '${from}'`, () =>
      get(source.container, source.key),
    );
    const path = textIn(operation, 'path', () => `copy operation failed to decode path: ${MISSING}`);
    const { container, key } = findTarget(
      root,
      path,
      `copy operation does not apply: doc is missing destination path: ${path}`,
    );
    const copy = copied(value);
    withErrorContext('error while adding value during copy', () => add(container, key, copy));
  },
  test(root, operation) {
    const path = textIn(operation, 'path', (why) => `test operation failed to decode path: ${why}`);
    if (!equal(path === '' ? root : valueAt(root, path), valueOf(operation))) {
      throw new KubectlError(`testing value ${path} failed: test failed`);
    }
  },
};

function valueAt(root: Container, path: string): unknown {
  const { container, key } = findTarget(
    root,
    path,
    `test operation does not apply: is missing path: ${path}`,
  );
  return withErrorContext(`error in test for path: '${path}'`, () => get(container, key));
}

function replacedRoot(value: unknown): Container {
  if (!isMap(value) && !Array.isArray(value)) {
    throw new KubectlError('replace operation value must be object or array: %!w(<nil>)');
  }
  return value;
}

/** kubectl speaks of a key that is missing in its own words (getPatchedJSON, 1.36). */
function replaceItem(list: unknown[], key: string, path: string, value: unknown): void {
  let at: number;
  try {
    at = existingIndex(list, key);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new KubectlError(`Object to be patched is missing field (${path}: ${MISSING})`);
  }
  list[at] = value;
}

const valueOf = ({ value = null }: Operation) => value;

function textIn(operation: Operation, field: 'path' | 'from', problem: (why: string) => string): string {
  const text = operation[field] ?? undefined;
  if (typeof text === 'string') return text;
  const why =
    text === undefined
      ? `operation${field === 'from' ? ',' : ''} missing ${field} field: ${MISSING}`
      : `json: cannot unmarshal ${jsonTypeOf(text)} into Go value of type string`;
  throw new KubectlError(problem(why));
}

/** What holds the end of a path, and the end. */
function findTarget(
  root: Container,
  path: string,
  problem: string,
): { readonly container: Container; readonly key: string } {
  const parts = path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (!parts.length) throw new KubectlError(`${problem}: ${MISSING}`);
  let container: unknown = root;
  for (const part of parts.slice(0, -1)) {
    container = tryFind(() => get(container as Container, part));
    if (typeof container !== 'object' || container === null) throw new KubectlError(`${problem}: ${MISSING}`);
  }
  return { container: container as Container, key: parts.at(-1)! };
}

function tryFind<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

function withErrorContext<T>(where: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new KubectlError(`${where}: ${(error as Error).message}`);
  }
}

function equal(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal((a as JsonObject)[key], (b as JsonObject)[key]))
  );
}
