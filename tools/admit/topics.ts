import type { AdmitCase } from './cases';
import { LIMIT_RANGE } from './limit-range';
import { POD_SECURITY } from './pod-security';
import { RESOURCE_QUOTA } from './resource-quota';
import { VALIDATING_POLICY } from './validating-policy';

/** What is recorded, by the name of its file. */
export const TOPICS: { readonly [topic: string]: readonly AdmitCase[] } = {
  'limit-range': LIMIT_RANGE,
  'resource-quota': RESOURCE_QUOTA,
  'pod-security': POD_SECURITY,
  'validating-policy': VALIDATING_POLICY,
};
