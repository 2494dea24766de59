import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readPackage } from '../../tools/go/source';
import {
  changesBetween,
  defaultsOf,
  fieldsOf,
  kindsOf,
  requiredOf,
  valuesOf,
  withGates,
} from '../../tools/new-minor/changes';
import { copyCheckout } from '../../tools/new-minor/checkout';
import { documentsOfSources, saveDocuments } from '../../tools/new-minor/documents';
import { withGateStates } from '../../tools/new-minor/gate-table';
import { gateChanges, gatesAsked, gatesIn, isFelt } from '../../tools/new-minor/gates';
import { openLines } from '../../tools/new-minor/open-ranges';
import { linesThatName } from '../../tools/new-minor/places';
import { changedVerdicts, withVerdicts } from '../../tools/new-minor/replay';
import { reportText, sections } from '../../tools/new-minor/report';
import { sectionsOfGates } from '../../tools/new-minor/sections';
import { declarations, type Site, sitesOnlyIn } from '../../tools/new-minor/sites';
import { newestRelease, versionOf } from '../../tools/new-minor/version';
import { readDocuments } from '../../tools/openapi/documents';
import type { Facts } from '../../tools/openapi/facts';
import { type RecordedCase, recordedCases, type Verdict } from '../support/recorded';

const ROOT = join(__dirname, '../..');

const GATES = `
var other = map[string]int{}
var defaultVersionedKubernetesFeatureGates = map[featuregate.Feature]featuregate.VersionedSpecs{
	EnvFiles: {
		{Version: version.MustParse("1.34"), Default: false, PreRelease: featuregate.Alpha},
		{Version: version.MustParse("1.35"), Default: true, PreRelease: featuregate.Beta},
		{Version: version.MustParse("1.38"), Default: true, PreRelease: featuregate.GA, LockToDefault: true}, // remove in 1.41
	},

	genericfeatures.WatchList: {
		{Version: version.MustParse("1.37"), Default: false, PreRelease: featuregate.Deprecated},
	},
}
`;

test('gates have the state of the minor', () => {
  expect([...gatesIn(GATES, 34)]).toEqual([['EnvFiles', 'off (Alpha)']]);
  expect([...gatesIn(GATES, 37)]).toEqual([
    ['EnvFiles', 'on (Beta)'],
    ['WatchList', 'off (Deprecated)'],
  ]);
});

test('gates that a source asks for, with the places', () => {
  const source =
    'if Enabled(features.EnvFiles) {\n\n\tEnabled(genericfeatures.WatchList, utilfeature.Default)';
  expect(gatesAsked(source, 'a.go')).toEqual([
    ['EnvFiles', 'a.go:1'],
    ['WatchList', 'a.go:3'],
  ]);
});

test('changed gates', () => {
  const before = new Map([
    ['Gone', 'on (GA)'],
    ['Kept', 'on (GA)'],
    ['Raised', 'off (Alpha)'],
    ['Stable', 'on (Beta)'],
  ]);
  const after = new Map([
    ['Kept', 'on (GA)'],
    ['New', 'off (Alpha)'],
    ['Raised', 'on (Beta)'],
    ['Stable', 'on (GA)'],
  ]);
  const changes = [
    'Gone: gone, was on (GA)',
    'New: new, off (Alpha)',
    'Raised: on (Beta), was off (Alpha)',
    'Stable: on (GA), was on (Beta)',
  ];
  expect(gateChanges(before, after)).toEqual(changes);
  expect(changes.filter(isFelt)).toEqual([changes[1], changes[2]]);
});

test('sections of gates: entered, asked for, and others', () => {
  const before = states({ Entered: 'off (Alpha)', Asked: 'off (Alpha)', Ready: 'on (Beta)' });
  const after = states({ Entered: 'on (Beta)', Asked: 'on (Beta)', Ready: 'on (GA)', Other: 'off (Alpha)' });
  const table = { text: '', changed: ['Entered: on (Beta), on: 38'], gone: [] };
  const places = new Map([
    ['Asked', ['a.go:1', 'b.go:2']],
    ['Ready', ['c.go:3']],
  ]);
  expect(sectionsOfGates(before, after, table, places).map(({ lines }) => lines)).toEqual([
    ['Entered: on (Beta), on: 38'],
    [],
    ['Asked: on (Beta), was off (Alpha); a.go:1 b.go:2'],
    ['Other: new, off (Alpha)', 'Ready: on (GA), was on (Beta)'],
  ]);
});

const states = (all: { readonly [gate: string]: string }) => new Map(Object.entries(all));

const TABLE = (lines: string) => `interface GateRange {}
const GATES = {
${lines}} satisfies { readonly [gate: string]: GateRange };
`;

