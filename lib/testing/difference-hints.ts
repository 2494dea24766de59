import { closest } from '../validate/closest';
import type { Context } from './context';
import { fieldsOf, isLike, isMap } from './partial';

/** What a difference does not say by itself: fields that are not there, and lists of another length. */
export function differenceHints(received: unknown, given: unknown, context: Context): string {
  return hintsFor(received, given, context, '').join('\n');
}

function hintsFor(received: unknown, given: unknown, context: Context, path: string): string[] {
  const partial = fieldsOf(given);
  if (isLike(received, given, context)) return [];
  if (Array.isArray(received) && Array.isArray(partial)) return listHints(received, partial, context, path);
  if (!isMap(received) || !isMap(partial)) return [];
  return Object.keys(partial).flatMap((field) =>
    Object.hasOwn(received, field)
      ? hintsFor(received[field], partial[field], context, path ? `${path}.${field}` : field)
      : partial[field] === undefined
        ? []
        : missingFieldHints(field, received, path),
  );
}

function listHints(
  received: readonly unknown[],
  partial: readonly unknown[],
  context: Context,
  path: string,
): string[] {
  if (received.length === partial.length) {
    return received.flatMap((item, index) => hintsFor(item, partial[index], context, `${path}[${index}]`));
  }
  return [
    `${path} has ${received.length} item${received.length === 1 ? '' : 's'}, not ${partial.length}: expect.arrayContaining([expect.objectContaining({ … })]) accepts a longer list`,
  ];
}

function missingFieldHints(
  field: string,
  received: { readonly [field: string]: unknown },
  path: string,
): string[] {
  const around = Object.keys(received);
  const inner = around.find((one) => isMap(received[one]) && Object.hasOwn(received[one], field));
  const near = inner ? `${inner}.${field}` : closest(field, around);
  return [`no field ${path ? `${path}.` : ''}${field}${near ? `: did you mean "${near}"?` : ''}`];
}
