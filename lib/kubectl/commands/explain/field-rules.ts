import type { ApiResource } from './api-documents';
import type { FoundField } from './field';
import { FIELD_RULES } from './field-rules-table';

/** Ids of the rules that concern a field, or one directly in it, sorted. */
export function rulesOf({ owner, steps, holds }: FoundField, { kind }: ApiResource): readonly string[] {
  const own = steps.length ? rulesAt(owner, steps.at(-1)!.name, kind) : [];
  const below = holds === undefined ? [] : rulesAt(holds, undefined, kind);
  return [...new Set([...own, ...below])].sort();
}

/** Types whose fields many kinds have: what concerns them in one does not in all. */
const SHARED = /^meta\.v1\./;

/** The rules of one field of a type, or of all of them. */
function rulesAt(type: string, field: string | undefined, kind: string): string[] {
  const short = type.split('.').slice(-3).join('.');
  const start = `${SHARED.test(short) ? `${kind}/` : ''}${short}.${field === undefined ? '' : `${field} `}`;
  return FIELD_RULES.filter((line) => line.startsWith(start)).flatMap((line) => line.split(' ').slice(1));
}
