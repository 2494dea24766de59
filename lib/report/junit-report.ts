import { printable } from './printable';
import type { Report, ReportedFinding, ReportedManifest } from './reported';
import { findingText, messageText, placeText } from './text';
import { xmlTag, xmlText } from './xml';

/** JUnit's XML, as CI systems show it: a suite a file, a case a manifest, which fails with its errors. */
export class JunitReport implements Report {
  private suite: Suite | undefined;

  start(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlTag('testsuites', { name: 'pod-patterns' })}>\n`;
  }

  manifest(manifest: ReportedManifest): string {
    const before = this.suite?.file === manifest.file ? '' : this.close();
    this.suite ??= new Suite(manifest.file);
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

/** The cases of one file, which are counted before they are told. */
class Suite {
  private readonly cases: string[] = [];
  private readonly names = new Map<string, number>();
  private failures = 0;

  constructor(readonly file: string) {}

  add(manifest: ReportedManifest): void {
    const errors = manifest.findings.filter(({ finding, suppressed }) => finding.level === 'error' && !suppressed);
    const others = manifest.findings.filter((found) => !errors.includes(found));
    if (errors.length) this.failures++;
    const parts = [...(errors.length ? [failureText(errors)] : []), ...(others.length ? [outputText(others)] : [])];
    const tag = xmlTag('testcase', { name: this.nameOf(manifest), classname: classOf(manifest) });
    this.cases.push(parts.length ? `  ${tag}>\n${parts.join('')}  </testcase>\n` : `  ${tag}/>\n`);
  }

  text(): string {
    const counts = { tests: this.cases.length, failures: this.failures, errors: 0, skipped: 0 };
    return `${xmlTag('testsuite', { name: this.file, ...counts })}>\n${this.cases.join('')}</testsuite>\n`;
  }

  /** A name that no other case of the suite has: viewers take two of one name for one. */
  private nameOf({ document, kubernetesVersion, resource: { kind, namespace, name } }: ReportedManifest): string {
    const plain = [[kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ') || `document ${document}`, kubernetesVersion].filter(Boolean).join(', ');
    const number = (this.names.get(plain) ?? 0) + 1;
    this.names.set(plain, number);
    return number === 1 ? plain : `${plain} (${number})`;
  }
}

const classOf = ({ resource: { apiVersion, kind } }: ReportedManifest) => [apiVersion, kind].filter(Boolean).join('.') || 'manifest';

/** All errors in one failure: most viewers show no more than one. */
function failureText(errors: readonly ReportedFinding[]): string {
  const [{ finding }] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const message = printable(`${placeText(finding.position)}: ${messageText(finding)}${more}`);
  return `    ${xmlTag('failure', { type: finding.rule, message })}>${xmlText(errors.map((found) => findingText(found)).join('\n'))}</failure>\n`;
}

const outputText = (others: readonly ReportedFinding[]) => `    <system-out>${xmlText(others.map(otherText).join('\n'))}</system-out>\n`;

function otherText(found: ReportedFinding): string {
  const { suppressed } = found;
  if (!suppressed) return findingText(found).trimEnd();
  return `${placeText(found.finding.position)}: suppressed: ${found.finding.rule}${suppressed.reason ? `: ${printable(suppressed.reason)}` : ''}`;
}
