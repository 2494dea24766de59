import type { AdmitCase } from './cases';
import { LIMIT_RANGE } from './limit-range';
import { POD_SECURITY } from './pod-security';
import { RESOURCE_QUOTA } from './resource-quota';

/** What is recorded, by the name of its file. */
export const TOPICS: { readonly [topic: string]: readonly AdmitCase[] } = {
  'limit-range': LIMIT_RANGE,
  'resource-quota': RESOURCE_QUOTA,
  'pod-security': POD_SECURITY,
};
