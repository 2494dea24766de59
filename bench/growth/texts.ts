import type { FieldType } from '../../lib/validate/schema/schema';
import { type Scenario, validated } from './scenario';
import { type FieldAt, fields, innermost, manifestWith } from './search';

/** What long texts repeat: what names, paths, amounts, addresses, images and schedules are made of. */
const PARTS = ['a', '-', '/', '1', '.', ' ', 'a-', 'a.', '1.', 'a/', 'a:', '\n'];

/** Ends that a text is taken for what it is by, or for nothing. */
const ENDS = ['', '!'];

const READ_AS_TEXT: ReadonlySet<string> = new Set([
  'string',
  'bytes',
  'quantity',
  'intOrString',
  'time',
  'microTime',
  'any',
]);

const isText = (type: FieldType) => type.form === 'scalar' && READ_AS_TEXT.has(type.scalar);

/** A value that holds a text wherever its type has room for one, keys included. */
function holding(type: FieldType, text: string): unknown {
  if (type.form === 'list') return [holding(type.item, text)];
  return type.form === 'map' ? { [text]: holding(type.item, text) } : text;
}

/** A document for each field of a struct and each text. */
function documents(ofStruct: readonly FieldAt[], length: number): string {
  const texts = PARTS.flatMap((part) => ENDS.map((end) => `a${part.repeat(length / part.length)}${end}`));
  return ofStruct
    .flatMap((field) => texts.map((text) => JSON.stringify(manifestWith(field, holding(field.type, text)))))
    .join('\n---\n');
}

function byStruct(): Map<string, FieldAt[]> {
  const groups = new Map<string, FieldAt[]>();
  for (const field of fields()) {
    if (!isText(innermost(field.type))) continue;
    const name = `${field.kind.kind} ${field.way.slice(0, -1).join('.')}`.trimEnd();
    groups.set(name, [...(groups.get(name) ?? []), field]);
  }
  return groups;
}

/** Every text of every kind, long and awkward; those of one struct together. */
export const TEXTS: readonly Scenario[] = [...byStruct()].map(([name, ofStruct]) =>
  validated(`texts of ${name}`, 4000, (length) => documents(ofStruct, length), ['--pod-security=restricted']),
);
