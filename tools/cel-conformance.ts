import { parseArgs } from 'node:util';
import { conformance } from './cel/conformance';

/*
 * npm run cel-conformance -- [--failures]
 *
 * Runs those test cases of the specification of CEL (@bufbuild/cel-spec) that concern servers, and prints how
 * many pass by section. --failures lists the others.
 */

function main(): void {
  const { values } = parseArgs({ options: { failures: { type: 'boolean', default: false } } });
  const figures = conformance();
  for (const { section, passed, total, left, failures } of figures) {
    console.log(
      `${section.padEnd(16)} ${passed} of ${total}${left ? ` (${left} do not concern servers)` : ''}`,
    );
    if (values.failures) failures.forEach((failure) => console.log(`  ${failure}`));
  }
  const sum = (key: 'passed' | 'total') => figures.reduce((total, figure) => total + figure[key], 0);
  console.log(`${'all'.padEnd(16)} ${sum('passed')} of ${sum('total')}`);
}

main();
