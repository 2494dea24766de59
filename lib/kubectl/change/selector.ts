import { quote } from '../../validate/go-text';
import { labelValue, qualifiedName } from '../../validate/vocabulary/labels';
import { KubectlError } from '../errors';
import { compareBytes, type JsonObject } from '../go/object';
import type { TypedManifest } from '../manifests/typed';
import { parseRequirements, type Requirement } from './requirements';

/** A label selector as an object has it (metav1.LabelSelector). */
export interface LabelSelector {
  readonly labels: ReadonlyMap<string, string>;
  /** What is not `key=value`, as Go prints it. */
  readonly expressions: readonly string[];
}

/**
 * Reads a selector such as `app=web,tier in (a,b)` (metav1.ParseToLabelSelector, 1.36).
 *
 * @throws KubectlError
 */
export function parseSelector(text: string, minor: number): LabelSelector {
  const requirements = requirementsOf(text, minor);
  const labels = new Map<string, string>();
  const expressions: string[] = [];
  for (const { key, operator, values } of requirements) {
    if (operator === '=' || operator === '==') labels.set(key, values[0]);
    else expressions.push(`{${key} ${nameOf(operator)} [${values.join(' ')}]}`);
  }
  return { labels, expressions };
}

function requirementsOf(text: string, minor: number): readonly Requirement[] {
  try {
    return parseRequirements(text, { key: (key) => qualifiedName(key, minor), value: (value) => labelValue(value, minor) });
  } catch (error) {
    throw new KubectlError(`couldn't parse the selector string "${text}": ${(error as Error).message}`);
  }
}

const NAMES: { readonly [operator: string]: string } = { in: 'In', notin: 'NotIn', exists: 'Exists', '!': 'DoesNotExist' };

function nameOf(operator: Requirement['operator']): string {
  if (operator in NAMES) return NAMES[operator];
  throw new KubectlError(operator === '!=' ? `${quote(operator)} is not a valid label selector operator` : `${quote(operator === '>' ? 'gt' : 'lt')} isn't supported in label selectors`);
}

/** Sets the selector of a Service (updateSelectorForObject, kubectl 1.36). */
export function setSelector({ struct, object }: TypedManifest, { labels, expressions }: LabelSelector): void {
  if (struct !== 'core.v1.Service') throw new KubectlError('setting a selector is only supported for Services');
  if (expressions.length) throw new KubectlError(`match expression [${expressions.join(' ')}] not supported on this object`);
  const selector = Object.fromEntries([...labels].sort(([a], [b]) => compareBytes(a, b)));
  object.spec = { ...object.spec as JsonObject | undefined, selector };
}
