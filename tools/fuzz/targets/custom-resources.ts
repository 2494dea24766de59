import { ManifestValidator } from '../../../lib';
import { GIANTS } from '../giants';
import { jsonText } from '../json-text';
import type { Random } from '../random';
import { definitionOf, resourceOf, schemaPart, valueFor } from '../schemas';
import type { Target } from '../target';
import { decoded } from '../values';

/** A definition and one resource of it; giants are named, so that the input is short. */
interface Input {
  readonly minor: number;
  readonly schema?: unknown;
  readonly value?: unknown;
  readonly giant?: string;
  readonly size?: number;
}

const SIZES = [10, 100, 1_000, 10_000];

function make(random: Random): Input {
  const minor = 30 + random.below(8);
  if (random.chance(0.1)) {
    return { minor, giant: random.pick(Object.keys(GIANTS)), size: random.pick(SIZES) };
  }
  const schema = schemaPart(random, 1 + random.below(5));
  return { minor, schema, value: valueFor(schema, random, 5) };
}

/** Undefined for values that JSON cannot hold. */
function plainTexts(...values: readonly unknown[]): readonly string[] | undefined {
  try {
    return values.map((value) => JSON.stringify(value));
  } catch {
    return undefined;
  }
}

/** CustomResourceDefinitions, and custom resources of them. */
export const CUSTOM_RESOURCES: Target = {
  name: 'custom resources',
  make,
  run(input) {
    const { minor, schema, value, giant, size = 0 } = input as Input;
    const made = giant ? GIANTS[giant](size) : { schema: decoded(schema), value: decoded(value) };
    const definition = definitionOf(made.schema);
    const resource = resourceOf(made.value);
    const validator = new ManifestValidator({ kubernetesVersion: `1.${minor}` });
    const findings = [...validator.validate(definition), ...validator.validate(resource)];
    const texts = giant ? [jsonText(resource), jsonText(definition)] : plainTexts(resource, definition);
    if (texts) findings.push(...validator.validateYaml(texts.join('\n---\n')));
    return findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n');
  },
};
