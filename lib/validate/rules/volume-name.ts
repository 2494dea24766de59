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
  const { names, missing } = mountsOf(spec);
  const meant = closest(name, missing);
  if (meant !== undefined) return { suggestion: `did you mean "${meant}"?`, meant };
  const plain = plainName(name, dnsLabel);
  if (plain === undefined) return { suggestion: 'use lowercase letters, digits and hyphens, such as "logs"' };
  return names.has(name)
    ? { suggestion: `rename it where it is defined and mounted, for example to "${plain}"` }
    : renamed(plain)!;
}

interface Mounts {
  /** The names that containers mount volumes by. */
  readonly names: ReadonlySet<string>;
  /** Those that no volume has. */
  readonly missing: readonly string[];
}

const known = new WeakMap<PodSpec, Mounts>();

/** More names than these are not compared. */
const MOST_COMPARED = 100;

function mountsOf(spec: PodSpec): Mounts {
  let mounts = known.get(spec);
  if (!mounts) known.set(spec, (mounts = findMounts(spec)));
  return mounts;
}

function findMounts(spec: PodSpec): Mounts {
  const names = new Set<string>();
  visitContainers(spec, ({ volumeMounts = [], volumeDevices = [] }) => {
    for (const { name } of [...volumeMounts, ...volumeDevices]) if (name) names.add(name);
  });
  const volumes = new Set(spec.volumes?.map((volume) => volume.name));
  const missing = [...names].filter((name) => !volumes.has(name) && dnsLabel(name).length === 0);
  return { names, missing: missing.slice(0, MOST_COMPARED) };
}
