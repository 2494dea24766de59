import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goTypesFile } from '../../tools/generate/go-types';
import { goTypes } from '../../tools/go/go-types';
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

const fields = (types: { [field: string]: string }) => Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
const FACTS = {
  minors: [36],
  types: {
    'core.v1.Outer': fields({
      kind: 'string', name: 'string', mode: 'string', modes: '[]string', uids: '{}string', data: 'bytes', selector: 'meta.v1.LabelSelector', depth: 'string', plain: 'int32',
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
  writeFileSync(join(folder, 'v1/generated.pb.go'), 'type Outer struct {\n\tOther string `json:"other"`\n}\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const imported = () => {
  const meta = new Map([['TypeMeta', [{ name: 'Kind', type: 'string', json: 'kind' }]]]);
  return goTypes(FACTS, new Map([['core.v1', readPackage(join(folder, 'v1'))], ['meta.v1', meta]]));
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

test('a type has one line, fields grouped by what Go calls them', () => {
  expect(goTypesFile(FACTS, imported())).toContain(
    "  'core.v1.Outer v1.Mode=depth,mode Inner.Deep.=depth,plain TypeMeta.=kind []v1.Mode=modes map[types.UID]v1.Mode=uids',\n");
  expect(goTypesFile({ ...FACTS, types: { 'core.v1.Outer': FACTS.types['core.v1.Outer'] } }, imported())).not.toContain('TypeMeta');
});
