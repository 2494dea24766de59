import { listItems } from '../manifest/list';
import { type EngineOptions, judge, type Judgement } from './engine';
import type { PathSegment } from './path';

/** The judgement of a document that could not be read. */
export const UNREAD: Judgement = { resource: {}, findings: [] };

/** One manifest of a document, judged. */
export interface JudgedValue {
  /** The way to the manifest in its document: an item of a list. */
  readonly at: readonly PathSegment[];
  readonly manifest: unknown;
  readonly judgement: Judgement;
}

/**
 * A document's manifests: itself, or the items of a list (kind List, PodList, …), as kubectl takes it apart.
 */
export function judgeValue(value: unknown, options: EngineOptions): JudgedValue[] {
  if (value === null) return [];
  const items = listItems(value);
  return items
    ? items.map((item, index) => ({ at: ['items', index], manifest: item, judgement: judge(item, options) }))
    : [{ at: [], manifest: value, judgement: judge(value, options) }];
}