describe('the table of gates', () => {
  const table = TABLE(`  Always: { on: 31 },
  Dropped: {},
  Ended: { on: 30, until: 32 },
  New: { since: 37 },
  Off: { since: 34 },
  Turned: { on: 35 },
`);
  const before = states({
    Always: 'on (GA)',
    Dropped: 'off (Alpha)',
    New: 'off (Alpha)',
    Off: 'off (Alpha)',
    Turned: 'on (Beta)',
  });
  const after = states({ New: 'on (Beta)', Off: 'off (Alpha)', Turned: 'off (Deprecated)' });

  test('gets the minors that turn its gates on or off', () => {
    const { text, changed, gone } = withGateStates(table, before, after, 38);
    expect(text).toBe(
      TABLE(`  Always: { on: 31 },
  Dropped: {},
  Ended: { on: 30, until: 32 },
  New: { since: 37, on: 38 },
  Off: { since: 34 },
  Turned: { on: 35, until: 37 },
`),
    );
    expect(changed).toEqual(['New: on (Beta), on: 38', 'Turned: off (Deprecated), until: 37']);
    expect(gone).toEqual(['Dropped']);
  });

  test('is that of the library', () => {
    const source = readFileSync(join(ROOT, 'lib/validate/gates/gates.ts'), 'utf8');
    const { text, changed } = withGateStates(source, states({}), states({ EnvFiles: 'off (Alpha)' }), 99);
    expect(changed).toEqual(['EnvFiles: off (Alpha), until: 98']);
    expect(text).toBe(source.replace(/(EnvFiles: \{.*?) \}/, '$1, until: 98 }'));
  });

  test('is refused if it cannot be read, or if a gate would need two ranges', () => {
    expect(() => withGateStates('const OTHER = {};', states({}), states({}), 38)).toThrow('not where it was');
    expect(() => withGateStates(TABLE('  ...OTHERS,\n'), states({}), states({}), 38)).toThrow('...OTHERS');
    const again = states({ Ended: 'on (Beta)' });
    expect(() => withGateStates(table, again, again, 38)).toThrow('Ended was on, then off, and is on again');
  });
});

const SOURCE = (text: string) => `package v1

func Validate_Thing(ctx context.Context, op operation.Operation, fldPath *field.Path) (errs field.ErrorList) {
	errs = append(errs, validate.MaxLength(ctx, op, fldPath, obj.Name, nil,
		${text})...)
	if e := validate.OptionalPointer(ctx, op, fldPath, obj, oldObj).MarkShortCircuit(); len(e) != 0 {
	}
	if e := validate.Minimum(ctx, op, fldPath, obj, oldObj, 0).MarkAlpha(); len(e) != 0 {
	}
	return append(errs, validate.Enum(ctx, op, fldPath, obj.Mode, nil, modes, nil)...)
}
`;

test('declared rules, with their function, line and whole call', () => {
  expect(declarations(SOURCE('63'), 'a.go')).toEqual<Site[]>([
    {
      where: 'a.go Validate_Thing',
      line: 4,
      text: 'validate.MaxLength(ctx, op, fldPath, obj.Name, nil, 63)',
    },
    {
      where: 'a.go Validate_Thing',
      line: 10,
      text: 'validate.Enum(ctx, op, fldPath, obj.Mode, nil, modes, nil)',
    },
  ]);
});

test('only sites whose words changed differ, wherever they moved to', () => {
  const before = declarations(SOURCE('63'), 'a.go');
  const after = declarations(`\n\n${SOURCE('253')}`, 'b.go');
  expect(sitesOnlyIn(after, before)).toEqual([
    'b.go:6 Validate_Thing: validate.MaxLength(ctx, op, fldPath, obj.Name, nil, 253)',
  ]);
  expect(sitesOnlyIn([...before, ...before], before)).toHaveLength(2);
});

const FACTS: Facts = {
  minors: [36, 37],
  types: {
    'core.v1.Probe': {
      mode: { type: 'string', enum: ['A'], minors: [37, 37] },
      old: { type: 'string', minors: [36, 36], enum: ['X'] },
      port: { type: 'int32', required: true, default: 80 },
    },
    'core.v1.Gone': { name: { type: 'string' } },
  },
  typeMinors: { 'core.v1.Gone': [36, 36] },
  kinds: [
    { apiVersion: 'v1', kind: 'Pod', type: 'core.v1.Pod', plural: 'pods', namespaced: true },
    {
      apiVersion: 'v1',
      kind: 'Gone',
      type: 'core.v1.Gone',
      plural: 'gone',
      namespaced: true,
      minors: [36, 36],
    },
  ],
};

test('what the newest minor has', () => {
  expect(kindsOf(FACTS)).toEqual(['v1 Pod']);
  expect(fieldsOf(FACTS)).toEqual(['core.v1.Probe.mode', 'core.v1.Probe.port']);
  expect(valuesOf(FACTS)).toEqual(['core.v1.Probe.mode: A']);
  expect(requiredOf(FACTS)).toEqual(['core.v1.Probe.port']);
  expect(defaultsOf(FACTS)).toEqual(['core.v1.Probe.port: 80']);
  expect(changesBetween(['a', 'b'], ['c', 'b'])).toEqual({ added: ['c'], removed: ['a'] });
});

