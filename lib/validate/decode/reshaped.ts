import { isMap } from '../../object/value-at';
import type { FieldPath } from '../path';
import { type FieldType, structOf } from '../schema/schema';
import { flow } from './flow';
import { fits } from './misplaced/fits';
import { shortForms } from './short-forms';
import { type Reshaped, wordsOf } from './words';

/** A value in the shape that its field has; undefined if nobody can tell what was meant. */
export function reshaped(
  value: unknown,
  type: FieldType,
  path: FieldPath,
  minor: number,
): Reshaped | undefined {
  if (type.form === 'scalar') return ofScalar(value, type.scalar, path);
  if (type.form === 'list' && isMap(value)) return listOfMap(value, type.item, minor);
  if (type.form === 'list' && isCommand(path) && typeof value === 'string') {
    return wordsOf(value, path.last === 'command');
  }
  return writtenOut(value, type, minor);
}

const isCommand = ({ last }: FieldPath) => last === 'command' || last === 'args';

function writtenOut(value: unknown, type: FieldType, minor: number): Reshaped | undefined {
  const forms = shortForms(value, type, minor);
  if (!forms.length) return undefined;
  const also = forms[0].also === undefined ? '' : `, and set its ${forms[0].also}`;
  return {
    suggestion: `use a ${type.form === 'list' ? 'list' : 'map'}: ${forms.map(({ value }) => flow(value)).join(' or ')}${also}`,
    meant: forms[0].value,
  };
}

/** A map in place of a list: one of its items, or items by their names. */
function listOfMap(
  value: { readonly [key: string]: unknown },
  item: FieldType,
  minor: number,
): Reshaped | undefined {
  const [first, ...more] = Object.entries(value);
  if (item.form !== 'struct' || !first) return undefined;
  if (fits(value, item, minor)) {
    return { suggestion: `make it an item of a list: begin with "- ${first[0]}:"`, meant: [value] };
  }
  const fields = structOf(item.struct);
  if (!fields.has('name')) return undefined;
  const each = more.length ? 'make each an item of a list' : 'make it an item of a list';
  const entries = [first, ...more];
  if (entries.every(([, fields]) => isMap(fields) && fits(fields, item, minor))) {
    const meant = entries.map(([name, fields]) => ({ name, ...(fields as object) }));
    return { suggestion: `${each}: "- name: ${first[0]}" with its fields below it`, meant };
  }
  if (!fields.has('value') || entries.some(([, scalar]) => typeof scalar === 'object')) return undefined;
  const meant = entries.map(([name, scalar]) => ({ name, value: String(scalar) }));
  return { suggestion: `${each}: "- name: ${first[0]}" with its "value:" below it`, meant };
}

/** A field that several `Seconds` are in takes no unit. */
function ofScalar(value: unknown, scalar: string, { last, holder }: FieldPath): Reshaped | undefined {
  if (isMap(value)) return ofMap(value, scalar, String(last), holder.last === 'data');
  if (typeof value !== 'string' || !scalar.startsWith('int') || !/seconds/i.test(String(last))) {
    return undefined;
  }
  const [, amount, unit] =
    /^(\d{1,9}) ?(s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?)$/.exec(value) ?? [];
  if (amount === undefined) return undefined;
  const meant = Number(amount) * SECONDS[unit[0]];
  return { suggestion: `use ${meant}: a number of seconds, without a unit`, meant };
}

const SECONDS: { readonly [unit: string]: number } = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Labels need no selector around them, and data is text, whatever its own structure is. */
function ofMap(
  value: { readonly [key: string]: unknown },
  scalar: string,
  key: string,
  isData: boolean,
): Reshaped | undefined {
  const keys = Object.keys(value);
  if (scalar !== 'string' || !keys.length) return undefined;
  if (key === 'matchLabels') return { suggestion: `move its content one level up: ${keys.join(', ')}` };
  return isData ? { suggestion: `to keep its content as text, write "|" after "${key}:"` } : undefined;
}
