import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportFormat } from '../../lib/report/formats';
import { render, reportedOf } from './reported';

const PAGE = join(__dirname, '../../docs/reports.md');

/** The heading that a format's example stands under, and the language of its block. */
const EXAMPLES: readonly (readonly [heading: string, format: ReportFormat, fence: string])[] = [
  ['Text', 'text', 'text'],
  ['JSON', 'json', 'json'],
  ['JUnit', 'junit', 'xml'],
  ['GitHub', 'github', 'text'],
];

test.each(EXAMPLES)('the example of %s in docs/reports.md is what is printed', (heading, format, fence) => {
  const page = readFileSync(PAGE, 'utf8');
  const text = /```yaml pod\.yaml\n([^]*?)```/.exec(page)![1];
  const printed = render(format, reportedOf({ file: 'pod.yaml', text }));
  const block = new RegExp(
    `(?<=\n## ${heading}\n(?:(?!\n## )[^])*?\n\`\`\`${fence}[^\n]*\n)[^]*?(?=\`\`\`\n)`,
  );
  if (process.env.UPDATE_DOCS) {
    writeFileSync(
      PAGE,
      page.replace(block, () => printed),
    );
  } else {
    expect(block.exec(page)![0]).toBe(printed);
  }
});
