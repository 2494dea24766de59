import { readFileSync } from 'node:fs';
import { Source } from '../lib/manifest/source';
import { recordedData } from '../test/support/shared';
import type { Server } from './server';

/** Creates what recorded cases refer to, such as priority classes. */
export async function setUp(server: Server): Promise<void> {
  for (const { value } of new Source(
    readFileSync(recordedData('parity', 'setup.yaml'), 'utf8'),
  ).documents()) {
    await server.create(value as object);
  }
}
