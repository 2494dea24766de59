import { closest } from '../../validate/closest';

/** Type of a value in the configuration. */
export type Shape =
  /** A text. `read` throws where it makes no sense; `pattern` says the same to editors. */
  | {
      readonly kind: 'text';
      readonly read?: (text: string) => unknown;
      readonly pattern?: string;
      readonly example: string;
    }
  /** One of some words. `off` may be false, as which YAML 1.1 reads it. */
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | {
      readonly kind: 'list';
      readonly of: Shape;
      /** Whether one item may stand alone. */ readonly orOne?: boolean;
    }
  | {
      readonly kind: 'map';
      readonly keys: readonly string[];
      readonly of: Shape;
      readonly example: string;
      /** Message and suggestion for an unknown key. */ readonly stray: (key: string) => string;
    }
  /** Some fields, each of a shape of its own. The value of `orOnly` may stand alone for a map with it. */
  | {
      readonly kind: 'fields';
      readonly fields: { readonly [key: string]: Shape };
      readonly orOnly: string;
      readonly example: string;
    };

/** What is wrong with a value, and where. */
export interface ShapeProblem {
  readonly path: readonly (string | number)[];
  /** Whether it is about the key. */
  readonly ofKey?: boolean;
  readonly message: string;
  /** The message about a value without quotes, as it is written: YAML reads 1.30 as 1.3. */
  readonly asWritten?: (written: string) => string;
}

export function shapeProblems(
  value: unknown,
  shape: Shape,
  path: readonly (string | number)[],
): ShapeProblem[] {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string'
        ? textProblems(value, shape.read, path)
        : [notAString(value, shape.example, path)];
    case 'choice':
      return shape.of.includes(yamlWord(value) as string)
        ? []
        : [invalidValue(value, choiceSuggestion(value, shape.of), path)];
    case 'list':
      return listProblems(value, shape, path);
    case 'map':
      return mapProblems(value, shape, path);
    case 'fields':
      return fieldsProblems(value, shape, path);
  }
}

function textProblems(
  text: string,
  read: ((text: string) => unknown) | undefined,
  path: readonly (string | number)[],
): ShapeProblem[] {
  try {
    read?.(text);
    return [];
  } catch (error) {
    return [{ path, message: (error as Error).message }];
  }
}

function listProblems(
  value: unknown,
  { of, orOne }: Shape & { kind: 'list' },
  path: readonly (string | number)[],
): ShapeProblem[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => shapeProblems(item, of, [...path, index]));
  return orOne && typeof value !== 'object'
    ? shapeProblems(value, of, path)
    : [invalidValue(value, 'expected a list', path)];
}

function mapProblems(
  value: unknown,
  { keys, of, stray, example }: Shape & { kind: 'map' },
  path: readonly (string | number)[],
): ShapeProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [invalidValue(value, `expected a map, such as ${example}`, path)];
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...path, key];
    return keys.includes(key)
      ? shapeProblems(item, of, at)
      : [{ path: at, ofKey: true, message: stray(key) }];
  });
}

function fieldsProblems(
  value: unknown,
  { fields, orOnly, example }: Shape & { kind: 'fields' },
  path: readonly (string | number)[],
): ShapeProblem[] {
  if (typeof value !== 'object') return shapeProblems(value, fields[orOnly], path);
  if (value === null || Array.isArray(value)) {
    return [invalidValue(value, `expected a map, such as ${example}`, path)];
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...path, key];
    if (Object.hasOwn(fields, key)) return shapeProblems(item, fields[key], at);
    return [
      {
        path: at,
        ofKey: true,
        message: `unknown key "${key}": ${choiceSuggestion(key, Object.keys(fields))}`,
      },
    ];
  });
}

/** A word that YAML 1.1 takes for a boolean, as it was written. */
export const yamlWord = (value: unknown) => (value === false ? 'off' : value);

export function choiceSuggestion(value: unknown, known: readonly string[]): string {
  const near = typeof value === 'string' ? closest(value, known) : undefined;
  return near ? `did you mean "${near}"?` : `use one of ${known.join(', ')}`;
}

function invalidValue(value: unknown, suggestion: string, path: readonly (string | number)[]): ShapeProblem {
  const asWritten = (written: string) => `${written} is invalid: ${suggestion}`;
  return { path, message: asWritten(displayed(value)), ...(typeof value === 'boolean' ? { asWritten } : {}) };
}

/** A number or boolean that was meant to be a text. */
function notAString(value: unknown, example: string, path: readonly (string | number)[]): ShapeProblem {
  const problem = invalidValue(value, `expected a quoted string, such as ${JSON.stringify(example)}`, path);
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  return isScalar
    ? { ...problem, asWritten: (written) => `${written} is not a string: quote it: "${written}"` }
    : problem;
}

function displayed(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'a map' : JSON.stringify(value);
}

/** The shape in terms of JSON Schema. */
export function schemaOf(shape: Shape): object {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', ...(shape.pattern ? { pattern: shape.pattern } : {}) };
    case 'choice':
      return { enum: shape.of };
    case 'list':
      return shape.orOne ? { anyOf: [schemaOf(shape.of), arrayOf(shape.of)] } : arrayOf(shape.of);
    case 'map':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(shape.keys.map((key) => [key, schemaOf(shape.of)])),
      };
    case 'fields':
      return { anyOf: [schemaOf(shape.fields[shape.orOnly]), mapOf(shape.fields)] };
  }
}

const mapOf = (fields: { readonly [key: string]: Shape }) => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(Object.entries(fields).map(([key, shape]) => [key, schemaOf(shape)])),
});

const arrayOf = (item: Shape) => ({ type: 'array', items: schemaOf(item) });
