import { posix } from 'node:path';
import { isNormalized } from '../../blocks/directory-path';
import type { OptionCheck } from '../base/option-check';
import type { LogTarget } from '../log-output/target';
import type { LogShipperOptions } from './options';

/** @throws Error about the first wrong option of those that all shippers have */
export function assertShipper(check: OptionCheck, options: LogShipperOptions): void {
  const { files, outputs, firstLine, maxLineBytes, drainSeconds, healthPort } = options;
  check.notEmpty('files', files, 'one file, such as "/var/log/app/app.log"');
  files.forEach((file) => assertFile(check, file));
  check.notEmpty('outputs', outputs, 'one output, or leave it out for stdout');
  check.regex('firstLine', firstLine);
  check.count('maxLineBytes', maxLineBytes, 1);
  check.count('drainSeconds', drainSeconds, 1);
  check.port('healthPort', healthPort);
  if (targetsOf(options).filter(hasAccessKey).length > 1) {
    check.contradiction('two outputs to S3 have an access key: a shipper has only one, so use two shippers');
  }
}

function assertFile(check: OptionCheck, file: string): void {
  if (!isNormalized(file) || file.endsWith('/') || posix.dirname(file) === '/') {
    check.fail('files', file, 'use an absolute path in a directory, such as "/var/log/app/app.log"');
  }
  if (/[*?[\]{}]/.test(posix.dirname(file))) {
    check.fail('files', file, 'use "*" in the name of the file only: its directory is mounted');
  }
  if (/[,\s$]/.test(file)) check.fail('files', file, 'use a path without commas, spaces and "$"');
}

const hasAccessKey = (target: LogTarget) => target.kind === 's3' && target.options.accessKeyId !== undefined;

/** What the outputs are. */
export const targetsOf = ({ outputs }: LogShipperOptions): readonly LogTarget[] =>
  outputs?.map(({ _target }) => _target) ?? [{ kind: 'stdout' }];
