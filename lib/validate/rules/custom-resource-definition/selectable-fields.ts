import { conversionFault } from '../../crd/conversion-fault';
import { followPath, type PathResult } from '../../crd/field-path';
import type { Schema } from '../../crd/schema';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { SelectableField } from '../../schema/types';

interface Subject {
  readonly fields: readonly SelectableField[];
  readonly schema: Schema | undefined;
  /** What a server says if there is no schema. */
  readonly withoutSchema: string;
}

const MOST = 8;

/** ValidateCustomResourceSelectableFields, pkg/apis/apiextensions/validation 1.30 to 1.37. */
export const SELECTABLE_FIELDS = defineRule<Rule<Subject>>({
  id: 'crd-selectable-field',
  stage: 'judge',
  mistake:
    'a selectable field that the schema does not have, that is not a scalar, or of which there are too many',
  suggestion: 'use the paths of up to eight strings, booleans or integers of the schema',
  judge({ fields, schema, withoutSchema }, at) {
    if (!schema) {
      at.invalid('', withoutSchema);
      return;
    }
    const fault = conversionFault(schema);
    if (fault !== undefined) {
      at.sibling('schema').field('openAPIV3Schema').invalid('', fault);
      return;
    }
    const unique = new Set<string>();
    fields.forEach(({ jsonPath = '' }, index) =>
      judgeField(jsonPath, schema, unique, at.index(index).field('jsonPath')),
    );
    if (unique.size > MOST) at.tooMany(unique.size, MOST);
  },
});

function judgeField(path: string, schema: Schema, unique: Set<string>, at: Field): void {
  if (!path) {
    at.required('', { suggestion: 'set jsonPath, such as .spec.color' });
    return;
  }
  const found = followPath(path, schema, false);
  if ('fault' in found) {
    at.invalid(path, `is an invalid path: ${found.fault}`);
    return;
  }
  judgeFound(path, found, at);
  if (unique.has(found.text)) at.duplicate(path);
  unique.add(found.text);
}

const SCALARS = ['string', 'boolean', 'integer'];

function judgeFound(path: string, found: Exclude<PathResult, { readonly fault: string }>, at: Field): void {
  if (found.root === 'metadata') at.invalid(path, 'must not point to fields in metadata');
  if (!SCALARS.includes(found.schema?.type ?? '')) {
    at.invalid(
      path,
      'must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.',
    );
  }
}
