import type { Field } from '../field';
import type {
  ConfigMapKeySelector,
  EnvFromSource,
  EnvVar,
  EnvVarSource,
  FileKeySelector,
  ObjectFieldSelector,
  ResourceFieldSelector,
} from '../schema/types';
import { asPrefix, dnsLabel, dnsSubdomain } from '../../apimachinery/dns';
import { configKey, envName, relaxedEnvName } from '../../apimachinery/keys';
import { noBacksteps } from '../../apimachinery/local-path';
import type { ContainerRule } from './container-subject';
import { judgeFieldRef, judgeResourceFieldRef } from './field-refs';
import { defineRule } from '../rule';
import { judgeReference } from './renaming';

/** Environment of a container: ValidateEnv, 1.36. */
export const ENV = defineRule<ContainerRule>({
  id: 'container-env',
  stage: 'judge',
  mistake: 'a variable with a malformed name, or with no source, several sources or a malformed one',
  suggestion: 'set the name of each variable, and one of `value` and `valueFrom`',
  field: 'env',
  judge({ container: { env = [] } }, at) {
    env.forEach((variable, index) => judgeVariable(variable, at.field('env').index(index)));
  },
});

/** Environment from whole ConfigMaps and Secrets: ValidateEnvFrom, 1.36. */
export const ENV_FROM = defineRule<ContainerRule>({
  id: 'container-env-from',
  stage: 'judge',
  mistake: 'an item of `envFrom` with no source, both sources or a malformed name',
  suggestion: 'name one of `configMapRef` and `secretRef`',
  field: 'envFrom',
  judge({ container: { envFrom = [] } }, at) {
    envFrom.forEach((source, index) => judgeEnvFrom(source, at.field('envFrom'), index));
  },
});

const ENV_NAME_HINT = { suggestion: 'use letters, digits and underscores, such as "LOG_LEVEL"' };

function judgeVariable(variable: EnvVar, at: Field): void {
  const { name = '' } = variable;
  if (!name) at.field('name').required('', { suggestion: 'set the name of the variable' });
  else at.field('name').invalidEach(name, envName(name, at.minor), ENV_NAME_HINT);
  if (variable.valueFrom) {
    judgeSources(variable.valueFrom, variable.value ?? '', at.field('valueFrom'));
  }
}

/** validateEnvVarValueFrom, 1.36. */
function judgeSources(from: EnvVarSource, value: string, at: Field): void {
  const judges: { readonly [source: string]: () => void } = {
    fieldRef: () => judgeEnvFieldRef(from.fieldRef!, at.field('fieldRef')),
    resourceFieldRef: () => judgeEnvResourceRef(from.resourceFieldRef!, at.field('resourceFieldRef')),
    configMapKeyRef: () => judgeKeyRef(from.configMapKeyRef!, at.field('configMapKeyRef')),
    secretKeyRef: () => judgeKeyRef(from.secretKeyRef!, at.field('secretKeyRef')),
    fileKeyRef: () => judgeFileKeyRef(from.fileKeyRef!, at.field('fileKeyRef')),
  };
  const used = Object.keys(judges).filter((source) => from[source as keyof EnvVarSource] !== undefined);
  used.forEach((source) => judges[source]());
  if (used.length === 0) {
    at.invalid('', NO_SOURCE(at.minor));
  } else if (value) {
    at.invalid('', 'may not be specified when `value` is not empty', {
      suggestion: 'remove value or valueFrom',
    });
  } else if (used.length > 1) {
    at.invalid('', 'may not have more than one field specified at a time', {
      suggestion: `keep one of ${used.join(', ')}`,
    });
  }
}

/** The EnvFiles gate is on from 1.35. */
const NO_SOURCE = (minor: number) =>
  minor >= 35
    ? 'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`'
    : 'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`';

const ENV_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

const judgeEnvFieldRef = (ref: ObjectFieldSelector, at: Field) => judgeFieldRef(ref, ENV_FIELDS, at);
const judgeEnvResourceRef = (ref: ResourceFieldSelector, at: Field) => judgeResourceFieldRef(ref, false, at);

/** validateConfigMapKeySelector and validateSecretKeySelector, 1.36. */
function judgeKeyRef({ name = '', key = '' }: ConfigMapKeySelector, at: Field): void {
  judgeReference(name, dnsSubdomain, at.field('name'), {
    suggestion: name ? undefined : 'set the name of the object that contains the key',
  });
  if (!key) at.field('key').required('', { suggestion: 'set the key to read' });
  else at.field('key').invalidEach(key, configKey(key));
}

/** validateFileKeySelector, 1.36. */
function judgeFileKeyRef({ key = '', volumeName = '', path: file = '' }: FileKeySelector, at: Field): void {
  if (!key) at.field('key').required();
  else at.field('key').invalidEach(key, relaxedEnvName(key));
  if (!volumeName) at.field('volumeName').required();
  else judgeReference(volumeName, dnsLabel, at.field('volumeName'));
  if (!file) at.field('path').required();
  else at.field('path').invalidEach(file, noBacksteps(file));
}

function judgeEnvFrom(source: EnvFromSource, list: Field, index: number): void {
  const at = list.index(index);
  if (source.prefix) {
    at.field('prefix').invalidEach(source.prefix, envName(source.prefix, at.minor), ENV_NAME_HINT);
  }
  const used = (['configMapRef', 'secretRef'] as const).filter((field) => source[field] !== undefined);
  used.forEach((field) => judgeObjectName(source[field]!.name ?? '', at.field(field, 'name')));
  if (used.length === 0) {
    list.shownAt(at).invalid('', 'must specify one of: `configMapRef` or `secretRef`');
  } else if (used.length > 1) {
    list.shownAt(at).invalid('', 'may not have more than one field specified at a time', {
      suggestion: 'split it into two items',
    });
  }
}

/** validateConfigMapEnvSource and validateSecretEnvSource, 1.36. */
function judgeObjectName(name: string, at: Field): void {
  if (!name) at.required();
  else judgeReference(name, (text) => dnsSubdomain(asPrefix(text)), at);
}
