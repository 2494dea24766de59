import { changesBetween, fieldsOf, kindsOf, valuesOf } from '../../tools/new-minor/changes';
import { gateChanges, gatesIn } from '../../tools/new-minor/gates';
import { openLines } from '../../tools/new-minor/open-ranges';
import { reportText, sections } from '../../tools/new-minor/report';
import { type Site, sitesOf, sitesOnlyIn } from '../../tools/new-minor/sites';

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

test('changed gates', () => {
  const before = new Map([
    ['Gone', 'on (GA)'],
    ['Kept', 'on (GA)'],
    ['Raised', 'off (Alpha)'],
  ]);
  const after = new Map([
    ['Kept', 'on (GA)'],
    ['New', 'off (Alpha)'],
    ['Raised', 'on (Beta)'],
  ]);
  expect(gateChanges(before, after)).toEqual([
    'Gone: gone, was on (GA)',
    'New: new, off (Alpha)',
    'Raised: on (Beta), was off (Alpha)',
  ]);
});

const SOURCE = (text: string) => `package validation

func (s podStrategy) ValidateThing(thing *Thing) field.ErrorList {
	// field.Invalid(fldPath, 1, "a comment")
	allErrs = append(allErrs, field.Invalid(
		fldPath.Child("mode"), thing.Mode,
		"${text}").WithOrigin("minimum"))
	if e := validate.Minimum(ctx, op, fldPath, obj, oldObj, 0).MarkAlpha(); len(e) != 0 {
	}
	return append(allErrs, field.Required(fldPath.Child("name"), ""))
}
`;

test('sites that make errors, with their function, line and whole call', () => {
  expect(sitesOf(SOURCE('too big'), 'a.go')).toEqual<Site[]>([
    {
      where: 'a.go ValidateThing',
      line: 5,
      text: 'field.Invalid( fldPath.Child("mode"), thing.Mode, "too big")',
    },
    { where: 'a.go ValidateThing', line: 10, text: 'field.Required(fldPath.Child("name"), "")' },
  ]);
});

test('only sites whose words changed differ, wherever they moved to', () => {
  const before = sitesOf(SOURCE('too big'), 'a.go');
  const after = sitesOf(`\n\n${SOURCE('must be small')}`, 'a.go');
  expect(sitesOnlyIn(after, before)).toEqual([
    'a.go:7 ValidateThing: field.Invalid( fldPath.Child("mode"), thing.Mode, "must be small")',
  ]);
  expect(sitesOnlyIn([...before, ...before], before)).toHaveLength(2);
});

const documents = (mode: object) => ({
  minor: 37,
  schemas: { 'io.k8s.api.core.v1.Probe': { properties: { mode, port: { type: 'integer' } } } },
  resources: [
    { group: '', version: 'v1', kind: 'Pod', plural: 'pods', namespaced: true, verbs: ['create'] },
    { group: 'a.io', version: 'v1', kind: 'Status', plural: 'statuses', namespaced: true, verbs: ['get'] },
  ],
});

test('kinds that can be created, fields and values of OpenAPI documents', () => {
  const [before, after] = [documents({ enum: ['A'] }), documents({ enum: ['A', 'B'] })];
  expect(kindsOf(before)).toEqual(['v1 Pod']);
  expect(fieldsOf(before)).toEqual(['core.v1.Probe.mode', 'core.v1.Probe.port']);
  expect(changesBetween(valuesOf(before), valuesOf(after))).toEqual({
    added: ['core.v1.Probe.mode: B'],
    removed: [],
  });
});

test('conditions without an end', () => {
  const source =
    'if (at.minor >= 37) one();\nif (minor < 37) two();\n  EnvFiles: { on: 35 },\n  Old: { on: 30, until: 32 },';
  expect(openLines(source, 'a.ts')).toEqual([
    'a.ts:1 if (at.minor >= 37) one();',
    'a.ts:3 EnvFiles: { on: 35 },',
  ]);
});

test('the report names what is empty, too', () => {
  const text = reportText('From 1 to 2', sections('kinds', 'Write one.', { added: ['v1 Pod'], removed: [] }));
  expect(text).toBe(`# From 1 to 2

- New kinds: 1
- Removed kinds: 0

## New kinds (1)

Write one.

\`\`\`text
v1 Pod
\`\`\`
`);
});
