const { relative } = require('node:path');

const REASON = / \(needs ([^)]*)\)/;

/**
 * Says at the end which tests were skipped, and what they need. A group of tests that was skipped as a whole
 * counts as one. A run of chosen tests (`-t`) skips all others, which is not worth saying.
 */
module.exports = class SkippedReporter {
  constructor({ rootDir, testNamePattern }) {
    this.rootDir = rootDir;
    this.isChosen = Boolean(testNamePattern);
  }

  onRunComplete(_, { testResults }) {
    if (this.isChosen) return;
    const skipped = testResults.flatMap((file) =>
      file.testResults.filter(({ status }) => status === 'pending').map((test) => this.named(file, test)),
    );
    if (!skipped.length) return;
    console.log(`\nSkipped: ${skipped.length} tests or groups of tests`);
    for (const reason of [...new Set(skipped.map((test) => test.reason))].sort()) {
      const names = skipped
        .filter((test) => test.reason === reason)
        .map(({ name }) => `    ${name}`)
        .sort();
      console.log(`  ${reason} (${names.length}):\n${names.join('\n')}`);
    }
  }

  named({ testFilePath }, { ancestorTitles, title }) {
    const name = [relative(this.rootDir, testFilePath), ...ancestorTitles, title].join(' › ');
    const reason = REASON.exec(name);
    return { name: name.replace(REASON, ''), reason: reason ? `needs ${reason[1]}` : 'no reason is given' };
  }
};
