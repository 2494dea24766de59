import { WORKLOADS } from './workloads';

type Fields = { readonly [field: string]: unknown };

/** What the manifest of a workload of the table holds, whatever patterns add. */
export function heldBy(kind: string): object {
  const {
    pod: { metadata, main, ...pod },
    spec,
    metadata: own,
  } = WORKLOADS[kind];
  return { kind, metadata: own, spec: spec({ metadata, spec: { ...pod, containers: [main] } }) };
}

/**
 * Paths of what a value does not hold of another: maps may have more fields, and lists more items, wherever
 * they stand.
 */
export function missingIn(value: unknown, expected: unknown, path = ''): string[] {
  if (Array.isArray(expected)) {
    return expected.flatMap((item, index) =>
      hasItem(value, item) ? [] : [`${path}[${index}] is not as it was given`],
    );
  }
  if (typeof expected !== 'object' || expected === null) {
    return value === expected ? [] : [`${path} is ${JSON.stringify(value)}`];
  }
  return Object.entries(expected).flatMap(([field, held]) =>
    missingIn((value as Fields | undefined)?.[field], held, path ? `${path}.${field}` : field),
  );
}

const hasItem = (list: unknown, item: unknown) =>
  Array.isArray(list) && list.some((candidate) => !missingIn(candidate, item).length);
