import { CelEvaluationError } from '../errors';
import type { Fold } from '../syntax/ast';
import { GrowingList, GrowingMap, List, MapValue } from '../values/collections';
import { spend } from '../values/meter';
import { Optional, TypeValue, Uint } from '../values/scalars';
import { Duration, Timestamp } from '../values/time';
import { fail, type Value } from '../values/value';
import { Failure, type Frame, type Part, type Run } from './frame';

interface FoldParts {
  readonly range: Part;
  readonly init: Part;
  readonly condition: Part;
  readonly step: Part;
  readonly result: Part;
}

/** Runs a loop; its accumulator is at a place, its variables follow. */
export function fold(node: Fold, place: number, parts: FoldParts): Run {
  const { range, condition, step, result } = parts;
  const hasTwo = node.variables.length === 2;
  const begin = beginning(node, parts.init.run);
  const goesOn = condition.constant ? undefined : condition.run;
  const isEndless = condition.constant?.value === true;
  return (frame) => {
    const holder = range.run(frame);
    const { locals } = frame;
    locals[place] = attempt(begin, frame);
    if (isEndless || goesOn) {
      for (const [first, second] of entriesOf(holder, hasTwo)) {
        if (goesOn && goesOn(frame) !== true) break;
        spend(1);
        locals[place + 1] = first;
        locals[place + 2] = second;
        locals[place] = attempt(step.run, frame);
      }
    }
    return result.run(frame);
  };
}

/** A list or map that begins empty is filled in place. */
function beginning({ init }: Fold, run: Run): Run {
  if (init.kind === 'list' && init.items.length === 0) return () => new GrowingList();
  if (init.kind === 'map' && init.entries.length === 0) return () => new GrowingMap();
  return run;
}

function attempt(run: Run, frame: Frame): Value | Failure {
  try {
    return run(frame);
  } catch (error) {
    if (error instanceof CelEvaluationError) return new Failure(error);
    throw error;
  }
}

/** The values of the variables, turn by turn. */
function* entriesOf(holder: Value, hasTwo: boolean): Generator<readonly [Value, Value]> {
  if (holder instanceof List) {
    for (let index = 0; index < holder.size; index++) {
      yield hasTwo ? [BigInt(index), holder.at(index)] : [holder.at(index), null];
    }
  } else if (holder instanceof MapValue) {
    for (const key of holder.keys()) yield [key, hasTwo ? holder.find(key)! : null];
  } else {
    fail(`got '${goType(holder)}', expected iterable type`);
  }
}

function goType(value: Value): string {
  switch (typeof value) {
    case 'bigint':
      return 'types.Int';
    case 'number':
      return 'types.Double';
    case 'string':
      return 'types.String';
    case 'boolean':
      return 'types.Bool';
    default:
      return value === null ? 'types.Null' : goObjectType(value);
  }
}

function goObjectType(value: object): string {
  if (value instanceof Uint8Array) return 'types.Bytes';
  if (value instanceof Optional) return '*types.Optional';
  if (value instanceof TypeValue) return '*types.Type';
  const names = new Map<unknown, string>([
    [Uint, 'types.Uint'],
    [Duration, 'types.Duration'],
    [Timestamp, 'types.Timestamp'],
  ]);
  return names.get(value.constructor) ?? value.constructor.name;
}
