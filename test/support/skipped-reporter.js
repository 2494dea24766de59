/** Says at the end how many tests were skipped, and what they lacked. */
module.exports = class SkippedReporter {
  onRunComplete(_, { testResults, numPendingTests }) {
    if (!numPendingTests) return;
    const reasons = testResults
      .flatMap(({ testResults: tests }) => tests)
      .filter(({ status }) => status === 'pending')
      .map(({ ancestorTitles, title }) => /\(needs [^)]*\)/.exec([...ancestorTitles, title].join(' '))?.[0] ?? '');
    console.log(`${numPendingTests} tests skipped ${[...new Set(reasons)].join(' ')}`);
  }
};
