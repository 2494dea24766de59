import type { FieldPath } from '../path';
import type { Verdict } from '../verdict';
import { type Gate, isOff } from './gates';

/** Part of an object that goes where the gate is off. */
export interface Drop<T> {
  readonly gate: Gate;
  /** Whether there is something to drop: asked of every manifest, so cheap. */
  uses(subject: T): boolean;
  /** Drops it and tells the path of each field dropped. */
  drop(subject: T, path: FieldPath, dropped: (path: FieldPath) => void): void;
}

/** Drops one field of the subject itself. */
export function field<T extends object>(gate: Gate, name: keyof T & string): Drop<T> {
  return {
    gate,
    uses: (subject) => subject[name] !== undefined,
    drop(subject, path, dropped) {
      delete subject[name];
      dropped(path.child(name));
    },
  };
}

/** Drops one field of what the subject holds in another of its fields. */
export function inner<T extends object>(gate: Gate, holder: keyof T & string, name: string): Drop<T> {
  const held = (subject: T) => subject[holder] as { [field: string]: unknown } | undefined;
  return {
    gate,
    uses: (subject) => held(subject)?.[name] !== undefined,
    drop(subject, path, dropped) {
      delete held(subject)![name];
      dropped(path.child(holder, name));
    },
  };
}

/** What a server drops of one part of an object, in its order. */
export class Drops<T> {
  private readonly byMinor = new Map<number, readonly Drop<T>[]>();

  constructor(private readonly all: readonly Drop<T>[]) {}

  /** Drops all that the verdict's minor has switched off. */
  run(subject: T, path: FieldPath, verdict: Verdict): void {
    for (const drop of this.of(verdict.minor)) {
      if (drop.uses(subject)) drop.drop(subject, path, (place) => verdict.dropped(place, drop.gate));
    }
  }

  private of(minor: number): readonly Drop<T>[] {
    let off = this.byMinor.get(minor);
    if (!off) this.byMinor.set(minor, (off = this.all.filter(({ gate }) => isOff(gate, minor))));
    return off;
  }
}
