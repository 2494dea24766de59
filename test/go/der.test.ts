import { derElements } from '../../lib/go/der';

const elementsOf = (...bytes: number[]) =>
  derElements(Buffer.from(bytes)).map(({ tag, content }) => [tag, ...content]);

test('elements one after another', () => {
  expect(elementsOf(0x02, 1, 7, 0x30, 0, 0x0c, 2, 0x61, 0x62)).toEqual([
    [0x02, 7],
    [0x30],
    [0x0c, 0x61, 0x62],
  ]);
});

test('a long form of the length', () => {
  expect(elementsOf(0x04, 0x81, 2, 8, 9, 0x04, 0x82, 0, 1, 5)).toEqual([
    [0x04, 8, 9],
    [0x04, 5],
  ]);
});

test('an element that is not complete ends the list', () => {
  expect(elementsOf()).toEqual([]);
  expect(elementsOf(0x30)).toEqual([]);
  expect(elementsOf(0x30, 5, 1)).toEqual([]);
  expect(elementsOf(0x30, 0xff)).toEqual([]);
  expect(elementsOf(0x02, 1, 7, 0x30, 0x84, 0xff, 0xff, 0xff, 0xff)).toEqual([[0x02, 7]]);
});
