import type { Field } from '../../field';
import type { ISCSIPersistentVolumeSource, ISCSIVolumeSource } from '../../schema/types';
import { byteLength, inRange, NO_MESSAGES } from '../../../apimachinery/messages';
import { judgeSecretName } from './fields';

type Iscsi = ISCSIVolumeSource | ISCSIPersistentVolumeSource;

/** validateISCSIVolumeSource, 1.36. */
export function judgeIscsi(source: Iscsi, at: Field): void {
  if (!source.targetPortal) at.field('targetPortal').required();
  judgeTarget(source, 'must be valid format starting with iqn, eui, or naa', at);
  judgeInitiator(source.initiatorName, 'must be valid format starting with iqn, eui, or naa', at);
}

/** validateISCSIPersistentVolumeSource, 1.36. */
export function judgePersistentIscsi(source: ISCSIPersistentVolumeSource, volume: string, at: Field): void {
  if (!source.targetPortal) at.field('targetPortal').required();
  if (isTooLong(source, volume)) {
    at.field('targetportal')
      .shownAt(at.field('targetPortal'))
      .invalid(source.targetPortal ?? '', TOO_LONG);
  }
  judgeTarget(source, 'must be valid format', at);
  judgeSecretName(source.secretRef, at.field('secretRef'));
  judgeInitiator(source.initiatorName, 'must be valid format', at);
}

/**
 * The part of validateVolumeSource that looks at the volume's name, 1.36: even where iscsi is the second
 * source.
 */
export function judgeIscsiName(source: ISCSIVolumeSource, volume: string, at: Field): void {
  if (isTooLong(source, volume)) at.invalid(volume, TOO_LONG);
}

const TOO_LONG =
  'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';

const isTooLong = ({ initiatorName, targetPortal = '' }: Iscsi, volume: string) =>
  initiatorName !== undefined && byteLength(volume) + 1 + byteLength(targetPortal) > 64;

function judgeTarget(source: Iscsi, prefixText: string, at: Field): void {
  const { iqn, lun = 0, chapAuthDiscovery, chapAuthSession, secretRef } = source;
  if (!iqn) at.field('iqn').required();
  else at.field('iqn').invalidEach(iqn, nameProblems(iqn, prefixText));
  if (lun < 0 || lun > 255) at.field('lun').invalid(lun, inRange(0, 255));
  if ((chapAuthDiscovery || chapAuthSession) && !secretRef) at.field('secretRef').required();
}

function judgeInitiator(name: string | undefined, prefixText: string, at: Field): void {
  if (name === undefined) return;
  at.field('initiatorname')
    .shownAt(at.field('initiatorName'))
    .invalidEach(name, nameProblems(name, prefixText));
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
