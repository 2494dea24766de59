import type { Volume, VolumeMount } from '../../../lib/k8s';
import type { PodObject } from '../../../lib/pod/pod-object';
import type { PodTemplate } from '../../../lib/pod/pod-template';
import type { CompanionConfig, CompanionOptions, CompanionProps } from '../options';

/** Name of the volume, and last part of the name of the ConfigMap. */
export const configId = (companion: string) => `${companion}-config`;

/** The configuration with the files that the user changes. */
export function effectiveConfig(
  { config }: CompanionProps,
  { configFiles }: CompanionOptions,
): CompanionConfig | undefined {
  return config && configFiles ? { ...config, files: { ...config.files, ...configFiles } } : config;
}

export function configObject(companion: string, { files, secret }: CompanionConfig): PodObject {
  const object = { id: configId(companion), apiVersion: 'v1' };
  return secret
    ? { ...object, kind: 'Secret', fields: { stringData: files } }
    : { ...object, kind: 'ConfigMap', fields: { data: files } };
}

export const configMount = (companion: string, { mountPath }: CompanionConfig): VolumeMount => ({
  name: configId(companion),
  mountPath,
  readOnly: true,
});

/** Adds the volume of the files. */
export function addConfigVolume(pod: PodTemplate, companion: string, config: CompanionConfig): void {
  pod.addVolume(configVolume(pod, companion, config));
}

/** Adds an annotation that changes with the files, so that Pods are replaced. */
export function addChecksum(pod: PodTemplate, companion: string, { files }: CompanionConfig): void {
  pod.addAnnotation(`checksum/${configId(companion)}`, checksumOf(files));
}

/** The object has no name before the Pod has an owner: it is read when the volume renders. */
function configVolume(pod: PodTemplate, companion: string, { secret }: CompanionConfig): Volume {
  const id = configId(companion);
  if (secret) {
    return {
      name: id,
      secret: {
        get secretName() {
          return pod._objectName(id);
        },
      },
    };
  }
  return {
    name: id,
    configMap: {
      get name() {
        return pod._objectName(id);
      },
    },
  };
}

function checksumOf(files: { readonly [file: string]: string }): string {
  const { createHash } = require('node:crypto') as typeof import('node:crypto');
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
