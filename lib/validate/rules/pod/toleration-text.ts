import { jsonProblem } from '../../../go/json';
import type { Toleration } from '../../schema/types';

/**
 * Tolerations written as JSON, or what Go says of a text that is none (GetTolerationsFromPodAnnotations,
 * pkg/apis/core/helper 1.36).
 */
export function tolerationsOf(text: string): readonly Toleration[] | string {
  const problem = jsonProblem(text);
  if (problem !== undefined) return problem;
  const value = JSON.parse(text) as unknown;
  if (value === null) return [];
  if (!Array.isArray(value)) {
    return `json: cannot unmarshal ${kindOf(value)} into Go value of type []core.Toleration`;
  }
  const problems: string[] = [];
  const tolerations = value.map((item: unknown) => decode(item, problems));
  return problems[0] ?? tolerations;
}

/** A struct without JSON tags takes its fields in any case. */
const FIELDS: ReadonlyMap<
  string,
  readonly [field: keyof Toleration, name: string, type: 'string' | 'int64', goType: string]
> = new Map([
  ['key', ['key', 'Key', 'string', 'string']],
  ['operator', ['operator', 'Operator', 'string', 'core.TolerationOperator']],
  ['value', ['value', 'Value', 'string', 'string']],
  ['effect', ['effect', 'Effect', 'string', 'core.TaintEffect']],
  ['tolerationseconds', ['tolerationSeconds', 'TolerationSeconds', 'int64', 'int64']],
]);

function decode(item: unknown, problems: string[]): Toleration {
  if (item === null) return {};
  if (typeof item !== 'object' || Array.isArray(item)) {
    problems.push(`json: cannot unmarshal ${kindOf(item)} into Go value of type core.Toleration`);
    return {};
  }
  const toleration: { [field: string]: unknown } = {};
  for (const [key, value] of Object.entries(item)) {
    const known = FIELDS.get(key.toLowerCase());
    if (!known || value === null) continue;
    const [field, name, type, goType] = known;
    const fits =
      type === 'string'
        ? typeof value === 'string'
        : Number.isInteger(value) && Math.abs(value as number) < 2 ** 63;
    if (fits) {
      toleration[field] = value;
    } else {
      problems.push(
        `json: cannot unmarshal ${type === 'int64' ? numbered(value) : kindOf(value)} into Go struct field Toleration.${name} of type ${goType}`,
      );
    }
  }
  return toleration;
}

const numbered = (value: unknown) => (typeof value === 'number' ? `number ${value}` : kindOf(value));

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
