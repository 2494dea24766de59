import { listItems } from '../manifest/list';
import type { Source } from '../manifest/source';
import { definitionTexts } from './custom-kinds/definitions';
import { READ_MARKS, type Surroundings, surroundingsAmong } from './surroundings';

/** What the manifests of some texts say about how others are judged. CustomResourceDefinitions stay texts. */
export const surroundingsIn = (sources: readonly Source[]): Surroundings => ({
  ...surroundingsAmong(
    sources.filter(({ text }) => READ_MARKS.some((mark) => text.includes(mark))).flatMap(manifestsOf),
  ),
  crds: sources.flatMap(({ text }) => definitionTexts(text)),
});

const manifestsOf = (source: Source) =>
  [...source.documents()].flatMap(({ value }) =>
    value === undefined || value === null ? [] : (listItems(value) ?? [value]),
  );
