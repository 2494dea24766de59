import type { Facts } from '../../tools/openapi/facts';
import { withDescriptions } from '../../tools/openapi/describe';
import type { MinorDocuments, Schema } from '../../tools/openapi/documents';
import { factsOf, ledgerOf } from '../../tools/openapi/ledger';
import { mergeFacts, withMinor } from '../../tools/openapi/merge';

const POD = { group: '', version: 'v1', kind: 'Pod', plural: 'pods', namespaced: true, verbs: ['create'] };

const documents = (
  minor: number,
  types: { readonly [name: string]: Schema },
  resources: MinorDocuments['resources'] = [],
): MinorDocuments => ({
  minor,
  schemas: Object.fromEntries(
    Object.entries(types).map(([name, schema]) => [`io.k8s.api.core.v1.${name}`, schema]),
  ),
  resources,
});

const STRING: Schema = { type: 'string' };
const struct = (properties: Schema['properties'], more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  ...more,
});
const podKind: Schema = {
  'x-kubernetes-group-version-kind': [{ group: '', version: 'v1', kind: 'Pod' }],
};

describe('merging the documents of minors', () => {
  const facts = mergeFacts([
    documents(
      36,
      {
        Gone: struct({ a: STRING }),
        Kept: struct({ a: { ...STRING, enum: ['A'] }, old: STRING }),
      },
      [],
    ),
    documents(
      37,
      {
        Kept: struct(
          { a: { ...STRING, enum: ['A', 'B'], default: 'B' }, new: STRING },
          { required: ['new'] },
        ),
        New: struct({ list: { type: 'array', items: STRING } }),
        Pod: struct({ kind: STRING }, podKind),
      },
      [POD, { ...POD, kind: 'Other', verbs: ['get'] }],
    ),
  ]);

  test('gives each type, field and kind its minors, and what the newest says', () => {
    expect(facts).toEqual({
      minors: [36, 37],
      typeMinors: { 'core.v1.Gone': [36, 36], 'core.v1.New': [37, 37], 'core.v1.Pod': [37, 37] },
      types: {
        'core.v1.Gone': { a: { type: 'string' } },
        'core.v1.Kept': {
          a: { type: 'string', enum: ['A', 'B'], default: 'B' },
          new: { type: 'string', minors: [37, 37], required: true },
          old: { type: 'string', minors: [36, 36] },
        },
        'core.v1.New': { list: { type: '[]string' } },
        'core.v1.Pod': { kind: { type: 'string' } },
      },
      kinds: [
        {
          apiVersion: 'v1',
          kind: 'Pod',
          type: 'core.v1.Pod',
          plural: 'pods',
          namespaced: true,
          minors: [37, 37],
        },
      ],
    });
  });

  test('minor by minor is the same as all at once', () => {
    const next = documents(38, { Kept: struct({ a: { ...STRING, enum: ['C'] }, old: STRING }) });
    const read = JSON.parse(JSON.stringify(facts)) as Facts;
    expect(withMinor(read, next)).toEqual({
      conflicts: [],
      facts: expect.objectContaining({
        minors: [36, 37, 38],
        typeMinors: {
          'core.v1.Gone': [36, 36],
          'core.v1.New': [37, 37],
          'core.v1.Pod': [37, 37],
        },
        types: expect.objectContaining({
          'core.v1.Kept': {
            a: { type: 'string', enum: ['C'] },
            new: { type: 'string', minors: [37, 37], required: true },
            old: { type: 'string' },
          },
        }),
      }),
    });
  });

  test('documents that list no values of enums leave them as they are', () => {
    const { types } = withMinor(facts, documents(38, { Kept: struct({ a: STRING }) })).facts;
    expect(types['core.v1.Kept'].a.enum).toEqual(['A', 'B']);
  });

  test('types that changed, or that have no expression, are reported and not merged', () => {
    const { facts: merged, conflicts } = withMinor(
      facts,
      documents(38, { Kept: struct({ a: { type: 'boolean' }, odd: { type: 'null' } }) }),
    );
    expect(conflicts).toEqual([
      'core.v1.Kept.a changed its type from string to bool',
      'core.v1.Kept.odd has a type that no type expression stands for: {"type":"null"}',
    ]);
    expect(merged.types['core.v1.Kept']).toEqual({
      a: { type: 'string', enum: ['A', 'B'] },
      new: { type: 'string', minors: [37, 37], required: true },
      old: { type: 'string', minors: [36, 36] },
    });
    expect(() =>
      mergeFacts([
        documents(36, { A: struct({ a: STRING }) }),
        documents(37, { A: struct({ a: { type: 'boolean' } }) }),
      ]),
    ).toThrow('core.v1.A.a changed its type from string to bool');
  });

  test.each([
    [37, 'already has 1.37'],
    [39, '1.39 does not follow 1.37'],
  ])('1.%i is refused', (minor, message) => {
    expect(() => withMinor(facts, documents(minor, {}))).toThrow(message);
  });

  test('a kind without a type is refused', () => {
    expect(() => withMinor(facts, documents(38, {}, [POD]))).toThrow('no schema for /v1 Pod');
  });

  test('a ledger has every range, and gives the same facts', () => {
    const ledger = ledgerOf(facts);
    expect(ledger.types.get('core.v1.New')!.fields.get('list')!.minors).toEqual([37, 37]);
    expect(ledger.types.get('core.v1.Kept')!.fields.get('a')!.minors).toEqual([36, 37]);
    expect(JSON.stringify(factsOf(ledger))).toBe(JSON.stringify(facts));
  });
});

test('descriptions are those of the newest minor that has a field', () => {
  const known = { 'core.v1.A': { '': 'old', a: 'a', gone: 'gone' }, 'core.v1.Unused': { '': 'x' } };
  const next = documents(38, {
    A: struct({ a: { ...STRING, description: 'new a' }, b: STRING }, { description: 'new' }),
  });
  expect(withDescriptions(known, next, ['core.v1.A', 'core.v1.B'])).toEqual({
    'core.v1.A': { '': 'new', a: 'new a', b: '', gone: 'gone' },
  });
});
