import { goJson } from '../../go/marshal';
import { withSortedKeys } from '../../go/sorted-keys';

/** @throws KubectlError if kubectl would not read the manifest */
export const checkRead = (reader: (value: unknown, raw: string) => unknown, manifest: unknown): void =>
  void reader(withSortedKeys(manifest), goJson(withSortedKeys(manifest)));
