import { Source } from '../../lib/manifest/source';
import { judgeSource } from '../../lib/validate/judged';
import type { Finding } from '../../lib/validate/finding';
import { FieldPath } from '../../lib/validate/path';
import type { RawFinding } from '../../lib/validate/collector';
import { describeShared } from '../support/shared';
import { badCases, corpus } from './given';
import type { Given } from './reported';
import { documentsIn, offsetsOf, type WrittenDocument } from './written-places';

/** How many findings there are, and those whose place is not that of their field. */
function misplaced({ file, text }: Given): { readonly checked: number; readonly wrong: readonly string[] } {
  const source = new Source(text, file);
  const written = documentsIn(text);
  const numbers = [...source.documents()].flatMap(({ value }, number) => (value === null ? [] : [number]));
  const items = new Map<number, number>();
  const all = [...judgeSource(source, { minor: 36 })].flatMap((manifest) => {
    const item = items.get(manifest.document) ?? 0;
    items.set(manifest.document, item + 1);
    return manifest.findings().map((finding) => {
      // Findings about placeholders take the place of others about the same field. A server may say the same
      // of several items.
      const isSame = ({ rule, message, path }: RawFinding) =>
        (finding.rule === 'not-rendered' || (rule === finding.rule && message === finding.message)) &&
        path.toString() === finding.path;
      const places = manifest.judgement.findings.filter(isSame).map(({ path, at = path }) => at);
      const right = places.some((at) => {
        const ofText =
          finding.stage === 'read' && at === FieldPath.ROOT && finding.rule !== 'manifest-object';
        const own = ofText ? undefined : placesOf(written[numbers.indexOf(manifest.document)], item, at);
        return isRight(finding, text, own);
      });
      return { finding, right, at: places.join(' or ') };
    });
  });
  const wrong = all
    .filter(({ right }) => !right)
    .map(
      ({ finding: { position, rule, message }, at }) =>
        `${file}:${position!.line}:${position!.column} ${rule} ${at}: ${message.slice(0, 80)}`,
    );
  return { checked: all.length, wrong };
}

/**
 * Whether something stands at a finding's places, and the first is one of those of its field, where it has
 * one.
 */
function isRight(
  { position, related = [] }: Finding,
  text: string,
  places: readonly number[] | undefined,
): boolean {
  const offset = offsetAt(text, position!);
  const offsets = [offset, ...related.map((other) => offsetAt(text, other.position!))];
  return (
    offsets.every((each) => /^\S/.test(text.slice(each, each + 1))) && (places?.includes(offset) ?? true)
  );
}

function placesOf(written: WrittenDocument, item: number, at: FieldPath): readonly number[] {
  const kind = String(written.document.get('kind'));
  return offsetsOf(written, [
    ...(kind.endsWith('List') && written.document.has('items') ? ['items', item] : []),
    ...at.segments(),
  ]);
}

/** Offset of a line and column, both from 1; lines end as editors end them. */
function offsetAt(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): number {
  const ends = [...text.matchAll(/\r\n?|\n/g)].map(({ index, 0: end }) => index + end.length);
  return (line === 1 ? 0 : ends[line - 2]) + column - 1;
}

function expectPlaced(title: string, given: readonly Given[]): void {
  const all = given.map(misplaced);
  const checked = all.reduce((sum, one) => sum + one.checked, 0);
  const wrong = all.flatMap((one) => one.wrong);
  console.log(
    `places of ${title}: ${checked - wrong.length} of ${checked} findings are at the key or value that they speak of`,
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(checked).toBeGreaterThan(0);
}

describeShared('corpus', 'published manifests', () => {
  test('every finding is at its key or value', () => expectPlaced('the corpus', corpus()));
});

describe('what servers refused, written in many styles', () => {
  test('every finding is at its key or value', () => expectPlaced('500 bad cases', badCases(500)));
});
