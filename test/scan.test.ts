import fc from 'fast-check';
import { readCsv } from '../lib/go/csv';
import { parseRequirements } from '../lib/apimachinery/selector';
import { readDocuments } from '../lib/kubectl/manifests/documents';
import { tokensOf as templateTokens } from '../lib/kubectl/print/go-template/lex';
import { parseJsonPath } from '../lib/kubectl/print/jsonpath/parse';
import { scan, scanWhile, StuckScannerError } from '../lib/text/scan';
import { jsonProblem } from '../lib/go/json';
import { judgeText } from '../lib/validate/judging';
import { tokensOf as shellTokens } from '../lib/validate/lint/shell/tokens';
import { cronProblem } from '../lib/apimachinery/cron';
import { durationProblem } from '../lib/go/duration';
import { parseQuantity } from '../lib/apimachinery/quantity';

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
