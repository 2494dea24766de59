import type { JsonObject } from '../../../go/object';
import { quote } from '../../../go/format';
import { KubectlError } from '../../errors';
import type { CREATE_CONFIG_MAP_FLAGS } from './flags';
import { goMap, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import type { GeneratorInput } from '../generator-input';
import { hashOf } from '../../generate/hash';
import { type AddKey, addKeys, isText, keyProblem } from '../../generate/keys';

/** kubectl create configmap. */
export function generate({
  name,
  values,
  namespace,
  minor,
  files,
  environment,
}: GeneratorInput<typeof CREATE_CONFIG_MAP_FLAGS>): JsonObject {
  if (!name) throw new KubectlError('name must be specified');
  const [data, binaryData] = [new Map<string, string>(), new Map<string, string>()];
  addKeys(
    values,
    { files, environment, folderProblem: 'env config file cannot be a directory', literalsFirst: false },
    adder(name, data, binaryData),
  );
  const content = { data: goMap(data), binaryData: goMap(binaryData) };
  const hash = values['append-hash']
    ? `-${hashOf(struct({ binaryData: content.binaryData, data: content.data ?? {}, kind: 'ConfigMap', name }))}`
    : '';
  return struct({
    kind: 'ConfigMap',
    apiVersion: 'v1',
    metadata: objectMeta({ name: name + hash, namespace }, minor),
    ...content,
  });
}

const adder =
  (name: string, data: Map<string, string>, binaryData: Map<string, string>): AddKey =>
  (key, content) => {
    const problem = keyProblem(key);
    if (problem) throw new KubectlError(`${quote(key)} is not a valid key name for a ConfigMap: ${problem}`);
    const taken = data.has(key) ? 'Data' : binaryData.has(key) ? 'BinaryData' : undefined;
    if (taken) {
      throw new KubectlError(
        `cannot add key ${quote(key)}, another key by that name already exists in ${taken} for ConfigMap ${quote(name)}`,
      );
    }
    if (typeof content === 'string' || isText(content)) data.set(key, content.toString());
    else binaryData.set(key, content.toString('base64'));
  };
