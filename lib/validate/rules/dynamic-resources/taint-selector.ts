import { defineRule, type Rule } from '../../rule';
import type { DeviceTaintSelector } from '../../schema/types';
import { judgeDriverName, judgeLabelName, judgePoolName } from './names';

/** validateDeviceTaintSelector, pkg/apis/resource/validation 1.37. */
export const DEVICE_TAINT_SELECTOR = defineRule<Rule<DeviceTaintSelector>>({
  id: 'device-taint-selector',
  stage: 'judge',
  mistake: 'a DeviceTaintRule for devices whose driver, pool or name is malformed',
  suggestion: 'use the names that ResourceSlices have, or leave out what may be any',
  judge({ driver, pool, device }, at) {
    if (driver !== undefined) judgeDriverName(driver, at.field('driver'));
    if (pool !== undefined) judgePoolName(pool, at.field('pool'));
    if (device !== undefined) judgeLabelName(device, at.field('device'));
  },
});
