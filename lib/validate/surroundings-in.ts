import { listItems } from '../manifest/list';
import type { Source } from '../manifest/source';
import { MARKS, type Surroundings, surroundingsAmong } from './surroundings';

/** What the manifests of some texts say about how others are judged. */
export const surroundingsIn = (sources: readonly Source[]): Surroundings =>
  surroundingsAmong(
    sources.filter(({ text }) => MARKS.some((mark) => text.includes(mark))).flatMap(manifestsOf),
  );

const manifestsOf = (source: Source) =>
  [...source.documents()].flatMap(({ value }) =>
    value === undefined || value === null ? [] : (listItems(value) ?? [value]),
  );
