import { goJson } from '../../../lib/go/marshal';
import { ManifestValidator } from '../../../lib';
import { KNOWN_VERSIONS } from '../../../lib/validate/kubernetes-version';
import type { Finding } from '../../../lib/validate/finding';
import { anyObject, TEXTS } from '../corpus';
import type { Random } from '../random';
import type { Target } from '../target';
import { mutatedText } from '../texts';
import { decoded, mutated } from '../values';

const validator = new ManifestValidator({ podSecurity: 'restricted' });

const told = (findings: readonly Finding[]) =>
  findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n');

/** A text of the fixtures, changed: an object whose values are others, or characters, or several of both. */
export function anyText(random: Random): string {
  switch (random.below(8)) {
    case 0:
      return json(mutated(anyObject(random), random));
    case 1:
      return mutatedText(json(anyObject(random)), random);
    case 2:
      return Array.from({ length: 1 + random.below(4) }, () => random.pick(TEXTS)).join('---\n');
    case 3:
      return json({
        apiVersion: 'v1',
        kind: 'List',
        items: mutated([anyObject(random), anyObject(random)], random),
      });
    default:
      return mutatedText(random.pick(TEXTS), random);
  }
}

const json = (value: unknown) => JSON.stringify(value) ?? '';

const MOST_OBJECTS = 3;

export const VALIDATE: Target = {
  name: 'validate',
  make: (random) => {
    const objects = Array.from({ length: random.chance(0.1) ? MOST_OBJECTS : 1 }, () =>
      mutated(anyObject(random), random),
    );
    return objects.length === 1 ? objects[0] : objects;
  },
  run: (input) => told(validator.validate(decoded(input))),
};

export const VALIDATE_YAML: Target = {
  name: 'validateYaml',
  make: anyText,
  run: (input) => told(validator.validateYaml(input as string, 'fuzz.yaml')),
};

interface Compared {
  readonly text: string;
  readonly versions: unknown;
}

const versionsOf = (random: Random) => [random.pick(KNOWN_VERSIONS), random.pick(KNOWN_VERSIONS)];

export const COMPARE_VERSIONS: Target = {
  name: 'compareVersions',
  make: (random) => ({
    text: anyText(random),
    versions: random.chance(0.1) ? mutated(versionsOf(random), random) : versionsOf(random),
  }),
  run(input) {
    const { text, versions } = input as Compared;
    return told(validator.compareVersions(text, decoded(versions) as string[]).map(({ finding }) => finding));
  },
};

export const DEFAULTED: Target = {
  name: 'defaulted',
  make: (random) => mutated(anyObject(random), random),
  run: (input) => goJson(validator.defaulted(decoded(input))),
};
