import type { JsonObject } from '../../../go/object';
import { KubectlError } from '../../errors';
import type { CREATE_SECRET_DOCKER_REGISTRY_FLAGS } from './flags';
import { struct } from '../../../go/object';
import { goJson } from '../../../go/marshal';
import { secretKeys } from '../create-secret-generic/generate';
import type { GeneratorInput } from '../generator-input';
import { addFiles } from '../../generate/keys';
import { secretOf } from '../create-secret/secret';

const KEY = '.dockerconfigjson';

/** kubectl create secret docker-registry. */
export function generate(given: GeneratorInput<typeof CREATE_SECRET_DOCKER_REGISTRY_FLAGS>): JsonObject {
  const { name, values, files } = given;
  if (!name) throw new KubectlError('name must be specified');
  const { 'docker-username': user, 'docker-password': password, 'docker-server': server } = values;
  const sources = values['from-file'].map((source) => (source.includes('=') ? source : `${KEY}=${source}`));
  if (!sources.length && !(user && password && server)) {
    throw new KubectlError(
      'either --from-file or the combination of --docker-username, --docker-password and --docker-server is required',
    );
  }
  const data = new Map<string, string>();
  addFiles(sources, files, secretKeys(data));
  if (!sources.length) data.set(KEY, Buffer.from(goJson(configOf(values))).toString('base64'));
  return secretOf(given, { type: 'kubernetes.io/dockerconfigjson', data, hashed: values['append-hash'] });
}

/** What Docker keeps in its config.json (handleDockerCfgJSONContent). */
function configOf(values: GeneratorInput<typeof CREATE_SECRET_DOCKER_REGISTRY_FLAGS>['values']) {
  const { 'docker-username': username, 'docker-password': password, 'docker-email': email } = values;
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    auths: { [values['docker-server']]: struct({ username, password, email: email || undefined, auth }) },
  };
}
