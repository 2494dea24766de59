import type { Assembly, Type } from '@jsii/spec';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiPages } from '../../tools/api-docs/pages';

const DOCS = join(__dirname, '../../docs');

const named = (name: string, filename: string, more: object) =>
  ({
    assembly: 'p',
    fqn: `p.${name}`,
    name,
    locationInModule: { filename, line: 1 },
    ...more,
  }) as unknown as Type;

const pagesOf = (...types: readonly Type[]) =>
  apiPages(
    {
      types: Object.fromEntries(types.map((type) => [type.fqn, type])),
      targets: { python: { module: 'p' }, java: { package: 'p' }, go: { moduleName: 'p', packageName: 'p' } },
    } as unknown as Assembly,
    '1.36',
  );

const OPTIONS = named('WebOptions', 'patterns/web.ts', {
  kind: 'interface',
  docs: { summary: 'Options of a web.' },
  interfaces: ['p.k8s.PodSpecOptions'],
  properties: [
    { name: 'image', type: { primitive: 'string' }, docs: { summary: 'Image.' } },
    {
      name: 'ports',
      optional: true,
      docs: { summary: 'Ports:', remarks: '- `a|b`: one\n  of two', default: '- none' },
      type: {
        collection: {
          kind: 'array',
          elementtype: { union: { types: [{ primitive: 'string' }, { primitive: 'number' }] } },
        },
      },
    },
    {
      name: 'native',
      optional: true,
      type: { primitive: 'boolean' },
      docs: { summary: 'Native.', default: 'true' },
    },
  ],
});

const WEB = named('Web', 'patterns/web.ts', {
  kind: 'class',
  base: 'constructs.Construct',
  docs: { summary: 'Web.' },
  initializer: {
    parameters: [
      { name: 'options', optional: true, type: { fqn: 'p.WebOptions' }, docs: { summary: 'how.' } },
    ],
    docs: { custom: { throws: 'Error where it rains' } },
  },
  methods: [
    {
      name: 'all',
      static: true,
      docs: { summary: 'All.' },
      returns: { type: { collection: { kind: 'map', elementtype: { fqn: 'p.k8s.Container' } } } },
    },
  ],
});

const CONTAINER = named('k8s.Container', 'lib/k8s/core.ts', {
  kind: 'interface',
  namespace: 'k8s',
  name: 'Container',
  docs: { summary: 'A container.', custom: { schema: 'core.v1.Container' } },
});

describe('pages of a small package', () => {
  const pages = pagesOf(OPTIONS, WEB, CONTAINER);

  test('a class: what it extends, how it is made, what it throws and returns', () => {
    expect(pages.get('api/patterns.md')).toContain(`## Web

Web.

Extends constructs.Construct.

### new Web(options?)

| parameter | type | description |
|---|---|---|
| \`options\` | [WebOptions](#weboptions), optional | how. |

Throws Error where it rains.

### Web.all()

All.

Returns map of [k8s.Container](k8s.md#container).
`);
  });

  test('a struct: required options, defaults in code and in words, lists in one cell', () => {
    expect(pages.get('api/patterns.md')).toContain(`| \`image\` | string | **required** | Image. |
| \`ports\` | (string \\| number)[] | none | Ports:<br>• \`a\\|b\`: one of two |
| \`native\` | boolean | \`true\` | Native. |
`);
  });

  test('a struct of Kubernetes leads to the documentation of Kubernetes', () => {
    expect(pages.get('api/k8s.md')).toContain(
      'https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.36/#container-v1-core',
    );
  });

  test('the index has what there is, and no page for what there is not', () => {
    expect([...pages.keys()]).toEqual(['api/patterns.md', 'api/k8s.md', 'api.md']);
    expect(pages.get('api.md')).toContain(
      '| [`WebOptions`](api/patterns.md#weboptions) | Options of a web. |',
    );
  });
});

test('a type in a folder that no page is for is told', () => {
  expect(() => pagesOf(named('Stray', 'lib/stray/stray.ts', { kind: 'enum', members: [] }))).toThrow(
    'p.Stray is in "lib/stray/stray.ts": name its folder in tools/api-docs/areas.ts',
  );
});

test('the reference is small enough to be read in a browser', () => {
  const sizes = readdirSync(join(DOCS, 'api')).map((file) => readFileSync(join(DOCS, 'api', file)).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
});
