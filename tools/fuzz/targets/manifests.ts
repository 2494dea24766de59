import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManifestValidator } from '../../../lib';
import { Source } from '../../../lib/manifest/source';
import type { Finding } from '../../../lib/validate/finding';
import type { Random } from '../random';
import type { Target } from '../target';
import { mutatedText } from '../texts';
import { decoded, mutated } from '../values';

const TESTS = join(__dirname, '../../../test');
const FIXTURES = [join(TESTS, 'validate/fixtures'), join(TESTS, 'validate/lint/fixtures')];

/** Texts that fixtures are made of, one document each. */
const TEXTS = FIXTURES.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => readFileSync(file, 'utf8').split(/^---$/m));

const OBJECTS = TEXTS.flatMap((text) => [...new Source(text).documents()].map(({ value }) => value)).filter(
  (value) => typeof value === 'object' && value !== null,
);

const validator = new ManifestValidator({ podSecurity: 'restricted' });

const told = (findings: readonly Finding[]) =>
  findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n');

/** A text of the fixtures, changed. */
export const anyText = (random: Random) => mutatedText(random.pick(TEXTS), random);

export const VALIDATE: Target = {
  name: 'validate',
  make: (random) => mutated(random.pick(OBJECTS), random),
  run: (input) => told(validator.validate(decoded(input))),
};

export const VALIDATE_YAML: Target = {
  name: 'validateYaml',
  make: anyText,
  run: (input) => told(validator.validateYaml(input as string, 'fuzz.yaml')),
};

export const COMPARE_VERSIONS: Target = {
  name: 'compareVersions',
  make: anyText,
  run: (input) =>
    told(validator.compareVersions(input as string, ['1.30', '1.36']).map(({ finding }) => finding)),
};

export const DEFAULTED: Target = {
  name: 'defaulted',
  make: (random) => mutated(random.pick(OBJECTS), random),
  run: (input) => JSON.stringify(validator.defaulted(decoded(input))),
};
