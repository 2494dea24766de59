import { printable } from '../text/printable';
import type { Report, ReportedFinding, ReportedManifest, RenderedManifest } from './reported';
import { findingText, messageText, placeText } from './text';
import { xmlTag, xmlText } from './xml';

/**
 * JUnit's XML, as CI systems show it: one suite per file, one case per manifest, which fails with its errors.
 */
export class JunitReport implements Report<TestCase> {
  private suite: TestSuite | undefined;

  render(manifest: ReportedManifest): TestCase {
    const {
      findings,
      kubernetesVersion,
      coverage,
      resource: { apiVersion, kind, namespace, name },
    } = manifest;
    const errors = findings.filter(({ finding, suppressed }) => finding.level === 'error' && !suppressed);
    const others = findings.filter(({ finding, suppressed }) => finding.level !== 'error' || suppressed);
    return {
      resource: [kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' '),
      type: [apiVersion, kind].filter(Boolean).join('.') || 'manifest',
      kubernetesVersion,
      failed: errors.length > 0,
      skipped: coverage === 'none' && !errors.length,
      text: `${coverage === 'none' && !errors.length ? SKIPPED : ''}${errors.length ? failureText(errors) : ''}${others.length ? outputText(others) : ''}`,
    };
  }

  start(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlTag('testsuites', { name: 'pod-patterns' })}>\n`;
  }

  add(manifest: RenderedManifest<TestCase>): string {
    const before = this.suite?.file === manifest.file ? '' : this.close();
    this.suite ??= new TestSuite(manifest.file);
    this.suite.add(manifest);
    return before;
  }

  end(): string {
    return `${this.close()}</testsuites>\n`;
  }

  private close(): string {
    const text = this.suite?.text() ?? '';
    this.suite = undefined;
    return text;
  }
}

/** One manifest. */
interface TestCase {
  /** Kind and name, empty where there are none. */
  readonly resource: string;
  readonly type: string;
  readonly kubernetesVersion?: string;
  readonly failed: boolean;
  /** Whether nothing of it was judged. */
  readonly skipped: boolean;
  readonly text: string;
}

/** The cases of one file, which are counted before they are printed. */
class TestSuite {
  private readonly cases: string[] = [];
  private readonly names = new Map<string, number>();
  private failures = 0;
  private skipped = 0;

  constructor(readonly file: string) {}

  add(manifest: RenderedManifest<TestCase>): void {
    const { type, failed, skipped, text } = manifest.rendered;
    if (failed) this.failures++;
    if (skipped) this.skipped++;
    const tag = xmlTag('testcase', { name: this.nameOf(manifest), classname: type });
    this.cases.push(text ? `  ${tag}>\n${text}  </testcase>\n` : `  ${tag}/>\n`);
  }

  text(): string {
    const counts = { tests: this.cases.length, failures: this.failures, errors: 0, skipped: this.skipped };
    return `${xmlTag('testsuite', { name: this.file, ...counts })}>\n${this.cases.join('')}</testsuite>\n`;
  }

  /** A name that no other case of the suite has: viewers take two of one name for one. */
  private nameOf({
    document,
    rendered: { resource, kubernetesVersion },
  }: RenderedManifest<TestCase>): string {
    const plain = [resource || `document ${document}`, kubernetesVersion].filter(Boolean).join(', ');
    const number = (this.names.get(plain) ?? 0) + 1;
    this.names.set(plain, number);
    return number === 1 ? plain : `${plain} (${number})`;
  }
}

const SKIPPED = '    <skipped>not validated: unknown kind</skipped>\n';

/** All errors in one failure: most viewers show no more than one. */
function failureText(errors: readonly ReportedFinding[]): string {
  const [{ finding }] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const message = printable(`${placeText(finding.position)}: ${messageText(finding)}${more}`);
  return `    ${xmlTag('failure', { type: finding.rule, message })}>${xmlText(errors.map((found) => findingText(found)).join('\n'))}</failure>\n`;
}

const outputText = (others: readonly ReportedFinding[]) =>
  `    <system-out>${xmlText(others.map(otherText).join('\n'))}</system-out>\n`;

function otherText(found: ReportedFinding): string {
  const { suppressed } = found;
  if (!suppressed) return findingText(found).trimEnd();
  return `${placeText(found.finding.position)}: suppressed: ${found.finding.rule}${suppressed.reason ? `: ${printable(suppressed.reason)}` : ''}`;
}
