/** The text of lib/validate/gates/gates.ts for one more minor, and what changed in it, a line each. */
export interface GateTable {
  readonly text: string;
  readonly changed: readonly string[];
  /** Gates of the table that the minor no longer knows and that were off before it. */
  readonly gone: readonly string[];
}

const LINE = /^( {2})(\w+): \{(?: (.*) )?\},$/;

/** Enters in the table which of its gates a minor turns on or off. */
export function withGateStates(
  source: string,
  before: ReadonlyMap<string, string>,
  states: ReadonlyMap<string, string>,
  minor: number,
): GateTable {
  const lines = source.split('\n');
  const [first, end] = [
    lines.indexOf('const GATES = {'),
    lines.findIndex((line) => /^\} satisfies/.test(line)),
  ];
  if (first < 0 || end < first) throw new Error('the table of gates is not where it was: const GATES = {');
  const changed: string[] = [];
  const gone: string[] = [];
  const table = lines.slice(first + 1, end).map((line) => {
    const match = LINE.exec(line);
    if (!match) throw new Error(`a line of the table of gates is not of the usual form: ${line}`);
    const [, indent, name, ranges = ''] = match;
    const wasOn = ranges.includes('on:') && !ranges.includes('until:');
    const state = states.get(name);
    if (state === undefined && before.has(name) && !wasOn) gone.push(name);
    // A gate that is gone stays as it was: one that was on has become part of Kubernetes.
    if (state === undefined || state.startsWith('on') === wasOn) return line;
    const added = wasOn ? `until: ${minor - 1}` : `on: ${minor}`;
    if (!wasOn && ranges.includes('on:')) {
      throw new Error(`${name} was on, then off, and is on again: ${line}`);
    }
    changed.push(`${name}: ${state}, ${added}`);
    return `${indent}${name}: { ${[ranges, added].filter(Boolean).join(', ')} },`;
  });
  const text = [...lines.slice(0, first + 1), ...table, ...lines.slice(end)].join('\n');
  return { text, changed, gone };
}
