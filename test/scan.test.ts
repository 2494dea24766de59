import fc from 'fast-check';
import { ignoreMatcher } from '../lib/cli/inputs/ignore';
import { readIgnorePattern } from '../lib/cli/inputs/ignore-pattern';
import { readCsv } from '../lib/go/csv';
import { parseDuration } from '../lib/go/duration';
import { matcher } from '../lib/go/filepath-match';
import { parseRequirements } from '../lib/apimachinery/selector';
import { readDocuments } from '../lib/kubectl/manifests/documents';
import { tokensOf as templateTokens } from '../lib/kubectl/print/go-template/lex';
import { sprintf } from '../lib/go/printf';
import { parseJsonPath } from '../lib/kubectl/print/jsonpath/parse';
import { resolvePlain } from '../lib/manifest/scalars';
import { YamlDocument } from '../lib/manifest/yaml-document';
import { scan, scanWhile, StuckScannerError } from '../lib/text/scan';
import { jsonProblem } from '../lib/go/json';
import { judgeText } from '../lib/validate/judging';
import { imageNameOf } from '../lib/validate/lint/images';
import { tokensOf as shellTokens } from '../lib/validate/lint/shell/tokens';
import { COMMENT_MARK } from '../lib/validate/suppress';
import { commentSuppressions } from '../lib/validate/suppress/comments';
import { cronProblem } from '../lib/apimachinery/cron';
import { durationProblem } from '../lib/go/duration';
import { isImageReference } from '../lib/apimachinery/image-reference';
import { parseQuantity } from '../lib/apimachinery/parse-quantity';

describe('scan', () => {
  test('calls the step with each position up to the end', () => {
    const seen: number[] = [];
    expect(scan(0, 5, (at) => seen.push(at) && at + 2)).toBe(6);
    expect(seen).toEqual([0, 2, 4]);
  });

  test('stops at the position for which the step returns nothing', () => {
    expect(scan(0, 5, (at) => (at < 3 ? at + 1 : undefined))).toBe(3);
  });

  test.each([0, -1, NaN])('throws if a step moves by %p', (step) => {
    expect(() => scan(1, 5, (at) => at + step)).toThrow(StuckScannerError);
    expect(() =>
      scanWhile(
        () => 1,
        () => true,
        () => undefined,
      ),
    ).toThrow('the scanner consumed nothing at position 1');
  });
});

/** A document says what is wrong with it, a bug of ours too. */
function yamlProblem(text: string): void {
  const bug = new YamlDocument({ text, offset: 0 }).problems.find(({ rule }) => rule === 'internal-error');
  if (bug) throw new TypeError(bug.message);
}

/** Every scanner of the project, over the text around one character. */
const SCANNERS: { readonly [name: string]: (text: string) => unknown } = {
  'shell scripts': shellTokens,
  JSONPath: (text) => [
    parseJsonPath(text),
    parseJsonPath(`{${text}}`),
    parseJsonPath(`{.items[?(@.a==${text})]}`),
  ],
  'Go templates': (text) => [templateTokens(text), templateTokens(`{{${text}}}`)],
  'label selectors': (text) => parseRequirements(text, 36),
  durations: (text) => durationProblem(`1${text}`),
  quantities: (text) => parseQuantity(`1${text}`),
  'cron schedules': (text) => cronProblem(`${text} * * * *`),
  CSV: (text) => readCsv(text),
  JSON: (text) => jsonProblem(`{"a": "${text}"${text}}`),
  formats: (text) => [sprintf(`%${text}d ${text}`, [1, 'a']), sprintf(text, [])],
  'Go durations': (text) => parseDuration(`1${text}`),
  'file patterns': (text) => [matcher(text)('ab'), matcher(`[${text}]*`)(text)],
  'patterns of files to ignore': (text) =>
    ignoreMatcher([{ folder: '/w', patterns: [readIgnorePattern(text)] }], '/w')('/w/a/b'),
  'image references': (text) => [
    isImageReference(text),
    isImageReference(`a:${text}@${text}`),
    imageNameOf(text),
  ],
  'plain scalars': (text) => [resolvePlain(text), resolvePlain(`1${text}`)],
  'suppressions in comments': (text) =>
    new YamlDocument({ text: `a: b # pod-patterns: ignore ${text}\nc: d # pod-patterns: ${text}`, offset: 0 })
      .comments(COMMENT_MARK)
      .map(commentSuppressions),
  YAML: (text) =>
    [text, `a: ${text}`, `${text}: a`, `"${text}": '${text}'`, `[${text}]`, `a: |${text}\n  b${text}`].map(
      yamlProblem,
    ),
  manifests: (text) => [...readDocuments(`{"a": 1}${text}{"b": 2}`, 36)],
};

/** Every code point of the Basic Multilingual Plane, and a sample of the others. */
function* characters(): Generator<string> {
  for (let point = 0; point <= 0xffff; point++) yield String.fromCharCode(point);
  for (let point = 0x10000; point <= 0x10ffff; point += 251) yield String.fromCodePoint(point);
}

function scanFailure(scanner: (text: string) => unknown, text: string): unknown {
  try {
    scanner(text);
  } catch (error) {
    return error instanceof StuckScannerError || error instanceof TypeError || error instanceof RangeError
      ? error
      : undefined;
  }
  return undefined;
}

const { manifests, ...perCharacter } = SCANNERS;

describe.each(Object.entries(perCharacter))('%s', (_name, scanner) => {
  test('are scanned to the end, whatever character they hold', () => {
    const stuck = [...characters()].filter((character) => scanFailure(scanner, `a${character}b`));
    expect(stuck).toEqual([]);
  });
});

describe.each(Object.entries(SCANNERS))('%s', (_name, scanner) => {
  test('are scanned to the end, whatever they hold', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'"\'`\\${}()[]<>&|;#!=,.:/-+ \t\r\n\v\f\u00a0\u2003\u2028\u3000\ufeff@*?0e'),
        fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
      ),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (given) => expect(scanFailure(scanner, given)).toBeUndefined()),
      { numRuns: 1_000 },
    );
  });
});

test("white space other than a shell's own is part of a word", () => {
  for (const space of '\v\f\u00a0\u2003\u2028\u3000\ufeff') {
    expect(shellTokens(`echo${space}hi there`)).toEqual([
      { form: 'word', text: `echo${space}hi`, quoted: false },
      { form: 'word', text: 'there', quoted: false },
    ]);
  }
});

test('a manifest with any white space in a script is judged', () => {
  for (const space of '\v\f\u00a0\u2003\u2028\u3000\ufeff') {
    const container = { name: 'a', image: 'busybox:1.37', command: ['sh', '-c', `echo${space}hi`] };
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [container] } };
    expect(
      judgeText(JSON.stringify(pod), undefined, { minor: 36 }).filter(({ level }) => level === 'error'),
    ).toEqual([]);
  }
});
