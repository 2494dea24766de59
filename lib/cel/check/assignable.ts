import { type CelType, isDyn, isDynOrError, isExactly } from '../types';
import type { Mapping } from './mapping';

/** Whether values of one type may stand where another is wanted (checker.isAssignable). */
export const isAssignable = (mapping: Mapping, one: CelType, other: CelType): boolean =>
  mapping.attempt(() => fits(mapping, one, other));

export const areAssignable = (
  mapping: Mapping,
  ones: readonly CelType[],
  others: readonly CelType[],
): boolean => mapping.attempt(() => fitAll(mapping, ones, others));

const fitAll = (mapping: Mapping, ones: readonly CelType[], others: readonly CelType[]) =>
  ones.length === others.length && ones.every((one, index) => fits(mapping, one, others[index]));

const NULLABLE: ReadonlySet<string> = new Set(['opaque', 'struct', 'duration', 'timestamp', 'null']);

function fits(mapping: Mapping, one: CelType, other: CelType): boolean {
  if (other.kind === 'param') {
    const { isValid, isBound } = substitutes(mapping, one, other);
    if (isValid || isBound) return isValid;
  }
  if (one.kind === 'param') return substitutes(mapping, other, one).isValid;
  if (isDynOrError(one) || isDynOrError(other)) return true;
  if (one.kind === 'null') return NULLABLE.has(other.kind);
  if (other.kind === 'null') return NULLABLE.has(one.kind);
  if (one.kind !== other.kind) return false;
  if (one.kind === 'type') return true;
  return one.name === other.name && fitAll(mapping, one.params, other.params);
}

/** Whether a type can be what a parameter stands for, and whether that was known to stand for something. */
function substitutes(
  mapping: Mapping,
  type: CelType,
  param: CelType,
): { isValid: boolean; isBound: boolean } {
  if (isExactly(type, param)) return { isValid: true, isBound: true };
  const bound = mapping.find(param);
  if (!bound) {
    const isValid = isFreeOf(mapping, param, type);
    if (isValid) mapping.bind(param, type);
    return { isValid, isBound: false };
  }
  if (isExactly(type, bound)) return { isValid: true, isBound: true };
  if (!fits(mapping, type, bound)) return { isValid: false, isBound: true };
  const general = mostGeneral(type, bound);
  if (isFreeOf(mapping, param, general)) mapping.bind(param, general);
  return { isValid: true, isBound: true };
}

/** Whether a type does not contain a parameter. */
function isFreeOf(mapping: Mapping, param: CelType, type: CelType): boolean {
  if (isExactly(param, type)) return false;
  if (type.kind !== 'param') return type.params.every((inner) => isFreeOf(mapping, param, inner));
  const bound = mapping.find(type);
  return bound === undefined || isFreeOf(mapping, param, bound);
}

/** The one of two types that fit that says less. */
export const mostGeneral = (one: CelType, other: CelType): CelType => (isLess(one, other) ? one : other);

function isLess(one: CelType, other: CelType): boolean {
  if (isDyn(one) || one.kind === 'param') return true;
  if (isDyn(other) || other.kind === 'param' || one.kind !== other.kind) return false;
  if (one.kind === 'type') return true;
  if (one.name !== other.name || one.params.length !== other.params.length) return false;
  return one.params.every((param, index) => isLess(param, other.params[index]));
}
