import type { FieldPath } from '../path';
import type {
  ConfigMapKeySelector,
  EnvFromSource,
  EnvVar,
  EnvVarSource,
  FileKeySelector,
  ObjectFieldSelector,
  ResourceFieldSelector,
} from '../schema/types';
import type { Verdict } from '../verdict';
import { asPrefix, dnsLabel, dnsSubdomain } from '../../apimachinery/dns';
import { configKey, envName, relaxedEnvName } from '../../apimachinery/keys';
import { noBacksteps } from '../../apimachinery/local-path';
import type { ContainerRule } from './container-subject';
import { judgeFieldRef, judgeResourceFieldRef } from './field-refs';
import { defineRule } from '../rule';

/** Environment of a container: ValidateEnv, 1.36. */
export const ENV = defineRule<ContainerRule>({
  id: 'container-env',
  stage: 'judge',
  mistake: 'a variable with a malformed name, or with no source, several sources or a malformed one',
  suggestion: 'set the name of each variable, and one of `value` and `valueFrom`',
  field: 'env',
  judge({ container: { env = [] } }, path, verdict) {
    env.forEach((variable, index) => judgeVariable(variable, path.child('env').index(index), verdict));
  },
});

/** Environment from whole ConfigMaps and Secrets: ValidateEnvFrom, 1.36. */
export const ENV_FROM = defineRule<ContainerRule>({
  id: 'container-env-from',
  stage: 'judge',
  mistake: 'an item of `envFrom` with no source, both sources or a malformed name',
  suggestion: 'name one of `configMapRef` and `secretRef`',
  field: 'envFrom',
  judge({ container: { envFrom = [] } }, path, verdict) {
    envFrom.forEach((source, index) => judgeEnvFrom(source, path.child('envFrom'), index, verdict));
  },
});

const ENV_NAME_HINT = { remedy: 'use letters, digits and underscores, such as "LOG_LEVEL"' };

function judgeVariable(variable: EnvVar, path: FieldPath, verdict: Verdict): void {
  const { name = '' } = variable;
  if (!name) verdict.required(path.child('name'), '', { remedy: 'set the name of the variable' });
  else verdict.invalidEach(path.child('name'), name, envName(name, verdict.minor), ENV_NAME_HINT);
  if (variable.valueFrom) {
    judgeSources(variable.valueFrom, variable.value ?? '', path.child('valueFrom'), verdict);
  }
}

/** validateEnvVarValueFrom, 1.36. */
function judgeSources(from: EnvVarSource, value: string, path: FieldPath, verdict: Verdict): void {
  const judges: { readonly [source: string]: () => void } = {
    fieldRef: () => judgeEnvFieldRef(from.fieldRef!, path.child('fieldRef'), verdict),
    resourceFieldRef: () =>
      judgeEnvResourceRef(from.resourceFieldRef!, path.child('resourceFieldRef'), verdict),
    configMapKeyRef: () => judgeKeyRef(from.configMapKeyRef!, path.child('configMapKeyRef'), verdict),
    secretKeyRef: () => judgeKeyRef(from.secretKeyRef!, path.child('secretKeyRef'), verdict),
    fileKeyRef: () => judgeFileKeyRef(from.fileKeyRef!, path.child('fileKeyRef'), verdict),
  };
  const used = Object.keys(judges).filter((source) => from[source as keyof EnvVarSource] !== undefined);
  used.forEach((source) => judges[source]());
  if (used.length === 0) {
    verdict.invalid(path, '', NO_SOURCE(verdict.minor));
  } else if (value) {
    verdict.invalid(path, '', 'may not be specified when `value` is not empty', {
      remedy: 'remove value or valueFrom',
    });
  } else if (used.length > 1) {
    verdict.invalid(path, '', 'may not have more than one field specified at a time', {
      remedy: `keep one of ${used.join(', ')}`,
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

const judgeEnvFieldRef = (ref: ObjectFieldSelector, path: FieldPath, verdict: Verdict) =>
  judgeFieldRef(ref, ENV_FIELDS, path, verdict);
const judgeEnvResourceRef = (ref: ResourceFieldSelector, path: FieldPath, verdict: Verdict) =>
  judgeResourceFieldRef(ref, false, path, verdict);

/** validateConfigMapKeySelector and validateSecretKeySelector, 1.36. */
function judgeKeyRef({ name = '', key = '' }: ConfigMapKeySelector, path: FieldPath, verdict: Verdict): void {
  verdict.invalidEach(path.child('name'), name, dnsSubdomain(name), {
    remedy: name ? undefined : 'set the name of the object that contains the key',
  });
  if (!key) verdict.required(path.child('key'), '', { remedy: 'set the key to read' });
  else verdict.invalidEach(path.child('key'), key, configKey(key));
}

/** validateFileKeySelector, 1.36. */
function judgeFileKeyRef(
  { key = '', volumeName = '', path: file = '' }: FileKeySelector,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!key) verdict.required(path.child('key'));
  else verdict.invalidEach(path.child('key'), key, relaxedEnvName(key));
  if (!volumeName) verdict.required(path.child('volumeName'));
  else verdict.invalidEach(path.child('volumeName'), volumeName, dnsLabel(volumeName));
  if (!file) verdict.required(path.child('path'));
  else verdict.invalidEach(path.child('path'), file, noBacksteps(file));
}

function judgeEnvFrom(source: EnvFromSource, path: FieldPath, index: number, verdict: Verdict): void {
  const at = path.index(index);
  if (source.prefix) {
    verdict.invalidEach(
      at.child('prefix'),
      source.prefix,
      envName(source.prefix, verdict.minor),
      ENV_NAME_HINT,
    );
  }
  const used = (['configMapRef', 'secretRef'] as const).filter((field) => source[field] !== undefined);
  used.forEach((field) => judgeObjectName(source[field]!.name ?? '', at.child(field, 'name'), verdict));
  if (used.length === 0) {
    verdict.invalid(path, '', 'must specify one of: `configMapRef` or `secretRef`', { at });
  } else if (used.length > 1) {
    verdict.invalid(path, '', 'may not have more than one field specified at a time', {
      at,
      remedy: 'split it into two items',
    });
  }
}

/** validateConfigMapEnvSource and validateSecretEnvSource, 1.36. */
function judgeObjectName(name: string, path: FieldPath, verdict: Verdict): void {
  if (!name) verdict.required(path);
  else verdict.invalidEach(path, name, dnsSubdomain(asPrefix(name)));
}
