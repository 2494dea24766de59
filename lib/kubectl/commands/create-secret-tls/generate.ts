import type { JsonObject } from '../../../go/object';
import { KubectlError } from '../../errors';
import { fileProblem, type Files } from '../../files';
import type { CREATE_SECRET_TLS_FLAGS } from './flags';
import type { GeneratorInput } from '../generator-input';
import { secretOf } from '../create-secret/secret';

/** kubectl create secret tls. */
export function generate(given: GeneratorInput<typeof CREATE_SECRET_TLS_FLAGS>): JsonObject {
  const { values, files } = given;
  if (!values.key || !values.cert) throw new KubectlError('key and cert must be specified');
  const [certificate, key] = [contentOf(values.cert, files), contentOf(values.key, files)];
  const { checkKeyPair } = require('./key-pair') as typeof import('./key-pair');
  checkKeyPair(certificate.toString('latin1'), key.toString('latin1'));
  const data = new Map([
    ['tls.crt', certificate.toString('base64')],
    ['tls.key', key.toString('base64')],
  ]);
  return secretOf(given, { type: 'kubernetes.io/tls', data, hashed: values['append-hash'] });
}

function contentOf(path: string, files: Files): Buffer {
  try {
    return files.read(path);
  } catch (error) {
    throw new KubectlError(`Cannot read file ${path}, open ${path}: ${fileProblem(error)}`);
  }
}
