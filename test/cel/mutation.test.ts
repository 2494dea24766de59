import {
  APPLY_CONFIGURATION,
  CelCompileError,
  CelEvaluationError,
  compile,
  configurationOf,
  DYN,
  JSON_PATCH,
  patchOf,
} from '../../lib/cel';

const environment = { minor: 36, variables: { object: DYN }, hasPatchTypes: true };
const object = { metadata: { name: 'a', labels: { app: 'x' } }, spec: { replicas: 3 } };

const evaluated = (text: string) => compile(text, environment).evaluate({ object });

function failureOf(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it did not fail');
}

test('a JSON patch', () => {
  const text = `[
    JSONPatch{op: "test", path: "/spec/replicas", value: object.spec.replicas},
    JSONPatch{op: "add", path: "/metadata/labels/" + jsonpatch.escapeKey("k8s.io/a~b"), value: "c"},
    JSONPatch{op: "move", from: "/a", path: "/b"},
    JSONPatch{op: "add", path: "/spec/x", value: Object.spec{n: 1, list: [Object.spec.list{b: b"hi"}], m: {"k": duration("1h")}}}
  ]`;
  const program = compile(text, environment);
  expect(program.type.params[0]).toEqual(JSON_PATCH);
  expect(patchOf(evaluated(text))).toEqual([
    { op: 'test', path: '/spec/replicas', value: 3 },
    { op: 'add', path: '/metadata/labels/k8s.io~1a~0b', value: 'c' },
    { op: 'move', path: '/b', from: '/a' },
    { op: 'add', path: '/spec/x', value: { n: 1, list: [{ b: 'aGk=' }], m: { k: '3600s' } } },
  ]);
});

test('a configuration to be merged', () => {
  const text =
    'Object{metadata: Object.metadata{annotations: {"a": object.metadata.name}}, spec: Object.spec{replicas: 1, ?x: optional.none()}}';
  expect(compile(text, environment).type).toEqual(APPLY_CONFIGURATION);
  expect(configurationOf(evaluated(text))).toEqual({
    metadata: { annotations: { a: 'a' } },
    spec: { replicas: 1 },
  });
});

test('types have to match the fields that they are in', () => {
  const value = evaluated('Object{spec: Object.spec{selector: Object.spec.wrong{}}}');
  const error = failureOf(() => configurationOf(value));
  expect(error).toBeInstanceOf(CelEvaluationError);
  expect(error.message).toBe(
    'type mismatch: unexpected type name "Object.spec.wrong", expected "Object.spec.selector", which matches field name path from root Object type',
  );
});

test('fields of a patch have types', () => {
  const error = failureOf(() => compile('[JSONPatch{op: 1, paths: "/a"}]', environment));
  expect(error).toBeInstanceOf(CelCompileError);
  expect((error as CelCompileError).issues.map(({ message }) => message)).toEqual([
    "expected type of field 'op' is 'string' but provided type is 'int'",
    "undefined field 'paths'",
  ]);
});

test('made objects are read, compared and have a type', () => {
  expect(evaluated('Object{spec: Object.spec{a: 1}}.spec.a == 1')).toBe(true);
  expect(evaluated('Object.spec{a: 1} == Object.spec{a: 1}')).toBe(true);
  expect(evaluated('has(Object{}.spec)')).toBe(false);
});

test('elsewhere there are no such types', () => {
  const { hasPatchTypes: _, ...without } = environment;
  expect(failureOf(() => compile('Object{}', without)).message).toContain("undeclared reference to 'Object'");
  expect(failureOf(() => compile('jsonpatch.escapeKey("a")', without)).message).toContain(
    'undeclared reference',
  );
});
