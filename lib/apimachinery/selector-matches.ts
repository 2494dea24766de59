import type { Requirement } from './selector';

/** Labels of an object. */
interface Labels {
  readonly [key: string]: string;
}

type Test = (value: string | undefined, values: readonly string[]) => boolean;

const isOneOf: Test = (value, values) => value !== undefined && values.includes(value);
const compares =
  (holds: (value: bigint, bound: bigint) => boolean): Test =>
  (value, [bound]) =>
    value !== undefined && /^[-+]?\d+$/.test(value) && holds(BigInt(value), BigInt(bound));

const TESTS: Readonly<Record<Requirement['operator'], Test>> = {
  '=': isOneOf,
  '==': isOneOf,
  in: isOneOf,
  '!=': (...given) => !isOneOf(...given),
  notin: (...given) => !isOneOf(...given),
  exists: (value) => value !== undefined,
  '!': (value) => value === undefined,
  gt: compares((value, bound) => value > bound),
  lt: compares((value, bound) => value < bound),
};

/** Whether labels meet all requirements (labels.Requirement.Matches, 1.36). */
export const matches = (requirements: readonly Requirement[], labels: Labels): boolean =>
  requirements.every(({ key, operator, values }) =>
    TESTS[operator](Object.hasOwn(labels, key) ? labels[key] : undefined, values),
  );
