import type { Import, Sort } from './imports';

/** The sorts of imports that a circle of each sort may consist of. */
const STEPS: { readonly [sort in Sort]: readonly Sort[] } = {
  value: ['value'],
  lazy: ['value', 'lazy'],
  type: ['value', 'lazy', 'type'],
};

/**
 * The largest sets of files that all reach each other by these steps, with an import of this sort among them.
 * Each set counts as one circle, though several may pass through it.
 */
export function circles(imports: readonly Import[], sort: Sort): string[][] {
  const steps = imports.filter((step) => STEPS[sort].includes(step.sort));
  return components(steps).filter((files) =>
    steps.some((step) => step.sort === sort && isInside(step, files)),
  );
}

const isInside = ({ from, to }: Import, files: readonly string[]) =>
  files.includes(from) && files.includes(to);

function components(imports: readonly Import[]): string[][] {
  const forward = neighbours(imports.map(({ from, to }) => [from, to]));
  const backward = neighbours(imports.map(({ from, to }) => [to, from]));
  const placed = new Set<string>();
  const found: string[][] = [];
  for (const file of [...forward.keys()].sort()) {
    if (placed.has(file)) continue;
    const before = reachable(file, backward);
    const component = [...reachable(file, forward)].filter((other) => before.has(other)).sort();
    component.forEach((other) => placed.add(other));
    if (component.length) found.push(component);
  }
  return found;
}

function neighbours(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>();
  for (const [from, to] of pairs) map.set(from, (map.get(from) ?? new Set()).add(to));
  return map;
}

/** The files that imports lead to; the first one only if they lead back to it. */
function reachable(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const other of next.get(file) ?? []) {
      if (!seen.has(other)) open.push(other);
      seen.add(other);
    }
  }
  return seen;
}
