import type { FieldPath } from '../../path';
import type { ISCSIPersistentVolumeSource, ISCSIVolumeSource } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { byteLength, inRange, NO_MESSAGES } from '../../../apimachinery/messages';
import { judgeSecretName } from './fields';

type Iscsi = ISCSIVolumeSource | ISCSIPersistentVolumeSource;

/** validateISCSIVolumeSource, 1.36. */
export function judgeIscsi(source: Iscsi, path: FieldPath, verdict: Verdict): void {
  if (!source.targetPortal) verdict.required(path.field('targetPortal'));
  judgeTarget(source, 'must be valid format starting with iqn, eui, or naa', path, verdict);
  judgeInitiator(source.initiatorName, 'must be valid format starting with iqn, eui, or naa', path, verdict);
}

/** validateISCSIPersistentVolumeSource, 1.36. */
export function judgePersistentIscsi(
  source: ISCSIPersistentVolumeSource,
  volume: string,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!source.targetPortal) verdict.required(path.field('targetPortal'));
  if (isTooLong(source, volume)) {
    verdict.invalid(path.field('targetportal'), source.targetPortal ?? '', TOO_LONG, {
      at: path.field('targetPortal'),
    });
  }
  judgeTarget(source, 'must be valid format', path, verdict);
  judgeSecretName(source.secretRef, path.field('secretRef'), verdict);
  judgeInitiator(source.initiatorName, 'must be valid format', path, verdict);
}

/**
 * The part of validateVolumeSource that looks at the volume's name, 1.36: even where iscsi is the second
 * source.
 */
export function judgeIscsiName(
  source: ISCSIVolumeSource,
  volume: string,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (isTooLong(source, volume)) verdict.invalid(path, volume, TOO_LONG);
}

const TOO_LONG =
  'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';

const isTooLong = ({ initiatorName, targetPortal = '' }: Iscsi, volume: string) =>
  initiatorName !== undefined && byteLength(volume) + 1 + byteLength(targetPortal) > 64;

function judgeTarget(source: Iscsi, prefixText: string, path: FieldPath, verdict: Verdict): void {
  const { iqn, lun = 0, chapAuthDiscovery, chapAuthSession, secretRef } = source;
  if (!iqn) verdict.required(path.field('iqn'));
  else verdict.invalidEach(path.field('iqn'), iqn, nameProblems(iqn, prefixText));
  if (lun < 0 || lun > 255) verdict.invalid(path.field('lun'), lun, inRange(0, 255));
  if ((chapAuthDiscovery || chapAuthSession) && !secretRef) verdict.required(path.field('secretRef'));
}

function judgeInitiator(
  name: string | undefined,
  prefixText: string,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (name === undefined) return;
  verdict.invalidEach(path.field('initiatorname'), name, nameProblems(name, prefixText), {
    at: path.field('initiatorName'),
  });
}

const FORMATS: { readonly [prefix: string]: RegExp } = {
  iqn: /iqn\.\d{4}-\d{2}\.[0-9A-Za-z.-]+:[^,;*&$|\t\n\f\r ]+$/,
  eui: /^eui[^\n][0-9A-Za-z]{16}$/u,
  naa: /^naa[^\n][0-9A-Za-z]{32}$/u,
};

function nameProblems(name: string, prefixText: string): readonly string[] {
  const format = Object.hasOwn(FORMATS, name.slice(0, 3)) ? FORMATS[name.slice(0, 3)] : undefined;
  if (!format) return [prefixText];
  return format.test(name) ? NO_MESSAGES : ['must be valid format'];
}
