import type { JsonObject } from '../../../go/object';
import { quote } from '../../../go/format';
import { configKey } from '../../../apimachinery/keys';
import { KubectlError } from '../../errors';
import type { CREATE_SECRET_GENERIC_FLAGS } from './flags';
import type { GeneratorInput } from '../generator-input';
import { type AddKey, addKeys } from '../../generate/keys';
import { secretOf } from '../create-secret/secret';

/** kubectl create secret generic. */
export function generate(given: GeneratorInput<typeof CREATE_SECRET_GENERIC_FLAGS>): JsonObject {
  const { name, values } = given;
  if (!name) throw new KubectlError('name must be specified');
  const data = new Map<string, string>();
  addKeys(
    values,
    { ...given, folderProblem: 'env secret file cannot be a directory', literalsFirst: true },
    secretKeys(data),
  );
  return secretOf(given, { type: values.type, data, hashed: values['append-hash'] });
}

/** Takes keys of a Secret (addKeyFromLiteralToSecret). */
export const secretKeys =
  (data: Map<string, string>): AddKey =>
  (key, content) => {
    const problems = configKey(key);
    if (problems.length) {
      throw new KubectlError(`${quote(key)} is not valid key name for a Secret ${problems.join(';')}`);
    }
    if (data.has(key)) {
      throw new KubectlError(`cannot add key ${key}, another key by that name already exists`);
    }
    data.set(key, Buffer.from(content).toString('base64'));
  };
