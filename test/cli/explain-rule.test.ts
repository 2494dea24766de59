import { run } from '../../lib/cli/program';
import { allRules } from '../../lib/validate/catalogue';
import { memoryWorld } from '../support/memory-world';

async function explained(...argv: string[]) {
  const world = memoryWorld({});
  const code = await run(['explain-rule', ...argv], world);
  return { code, ...world.said };
}

test.each(['image-tag', 'container-ports', 'unknown-kind', 'field-dropped'])('%s', async (rule) => {
  const { code, out } = await explained(rule);
  expect(code).toBe(0);
  expect(out).toMatchSnapshot();
});

test('without a rule, all are listed', async () => {
  const { out } = await explained();
  for (const { id, level, mistake } of allRules()) {
    expect(out).toMatch(
      new RegExp(`^  ${id} +${level} +${mistake.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'm'),
    );
  }
});

test('a rule that there is not ends with 2, and the one that was meant', async () => {
  expect(await explained('image-tags')).toEqual({
    code: 2,
    out: '',
    err: 'pod-patterns: unknown rule "image-tags": did you mean "image-tag"?\n',
  });
  expect(await explained('zzzzzzzz')).toEqual({
    code: 2,
    out: '',
    err: 'pod-patterns: unknown rule "zzzzzzzz": "pod-patterns explain-rule" lists all rules\n',
  });
});

test('lines are fit to read at 80 columns', async () => {
  for (const { id } of allRules()) {
    expect(
      (await explained(id)).out.split('\n').filter((line) => line.length > 80 && !line.includes(id)),
    ).toEqual([]);
  }
});
