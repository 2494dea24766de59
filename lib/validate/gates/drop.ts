import type { Field } from '../field';
import { type Gate, isOff } from './gates';

/** Part of an object that goes where the gate is off. */
export interface Drop<T> {
  readonly gate: Gate;
  /** Whether there is something to drop: asked of every manifest, so cheap. */
  uses(subject: T): boolean;
  /** Drops it and tells the path of each field dropped. */
  drop(subject: T, path: Field, dropped: (path: Field) => void): void;
}

/** Drops one field of the subject itself. */
export function field<T extends object>(gate: Gate, name: keyof T & string): Drop<T> {
  return {
    gate,
    uses: (subject) => subject[name] !== undefined,
    drop(subject, path, dropped) {
      delete subject[name];
      dropped(path.field(name));
    },
  };
}

type Fields = { [field: string]: unknown };

/**
 * Drops fields of what the subject holds: `securityContext.supplementalGroupsPolicy`. A `*` stands for each
 * item of a list and each value of a map: `volumeMounts.*.recursiveReadOnly`; a `|` separates names of fields
 * that are alike: `livenessProbe|readinessProbe.grpc.mode`.
 */
export function nested<T extends object>(gate: Gate, fields: string): Drop<T> {
  const names = fields.split('.');
  return {
    gate,
    uses: names.reduceRight<Question>(holdsWhat, isThere),
    drop: (subject, path, dropped) => remove(subject, names, 0, path, dropped),
  };
}

type Question = (value: unknown) => boolean;

const isThere: Question = (value) => value !== undefined;

/** Asks a question of a field or, for `*`, of each item. Compiled once, since every manifest is asked. */
function holdsWhat(ask: Question, name: string): Question {
  if (name === '*') {
    return (value) => {
      if (value === undefined) return false;
      return Array.isArray(value) ? value.some(ask) : Object.values(value as Fields).some(ask);
    };
  }
  const alike = name.split('|');
  if (alike.length === 1) return (value) => value !== undefined && ask((value as Fields)[name]);
  return (value) => value !== undefined && alike.some((one) => ask((value as Fields)[one]));
}

function remove(
  value: unknown,
  names: readonly string[],
  depth: number,
  path: Field,
  dropped: (path: Field) => void,
): void {
  if (value === undefined) return;
  const name = names[depth];
  const fields = value as Fields;
  if (name === '*') {
    for (const [key, item] of Object.entries(fields)) {
      const place = Array.isArray(value) ? path.index(Number(key)) : path.key(key);
      remove(item, names, depth + 1, place, dropped);
    }
    return;
  }
  for (const one of name.split('|')) {
    if (depth < names.length - 1) {
      remove(fields[one], names, depth + 1, path.field(one), dropped);
    } else if (fields[one] !== undefined) {
      delete fields[one];
      dropped(path.field(one));
    }
  }
}

/** What a server drops of one part of an object, in its order. */
export class Drops<T> {
  private readonly byMinor = new Map<number, readonly Drop<T>[]>();

  constructor(private readonly all: readonly Drop<T>[]) {}

  /** Drops everything whose gate is off in the minor. */
  run(subject: T, at: Field): void {
    for (const drop of this.of(at.minor)) {
      if (drop.uses(subject)) drop.drop(subject, at, (place) => place.dropped(drop.gate));
    }
  }

  private of(minor: number): readonly Drop<T>[] {
    let off = this.byMinor.get(minor);
    if (!off) this.byMinor.set(minor, (off = this.all.filter(({ gate }) => isOff(gate, minor))));
    return off;
  }
}
