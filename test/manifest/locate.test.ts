import { Source } from '../../lib/manifest/source';

/** The text from the place of a path on, to the end of its line. */
function placeOf(text: string, ...path: (string | number)[]): string {
  const source = new Source(text);
  const [document] = source.documents();
  const { key, value } = document.locate(path);
  const shown = value ?? key;
  const { line, column } = source.lines.at(shown);
  expect(source.lines.line(line).slice(column - 1)).toBe(text.slice(shown).split(/[\r\n]/)[0]);
  return text.slice(shown).split(/[\r\n]/)[0];
}

test.each<[title: string, text: string, path: (string | number)[], place: string]>([
  ['a value on the line of its key', 'a:\n  b: c # d\n', ['a', 'b'], 'c # d'],
  ['a map at its key', 'a:\n  b: c\n', ['a'], 'a:'],
  ['a key without a value', 'a:\n  b:\n', ['a', 'b'], 'b:'],
  ['a quoted key at its quote', '"a":\n  \'b\': {c: d}\n', ['a', 'b'], "'b': {c: d}"],
  ['a quoted value at its quote', 'a: "b"\n', ['a'], '"b"'],
  ['a key with an anchor', '&x a:\n  b: {}\n', ['a', 'b'], 'b: {}'],
  ['a key that is an alias', 'a: &x b\n*x : {c: d}\n', ['b', 'c'], 'd}'],
  ['an explicit key', '? a\n: b\n', ['a'], 'b'],
  ['a key of several lines', '? "a\n  b"\n: {c: {}}\n', ['a b', 'c'], 'c: {}}'],
  ['a key that is a number or a word', '0x10: {yes: {~x: 1}}\n', ['16', 'true', '~x'], '1}}'],
  ['the last of a key that is set twice', 'a: 1\na: 2\n', ['a'], '2'],
  ['a tagged value', 'a: !!str 12\n', ['a'], '12'],
  ['a block of text at its key', 'a: |\n  text\n', ['a'], 'a: |'],
  ['an item that is a map', 'a:\n- b: c\n  d: e\n', ['a', 0], 'b: c'],
  ['an item that is a text', 'a:\n- b\n- "c"\n', ['a', 1], '"c"'],
  ['an item without a value at its dash', 'a:\n  - b\n  -\n  - c\n', ['a', 1], '-'],
  ['one of several', 'a:\n-\n- # x\n-\n', ['a', 2], '-'],
  ['an item that is a block of text at its dash', 'a:\n- sh\n- |\n  - b\n- >-\n  c\n', ['a', 2], '- >-'],
  ['an item in a list of lists', '- - a\n  -\n- - b\n  -\n', [1, 1], '-'],
  ['an item with an anchor', 'a:\n- &x\n  b: c\n', ['a', 0], 'b: c'],
  ['an item of a list on one line', 'a: [b, {c: d}]\n', ['a', 1, 'c'], 'd}]'],
  ['an alias where it stands', 'a: &x 1\nb: *x\n', ['b'], '*x'],
  ['what an alias brings where it is written', 'a: &x\n  b: 1\nc: *x\n', ['c', 'b'], '1'],
  ['what is missing in an alias at its key', 'a: &x {b: 1}\nc: *x\n', ['c', 'd'], 'c: *x'],
  [
    'an alias of the last anchor before it',
    'a: &x {b: 1}\nc: &x {b: 2}\nd: *x\ne: &x {b: 3}\n',
    ['d', 'b'],
    '2}',
  ],
  ['what a merge key brings', 'a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n', ['c', 'b'], '1}'],
  [
    'of several merged maps the first',
    'a: &x {b: 1}\nc: &y {b: 2}\nd:\n  <<: [*x, *y, {e: 3}]\n',
    ['d', 'b'],
    '1}',
  ],
  ['what stands after a merge key', 'a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n', ['c', 'b'], '2'],
  ['what a merge key overrides', 'a: &x {b: 1}\nc:\n  b: 2\n  <<: *x\n', ['c', 'b'], '1}'],
  ['a quoted key that looks like a merge key', 'a: {"<<": {b: 1}}\n', ['a', '<<', 'b'], '1}}'],
  ['what is missing at what would hold it', 'a:\n  b: {}\n', ['a', 'c', 'd'], 'a:'],
  ['what is missing in an item', 'a:\n- b: c\n', ['a', 0, 'd'], 'b: c'],
  ['what is beyond a list', 'a:\n- b\n', ['a', 3, 'd'], 'a:'],
  ['what a text cannot hold', 'a: b\n', ['a', 'c'], 'a: b'],
  ['JSON', '{\r\n\t"a": [\r\n\t\t{"b": null}]}', ['a', 0, 'b'], 'null}]}'],
  ['lines that end in CR LF', 'a:\r\n- b: 1\r\n-\r\n- c: 2\r\n', ['a', 1], '-'],
  ['lines that end in CR', 'a:\r- b: 1\r-\r- c: 2\r', ['a', 1], '-'],
  ['after a byte order mark', '\ufeffa:\n  b: c\n', ['a', 'b'], 'c'],
  ['after tabs', 'a:\t\t"b"\t# c\n', ['a'], '"b"\t# c'],
  ['in a later document', '---\n# x\n---\na: 1\n', [], 'a: 1'],
])('%s', (_, text, path, place) => {
  const documents = [...new Source(text).documents()];
  if (documents.length > 1) return expect(documents.at(-1)!.locate(path).key).toBe(text.indexOf(place));
  return expect(placeOf(text, ...path)).toBe(place);
});