test('a field is shown with the gates that its comment names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gates-'));
  mkdirSync(join(folder, 'v1'));
  writeFileSync(
    join(folder, 'v1/types.go'),
    `package v1

type Probe struct {
	// +featureGate=ProbeModes
	// +optional
	// +featureGate=Modes
	Mode string \`json:"mode"\`
	Port int32 \`json:"port"\`
}
`,
  );
  const minor = { minor: 37, packages: new Map([['core.v1', readPackage(join(folder, 'v1'))]]) };
  const paths = ['core.v1.Probe.mode', 'core.v1.Probe.port', 'core.v2.Probe.mode'];
  expect(withGates(paths, minor, states({ Modes: 'off (Alpha)' }))).toEqual([
    'core.v1.Probe.mode (gate ProbeModes unknown, Modes off (Alpha))',
    'core.v1.Probe.port',
    'core.v2.Probe.mode',
  ]);
});

describe('documents in the sources', () => {
  const write = (folder: string, name: string, value: object) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(value));
  };

  test('of stable versions, as a server publishes them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sources-'));
    for (const [file, groupVersion] of [
      ['api__v1', 'v1'],
      ['apis__apps__v1', 'apps/v1'],
      ['apis__apps__v1beta1', 'apps/v1beta1'],
    ]) {
      const name = groupVersion.replace('/', '.');
      write(folder, `api/discovery/${file}.json`, {
        groupVersion,
        resources: [
          { name: 'things', kind: 'Thing', namespaced: true, verbs: ['create'] },
          { name: 'things/status', kind: 'Thing', namespaced: true, verbs: ['get'] },
        ],
      });
      write(folder, `api/openapi-spec/v3/${file}_openapi.json`, {
        components: { schemas: { [`io.${name}.Thing`]: { type: 'object' } } },
      });
    }
    write(folder, 'api/discovery/apis.json', {});
    const documents = documentsOfSources(folder, 38);
    expect(Object.keys(documents.schemas)).toEqual(['io.v1.Thing', 'io.apps.v1.Thing']);
    expect(documents.resources).toEqual([
      { group: '', version: 'v1', kind: 'Thing', plural: 'things', namespaced: true, verbs: ['create'] },
      { group: 'apps', version: 'v1', kind: 'Thing', plural: 'things', namespaced: true, verbs: ['create'] },
    ]);
    saveDocuments(documents, join(folder, 'saved/v1.38'));
    expect(readDocuments(join(folder, 'saved'))[0].resources).toEqual(
      expect.arrayContaining(documents.resources.map((one) => expect.objectContaining(one))),
    );
  });
});

describe('versions', () => {
  test.each([
    ['1.38.0', 38, false],
    ['v1.38.0-beta.0', 38, true],
    ['1.38.2-rc.1', 38, true],
  ])('%s is of the minor %i', (text, minor, isPreRelease) => {
    expect(versionOf(text)).toEqual({ text: text.replace('v', ''), minor, isPreRelease });
  });

  test.each([undefined, '1.38', '38', '2.0.0', '1.38.0 '])('%s is refused', (text) => {
    expect(() => versionOf(text)).toThrow('use one such as 1.38.0 or 1.38.0-beta.0');
  });

  test('the newest release of a minor, among those of its module', () => {
    const listed = 'k8s.io/kubernetes v1.36.9 v1.37.0-rc.1 v1.37.2 v1.37.10 v1.38.0-beta.0\n';
    expect(newestRelease(listed, 37)).toBe('1.37.10');
    expect(newestRelease(listed, 38)).toBeUndefined();
  });
});

const recorded = (id: string, verdict: Verdict): RecordedCase => ({ id, manifest: {}, verdict });
const REFUSED: Verdict = {
  ok: false,
  reason: 'Invalid',
  causes: [
    ['FieldValueInvalid', 'a', 'at 0x12345678'],
    ['FieldValueRequired', 'b', 'Required value'],
  ],
};

