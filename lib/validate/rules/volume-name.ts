import { dnsLabel } from '../../apimachinery/dns';
import { closest } from '../closest';
import { visitContainers } from '../containers';
import type { Field, Hint } from '../field';
import type { PodSpec } from '../schema/types';
import { plainName, renamed } from './renaming';

/** The format of a volume's name. Mounts name the volume, too, and may say what was meant. */
export function judgeVolumeName(name: string, spec: PodSpec, at: Field): void {
  const messages = dnsLabel(name);
  if (messages.length) at.invalidEach(name, messages, hintFor(name, spec));
}

function hintFor(name: string, spec: PodSpec): Hint {
  const mounted = namesMounted(spec);
  const volumes = new Set(spec.volumes?.map((volume) => volume.name));
  const missing = [...mounted].filter((mount) => !volumes.has(mount) && dnsLabel(mount).length === 0);
  const meant = closest(name, missing);
  if (meant !== undefined) return { suggestion: `did you mean "${meant}"?`, meant };
  const plain = plainName(name, dnsLabel);
  if (plain === undefined) return { suggestion: 'use lowercase letters, digits and hyphens, such as "logs"' };
  return mounted.has(name)
    ? { suggestion: `rename it where it is defined and mounted, for example to "${plain}"` }
    : renamed(plain)!;
}

function namesMounted(spec: PodSpec): ReadonlySet<string> {
  const names = new Set<string>();
  visitContainers(spec, ({ volumeMounts = [], volumeDevices = [] }) => {
    for (const { name } of [...volumeMounts, ...volumeDevices]) if (name) names.add(name);
  });
  return names;
}
