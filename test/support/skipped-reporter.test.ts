const Reporter = require('./skipped-reporter') as new (config: {
  rootDir: string;
  testNamePattern?: string;
}) => {
  onRunComplete(contexts: unknown, results: object): void;
};

const run = (...tests: readonly object[]) => runOf({}, ...tests);

const runOf = (config: { testNamePattern?: string }, ...tests: readonly object[]) => {
  const said: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((text: string) => {
    said.push(text);
  });
  new Reporter({ rootDir: '/a', ...config }).onRunComplete(undefined, {
    testResults: [{ testFilePath: '/a/test/b.test.ts', testResults: tests }],
  });
  log.mockRestore();
  return said.join('\n');
};

test('skipped tests are counted and named by what they need', () => {
  const passed = { status: 'passed', ancestorTitles: [], title: 'c' };
  const skipped = (title: string) => ({ status: 'pending', ancestorTitles: ['group'], title });
  expect(run(passed, skipped('in d (needs nc)'), skipped('e'), skipped('f (needs nc)'))).toBe(`
Skipped: 3 tests or groups of tests
  needs nc (2):
    test/b.test.ts › group › f
    test/b.test.ts › group › in d
  no reason is given (1):
    test/b.test.ts › group › e`);
});

test('a run in which nothing is skipped says nothing', () =>
  expect(run({ status: 'passed', ancestorTitles: [], title: 'c' })).toBe(''));

test('a run of chosen tests says nothing of the others', () => {
  const skipped = { status: 'pending', ancestorTitles: [], title: 'c' };
  expect(runOf({ testNamePattern: 'd' }, skipped)).toBe('');
});
