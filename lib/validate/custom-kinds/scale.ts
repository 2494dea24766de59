import { isMap } from '../../object/value-at';
import { goTextWithIntegers, goTypeOf } from '../../go/print';
import type { Field } from '../field';
import type { CustomResourceSubresourceScale } from '../schema/types';

const MAX = 2 ** 31 - 1;

/** ValidateScaleSpec and ValidateScaleStatus, pkg/registry/customresource 1.30 to 1.37. */
export function judgeScale(
  object: unknown,
  { specReplicasPath = '', statusReplicasPath = '', labelSelectorPath }: CustomResourceSubresourceScale,
  at: Field,
): void {
  judgeReplicas(object, specReplicasPath, at);
  judgeReplicas(object, statusReplicasPath, at);
  if (labelSelectorPath === undefined) return;
  const found = nested(object, labelSelectorPath, 'string');
  if (found.fault !== undefined) placeAt(labelSelectorPath, at).invalid('', found.fault);
}

function judgeReplicas(object: unknown, path: string, at: Field): void {
  const place = placeAt(path, at);
  const { value, fault } = nested(object, path, 'int64');
  if (fault !== undefined) return place.invalid(0, fault);
  if (value === undefined) return;
  const count = Number(value);
  if (count < 0) place.invalid(value, 'should be a non-negative integer');
  else if (count > MAX) place.invalid(value, `should be less than or equal to ${MAX}`);
}

const namesOf = (path: string) => path.replace(/^\./, '').split('.');

const placeAt = (path: string, at: Field) => at.field(path).shownAt(at.field(...namesOf(path)));

/** NestedFieldNoCopy and what asks for a type, apimachinery unstructured/helpers.go 1.36. */
function nested(
  object: unknown,
  path: string,
  type: 'string' | 'int64',
): { readonly value?: unknown; readonly fault?: string } {
  const names = namesOf(path);
  let value = object;
  for (let depth = 0; depth < names.length; depth++) {
    if (value === null || value === undefined) return {};
    if (!isMap(value)) {
      const place = names.slice(0, depth + 1).join('.');
      return {
        fault: `.${place} accessor error: ${goTextWithIntegers(value)} is of the type ${goTypeOf(value)}, expected map[string]interface{}`,
      };
    }
    if (!Object.hasOwn(value, names[depth])) return {};
    value = value[names[depth]];
  }
  if (goTypeOf(value) === type) return { value };
  return {
    fault: `.${names.join('.')} accessor error: ${goTextWithIntegers(value)} is of the type ${goTypeOf(value)}, expected ${type}`,
  };
}
