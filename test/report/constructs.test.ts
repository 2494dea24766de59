import { constructErrors, constructsText } from '../../lib/report/constructs';
import type { Finding } from '../../lib/validate/finding';

const finding = (fields: Partial<Finding> = {}): Finding => ({
  rule: 'a-rule' as never,
  level: 'error',
  stage: 'judge',
  resource: { apiVersion: 'v1', kind: 'Pod', name: 'web' },
  path: 'spec.field',
  message: 'is wrong',
  construct: { path: 'demo/web' },
  ...fields,
});

const lines = (fields: Partial<Finding>) =>
  constructErrors([finding(fields)])
    .split('\n')
    .slice(1)
    .map((line) => line.trim());

test('a finding about the whole manifest has no path, and one without a suggestion no arrow', () => {
  expect(constructErrors([finding({ path: '' })])).toBe('Pod web\n    is wrong (a-rule)');
});

test('the head tells what is known of the resource', () => {
  const head = (resource: Finding['resource'], source?: { file?: string; line: number; column: number }) =>
    constructErrors([finding({ resource, construct: { path: 'demo/web', source } })]).split('\n')[0];
  expect(head({ kind: 'Pod', namespace: 'prod', name: 'web' }, { file: 'main.ts', line: 1, column: 2 })).toBe(
    'Pod prod/web (main.ts:1:2)',
  );
  expect(head({ kind: 'Pod', name: 'web-*' })).toBe('Pod web-*');
  expect(head({ kind: 'Pod' })).toBe('Pod');
  expect(head({}, { file: 'main.ts', line: 1, column: 2 })).toBe('(main.ts:1:2)');
});

test('another place is told unless the text names it, or the item that it is in', () => {
  const related = [{ message: 'first seen here', path: 'spec.containers[0].name' }];
  expect(lines({ related })).toEqual([
    'spec.field: is wrong (a-rule)',
    'first seen here: spec.containers[0].name',
  ]);
  expect(lines({ related, suggestion: 'rename it: spec.containers[0] has the same name' })).toEqual([
    'spec.field: is wrong (a-rule)',
    '→ rename it: spec.containers[0] has the same name',
  ]);
  expect(lines({ related, message: 'is that of spec.containers[0].name' })).toHaveLength(1);
  expect(lines({ related: [{ message: 'the selector is set here', path: 'spec.selector' }] })).toContain(
    'the selector is set here: spec.selector',
  );
});

test('findings of one object stand together, two objects of one construct apart', () => {
  const service = finding({ resource: { kind: 'Service', name: 'web' } });
  expect(constructsText([finding(), service, finding({ level: 'warning', suggestion: 'mend it' })]))
    .toBe(`[demo/web] Pod web
  error: spec.field: is wrong (a-rule)
  warning: spec.field: is wrong (a-rule)
    → mend it

[demo/web] Service web
  error: spec.field: is wrong (a-rule)

2 errors, 1 warning in 2 objects
`);
});
