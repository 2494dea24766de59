import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { k8s } from '../../../lib';
import type { Store } from './store';

type Files = { readonly [path: string]: string };
type Items = { readonly items?: readonly k8s.KeyToPath[] };

/** Makes the volumes of a Pod in a folder, each in one with its name. */
export function makeVolumes(folder: string, volumes: readonly k8s.Volume[], store: Store): void {
  for (const volume of volumes) makeVolume(join(folder, volume.name), volume, store);
}

function makeVolume(folder: string, volume: k8s.Volume, store: Store): void {
  const { emptyDir, configMap, secret, projected } = volume;
  mkdirSync(folder, { recursive: true });
  if (emptyDir) {
    chmodSync(folder, 0o777);
  } else if (configMap || secret) {
    writeAtomically(folder, filesOf(volume, store), (configMap ?? secret)!.defaultMode);
  } else if (projected?.sources?.every((source) => source.configMap ?? source.secret)) {
    const files = projected.sources.map(({ configMap: map, secret: one }) =>
      filesOf({ configMap: map, secret: one && { ...one, secretName: one.name } }, store),
    );
    writeAtomically(folder, Object.assign({}, ...files) as Files, projected.defaultMode);
  } else {
    throw new Error(`no volume like ${JSON.stringify(volume)} here`);
  }
}

function filesOf({ configMap, secret }: Omit<k8s.Volume, 'name'>, store: Store): Files {
  const data = configMap
    ? store.data('ConfigMap', configMap.name, configMap.optional)
    : store.data('Secret', secret!.secretName, secret!.optional);
  return data ? selected(data, (configMap ?? secret)!) : {};
}

function selected(data: Files, { items }: Items): Files {
  if (!items) return data;
  return Object.fromEntries(
    items.map(({ key, path }) => {
      if (data[key] === undefined) throw new Error(`a volume names the key ${key}, which is not there`);
      return [path, data[key]];
    }),
  );
}

/** As kubelet's AtomicWriter does: each file is a link by way of `..data`. */
function writeAtomically(folder: string, files: Files, mode = 0o644): void {
  const current = '..2026_01_01_00_00_00.000000001';
  mkdirSync(join(folder, current));
  symlinkSync(current, join(folder, '..data'));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, current, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, mode);
    const [first] = path.split('/');
    linkOnce(join('..data', first), join(folder, first));
  }
}

function linkOnce(target: string, path: string): void {
  try {
    symlinkSync(target, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
