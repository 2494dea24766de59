import { KubectlError } from '../errors';
import { CREATE_SECRET_DOCKER_REGISTRY_FLAGS } from '../flags/create-secret';
import { struct } from '../go/object';
import { goJson } from '../print/json';
import { secretKeys } from './create-secret-generic';
import type { Generator, Given } from './generator';
import { addFiles } from './keys';
import { secretOf } from './secret';

const KEY = '.dockerconfigjson';

/** kubectl create secret docker-registry. */
export const CREATE_SECRET_DOCKER_REGISTRY: Generator<typeof CREATE_SECRET_DOCKER_REGISTRY_FLAGS> = {
  flags: CREATE_SECRET_DOCKER_REGISTRY_FLAGS,
  generate(given) {
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
  },
};

/** What Docker keeps in its config.json (handleDockerCfgJSONContent). */
function configOf(values: Given<typeof CREATE_SECRET_DOCKER_REGISTRY_FLAGS>['values']) {
  const { 'docker-username': username, 'docker-password': password, 'docker-email': email } = values;
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    auths: { [values['docker-server']]: struct({ username, password, email: email || undefined, auth }) },
  };
}