describe('verdicts of a new minor', () => {
  const answers = new Map<string, Verdict | undefined>([
    ['same', { ...REFUSED, causes: [REFUSED.causes![1], ['FieldValueInvalid', 'a', 'at 0xabcdef01']] }],
    ['other', { ok: true, reason: '', message: '' }],
    ['silent', undefined],
  ]);
  const cases = ['same', 'other', 'silent'].map((id) => recorded(id, REFUSED));

  test('what changed, with both', () => {
    expect(changedVerdicts(cases, answers)).toEqual([
      'other\n  was ["Invalid","FieldValueInvalid | a | at 0x…","FieldValueRequired | b | Required value"]\n  is  ["accepted",""]',
      expect.stringMatching(/^silent\n {2}was \["Invalid".*\n {2}is {2}no verdict$/),
    ]);
  });

  test('join those that are recorded', () => {
    const known = cases.map(({ id }) => ({ id, verdicts: [{ minors: ['1.37', '1.36'], ...REFUSED }] }));
    const added = [
      { id: 'same', verdicts: [{ minors: ['1.38', '1.37', '1.36'], ...REFUSED }] },
      {
        id: 'other',
        verdicts: [
          { minors: ['1.38'], ok: true },
          { minors: ['1.37', '1.36'], ...REFUSED },
        ],
      },
      { id: 'silent', verdicts: [{ minors: ['1.37', '1.36'], ...REFUSED }] },
    ];
    expect(withVerdicts(known, '1.38', answers)).toEqual(added);
    expect(withVerdicts(added, '1.38', answers)).toEqual(added);
  });
});

test('places in a page that name a minor', () => {
  const page = 'since 1.37\nbusybox:1.37\nv1.37 and 1.37.2\n`1.30 to 1.37`.\nv1.370\nk8s/v1.37/#a';
  expect(linesThatName(37, page, 'a.md')).toEqual([
    'a.md:1 since 1.37',
    'a.md:3 v1.37 and 1.37.2',
    'a.md:4 `1.30 to 1.37`.',
  ]);
});

describe('a copy of a checkout', () => {
  const git = (folder: string, ...args: string[]) => execFileSync('git', args, { cwd: folder });

  test('has the files as they are, with the same packages', () => {
    const root = mkdtempSync(join(tmpdir(), 'checkout-'));
    git(root, 'init', '--quiet');
    mkdirSync(join(root, 'node_modules/a'), { recursive: true });
    writeFileSync(join(root, '.gitignore'), 'node_modules\ndist\n');
    writeFileSync(join(root, 'dist'), 'built');
    mkdirSync(join(root, 'lib'));
    writeFileSync(join(root, 'lib/a.ts'), 'old');
    git(root, 'add', '.');
    writeFileSync(join(root, 'lib/a.ts'), 'new');
    writeFileSync(join(root, 'lib/b.ts'), 'untracked');
    const copy = `${root}-copy`;
    copyCheckout(root, copy);
    expect(readdirSync(copy).sort()).toEqual(['.gitignore', 'lib', 'node_modules']);
    expect(readFileSync(join(copy, 'lib/a.ts'), 'utf8')).toBe('new');
    expect(readFileSync(join(copy, 'lib/b.ts'), 'utf8')).toBe('untracked');
    expect(readdirSync(join(copy, 'node_modules'))).toEqual(['a']);
    expect(() => copyCheckout(root, copy)).toThrow(`${copy} has files: remove it`);
  });
});

test('conditions without an end', () => {
  const open = [
    'if (at.minor >= 37) one();',
    'if (at.minor < 37 || two) return;',
    'EnvFiles: { on: 35 },',
    'New: { since: 37 },',
    'dropsStatusSince: 36,',
    'const EMBEDDED_SINCE = 35;',
  ];
  const closed = ['Old: { on: 30, until: 32 },', 'if (minor === 36) three();'];
  expect(openLines([...open, ...closed].join('\n'), 'a.ts')).toEqual(
    open.map((line, index) => `a.ts:${index + 1} ${line}`),
  );
});

test('verdicts come from the first file that has the minor, and only its cases', () => {
  const [one, two] = recordedCases('1.37');
  const folder = mkdtempSync(join(tmpdir(), 'verdicts-'));
  const files = [
    ['1.98', one.id],
    ['1.99', two.id],
  ].map(([minor, id]) => {
    const file = join(folder, minor);
    writeFileSync(file, `${JSON.stringify({ id, verdicts: [{ minors: [minor], ok: true }] })}\n`);
    return file;
  });
  expect(recordedCases('1.98', files)).toMatchObject([
    { id: one.id, manifest: one.manifest, verdict: { ok: true } },
  ]);
  expect(recordedCases('1.99', files)).toMatchObject([{ id: two.id }]);
  expect(recordedCases('1.99')).toEqual([]);
});

test('the report names what is empty, too', () => {
  const text = reportText({
    title: 'From 1 to 2',
    done: ['No server was asked'],
    sections: sections('kinds', 'Write one.', { added: ['v1 Pod'], removed: [] }),
    left: ['`npm test`.'],
  });
  expect(text).toBe(`# From 1 to 2

- No server was asked

| section | lines |
|---|---|
| New kinds | 1 |
| Removed kinds | 0 |

## New kinds (1)

Write one.

\`\`\`text
v1 Pod
\`\`\`

## Then

- \`npm test\`.
`);
});
