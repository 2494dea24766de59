import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

/** The rule priority-class-default needs to know the classes of the cluster. */
test('a second default is refused', () => {
  const priorityClasses = { usual: { value: 3, globalDefault: true }, low: { value: 1 } };
  const messageOf = (name: string, rest: object, cluster?: object) =>
    serverStatus(
      judge(
        { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, ...rest },
        { minor: 36, cluster },
      ),
    ).message;
  const isDefault = { value: 5, globalDefault: true };
  expect(messageOf('high', isDefault, { priorityClasses })).toBe(
    'priorityclasses.scheduling.k8s.io "high" is forbidden: PriorityClass usual is already marked as default. Only one default can exist',
  );
  expect(messageOf('high', { ...isDefault, value: 1_000_000_001 }, { priorityClasses })).toMatch(
    'is invalid',
  );
  expect(messageOf('usual', isDefault, { priorityClasses })).toBe('');
  expect(messageOf('high', { value: 5 }, { priorityClasses })).toBe('');
  expect(messageOf('high', isDefault)).toBe('');
});
