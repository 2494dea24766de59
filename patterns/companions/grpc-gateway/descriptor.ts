import type { ConfigMapKeySelector, Volume, VolumeMount } from '../../../lib/k8s';
import type { OptionCheck } from '../base/option-check';
import type { Descriptor } from './envoy';

/** Where the descriptor set is; one of the first three. */
interface Source {
  readonly descriptor?: string;
  readonly descriptorConfigMap?: ConfigMapKeySelector;
  readonly descriptorVolume?: Volume;
  readonly descriptorPath?: string;
}

const DESCRIPTOR_DIRECTORY = '/etc/grpc-gateway-descriptor';

interface Mounted {
  readonly descriptor: Descriptor;
  readonly volume?: Volume;
  readonly mount?: VolumeMount;
}

/** The descriptor set for Envoy, and the volume that contains it. */
export function descriptorOf(name: string, source: Source): Mounted {
  const { descriptor, descriptorConfigMap, descriptorVolume, descriptorPath = 'descriptor.pb' } = source;
  if (descriptor !== undefined) {
    return { descriptor: { proto_descriptor_bin: descriptor.replace(/\s/g, '') } };
  }
  const volume = descriptorConfigMap ? configMapVolume(name, descriptorConfigMap) : descriptorVolume!;
  return {
    descriptor: { proto_descriptor: `${DESCRIPTOR_DIRECTORY}/${descriptorPath}` },
    volume,
    mount: { name: volume.name, mountPath: DESCRIPTOR_DIRECTORY, readOnly: true },
  };
}

const configMapVolume = (companion: string, { name, key }: ConfigMapKeySelector): Volume => ({
  name: `${companion}-descriptor`,
  configMap: { name, items: [{ key, path: 'descriptor.pb' }] },
});

/** @throws Error if there is not exactly one descriptor set, or it cannot be one */
export function assertDescriptor(check: OptionCheck, source: Source): void {
  const { descriptor, descriptorPath, descriptorVolume } = source;
  check.onlyOne(source, ['descriptor', 'descriptorConfigMap', 'descriptorVolume']);
  check.matches(
    'descriptor',
    descriptor?.replace(/\s/g, ''),
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$/,
    'use the base64 text of the file that protoc --descriptor_set_out writes',
  );
  check.matches('descriptorPath', descriptorPath, /^[^/](?!.*\.\.)/, 'use a relative path in the volume');
  if (descriptorPath !== undefined && !descriptorVolume) {
    check.contradiction(
      '"descriptorPath" is set without "descriptorVolume": set the volume that contains it',
    );
  }
}
