import {
  type CelEnvironment,
  CelCompileError,
  CelEvaluationError,
  CelNotSupported,
  compile,
} from '../../lib/cel';
import type { CelType } from '../../lib/cel';
import { List, MapValue } from '../../lib/cel/values/collections';
import { Optional, TypeValue, Uint } from '../../lib/cel/values/scalars';
import { Duration, Timestamp } from '../../lib/cel/values/time';
import { formatDouble, typeNameOf, type Value } from '../../lib/cel/values/value';

/** What compiling and evaluating an expression leads to. */
export interface Outcome {
  readonly type?: string;
  readonly result?: unknown;
  /** What cel-go prints of an expression that does not compile. */
  readonly issues?: string;
  /** Why no program can be made of it. */
  readonly program?: string;
  readonly error?: string;
}

export function outcomeOf(
  expr: string,
  environment: CelEnvironment,
  variables: { readonly [name: string]: unknown },
): Outcome {
  try {
    const program = compile(expr, environment);
    return evaluated(typeText(program.type), () => program.evaluate(variables));
  } catch (error) {
    if (error instanceof CelNotSupported) return { error: `not supported: ${error.message}` };
    if (!(error instanceof CelCompileError)) throw error;
    return error.stage === 'program' ? { program: error.message } : { issues: error.message };
  }
}

function evaluated(type: string, evaluate: () => Value): Outcome {
  try {
    return { type, result: shown(evaluate()) };
  } catch (error) {
    if (error instanceof CelEvaluationError) return { error: error.message };
    if (error instanceof CelNotSupported) return { error: `not supported: ${error.message}` };
    throw error;
  }
}

const typeText = ({ name, params }: CelType): string =>
  params.length ? `${name}(${params.map(typeText).join(', ')})` : name;

/** A value as JSON, with its type. */
export function shown(value: Value): unknown {
  switch (typeof value) {
    case 'bigint':
      return `int:${value}`;
    case 'number':
      return `double:${formatDouble(value)}`;
    case 'string':
      return `s:${value}`;
    case 'boolean':
      return value;
    default:
      return value === null ? 'null' : shownObject(value);
  }
}

function shownObject(value: object): unknown {
  if (value instanceof Uint8Array) return `bytes:${Buffer.from(value).toString('hex')}`;
  if (value instanceof Uint) return `uint:${value.value}`;
  if (value instanceof Timestamp) return `timestamp:${value.text}`;
  if (value instanceof Duration) return `duration:${value.nanos}`;
  if (value instanceof TypeValue) return `type:${value.name}`;
  if (value instanceof Optional) return value.hasValue ? { optional: inner(value.value) } : 'optional.none';
  if (value instanceof List) return value.items.map(inner);
  if (value instanceof MapValue) return { map: Object.fromEntries(entriesOf(value)) };
  return `${typeNameOf(value as Value)}:${String(value)}`;
}

const inner = (value: Value): unknown => (value === null ? null : shown(value));

const entriesOf = (map: MapValue) =>
  map.keys().map((key): [string, unknown] => [String(shown(key)), inner(map.find(key)!)]);
