import { goJson } from '../../go/marshal';
import { sorted } from '../../go/sorted';

/** @throws KubectlError if kubectl would not read the manifest */
export const checkRead = (reader: (value: unknown, raw: string) => unknown, manifest: unknown): void =>
  void reader(sorted(manifest), goJson(sorted(manifest)));
