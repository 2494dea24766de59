import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodingsFile, type EncodingSigns } from '../../tools/generate/encodings';
import { goTypesFile } from '../../tools/generate/go-types';
import { encodingsText, withEncodings } from '../../tools/go/encodings';
import { withTypes } from '../../tools/go/go-types';
import { readPackage } from '../../tools/go/source';
import type { Facts } from '../../tools/openapi/facts';

const SOURCE = `package v1

import (
  "k8s.io/apimachinery/pkg/types"
  metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

type Mode string

// Outer has all that matters.
type Outer struct {
  metav1.TypeMeta \`json:",inline"\`
  // name of it
  Name string \`json:"name" protobuf:"bytes,1,opt,name=name"\`
  Mode *Mode \`json:"mode,omitempty"\`
  Modes []Mode \`json:"modes"\`
  UIDs map[types.UID]Mode \`json:"uids"\`
  Data []byte \`json:"data"\`
  Selector *metav1.LabelSelector \`json:"selector,omitempty"\`
  Inner \`json:",inline"\`
  Secret string \`json:"-"\`
}

type Inner struct {
  *Deep \`json:",inline"\`
}

type Deep struct {
  Depth Mode \`json:"depth"\`
  Plain int32 \`json:"plain"\`
}
`.replace(/^ {2}/gm, '\t');

const fields = (types: { [field: string]: string }) =>
  Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
const FACTS = {
  minors: [36],
  types: {
    'core.v1.Outer': fields({
      kind: 'string',
      name: 'string',
      mode: 'string',
      modes: '[]string',
      uids: '{}string',
      data: 'bytes',
      selector: 'meta.v1.LabelSelector',
      depth: 'string',
      plain: 'int32',
    }),
    'core.v1.Holder': fields({ outer: '[]core.v1.Outer' }),
  },
  kinds: [],
} as Facts;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'go-types-'));
  mkdirSync(join(folder, 'v1'));
  writeFileSync(join(folder, 'v1/types.go'), SOURCE);
  writeFileSync(
    join(folder, 'v1/generated.pb.go'),
    'type Outer struct {\n\tOther string `json:"other"`\n}\n',
  );
});

const imported = () => {
  const meta = new Map([['TypeMeta', [{ name: 'Kind', type: 'string', json: 'kind' }]]]);
  return withTypes(
    FACTS,
    {},
    new Map([
      ['core.v1', readPackage(join(folder, 'v1'))],
      ['meta.v1', meta],
    ]),
  );
};

test('only what OpenAPI does not tell is kept', () => {
  expect(imported()).toEqual({
    'core.v1.Outer': {
      depth: { type: 'v1.Mode', embedded: 'Inner.Deep' },
      kind: { embedded: 'TypeMeta' },
      mode: { type: 'v1.Mode' },
      modes: { type: '[]v1.Mode' },
      plain: { embedded: 'Inner.Deep' },
      uids: { type: 'map[types.UID]v1.Mode' },
    },
  });
});

test('a field or type that newer packages lack keeps what older ones said', () => {
  const gone = { 'core.v1.Outer': { name: { type: 'v1.Old' }, mode: { type: 'v1.Old' } } };
  const newer = new Map([
    ['core.v1', new Map([['Outer', [{ name: 'Mode', type: 'v1.Mode', json: 'mode' }]]])],
  ]);
  expect(withTypes(FACTS, gone, newer)).toEqual({
    'core.v1.Outer': { mode: { type: 'v1.Mode' }, name: { type: 'v1.Old' } },
  });
  expect(withTypes(FACTS, gone, new Map())).toEqual(gone);
});

test('a type has one line, fields grouped by what Go calls them', () => {
  expect(goTypesFile(FACTS, imported())).toContain(
    "  'core.v1.Outer v1.Mode=depth,mode Inner.Deep.=depth,plain TypeMeta.=kind []v1.Mode=modes map[types.UID]v1.Mode=uids',\n",
  );
  expect(
    goTypesFile({ ...FACTS, types: { 'core.v1.Outer': FACTS.types['core.v1.Outer'] } }, imported()),
  ).not.toContain('TypeMeta');
});

describe('how fields are written', () => {
  const STRUCT = (tag: string) => `package v1

type Outer struct {
\tPlain string \`json:"plain,omitempty"\`
\tAlways string \`json:"always"\`
\tSet *bool \`json:"set,omitempty"\`
\tNull *bool \`json:"null"\`
\tHeld Inner \`json:"held,omitempty"\`
\tPointed *Inner \`json:"pointed,omitempty"\`
\tList []string \`json:"list"\`
\tTime Time \`json:"time,${tag}"\`
}
`;
  const types = {
    plain: 'string',
    always: 'string',
    set: 'bool',
    null: 'bool',
    held: 'core.v1.Inner',
    pointed: 'core.v1.Inner',
    list: '[]string',
    time: 'time',
  };
  const facts = { minors: [35, 36], types: { 'core.v1.Outer': fields(types) }, kinds: [] } as Facts;

  test('comes of pointers and tags, minor by minor', () => {
    const minors = [
      [35, 'omitempty'],
      [36, 'omitempty,omitzero'],
    ].map(([minor, tag]) => {
      writeFileSync(join(folder, 'v1/types.go'), STRUCT(String(tag)));
      return { minor: Number(minor), packages: new Map([['core.v1', readPackage(join(folder, 'v1'))]]) };
    });
    const text = encodingsText(
      minors.reduce((known: EncodingSigns, minor) => withEncodings(facts, known, minor), {}),
    );
    expect(JSON.parse(text)).toEqual({
      'core.v1.Outer': { always: '!', held: '!', list: '!', null: '~', set: '*', time: '!35-35?36-36' },
    });
    expect(encodingsFile(JSON.parse(text))).toContain(
      "'core.v1.Outer !=always,held,list ~=null *=set !35-35=time ?36-36=time',",
    );
  });
});
