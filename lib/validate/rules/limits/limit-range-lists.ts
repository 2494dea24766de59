import type { LimitRangeItem } from '../../schema/types';

/** Lists of amounts, in the order in which a server judges them. */
export const LISTS = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;

export type List = (typeof LISTS)[number];

/** Whether a server refuses the list in an item of the type: Pods have no defaults. */
export const isRefused = (list: List, type: string | undefined) =>
  type === 'Pod' && (list === 'default' || list === 'defaultRequest');

/** What defaulting makes a list of (SetDefaults_LimitRangeItem, pkg/apis/core/v1 1.36). */
const SOURCES: { readonly [list in List]?: readonly List[] } = {
  default: ['max'],
  defaultRequest: ['default', 'min'],
};

/** The list that an amount was copied from, where the manifest has none, or might as well have none. */
export function copiedFrom(item: LimitRangeItem, list: List, resource: string): List | undefined {
  if (item.type !== 'Container') return undefined;
  const amount = item[list]?.[resource];
  const source = SOURCES[list]?.find((other) => item[other]?.[resource] === amount);
  return source && (copiedFrom(item, source, resource) ?? source);
}
