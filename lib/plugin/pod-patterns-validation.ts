import { readFileSync } from 'node:fs';
import type { EngineOptions } from '../validate/engine';
import { engineOptionsOf } from '../validate/engine-options';
import type { Finding, FindingLevel } from '../validate/finding';
import { judging } from '../validate/lazy';
import type { SynthValidationOptions } from '../validate/options';
import { reportedLevels } from '../validate/report-level';
import { misreadInFile, withoutConsequencesOf } from './misread';
import { checkProperties } from './properties';
import { summaryOf, type Violation, violationsOf } from './violations';

/** Properties of the plugin in cdk8s.yaml. */
export interface PodPatternsValidationProps extends SynthValidationOptions {
  /**
   * Lowest level of findings that makes synth fail: `error` or `warning`.
   *
   * @default 'error'
   */
  readonly failOn?: 'error' | 'warning';
}

/** The context that cdk8s-cli passes to a plugin, as far as this one needs it. */
interface Context {
  /** Paths of the manifests. */
  readonly manifests: readonly string[];
  /** Whether they go to standard output, and the files away. */
  readonly stdout?: boolean;
  readonly report: {
    addViolation(violation: Violation): void;
    submit(status: 'success' | 'failure', metadata: { readonly [name: string]: string }): void;
  };
}

/**
 * Plugin for cdk8s-cli that validates the output of `cdk8s synth`, in any language and from any library. List
 * it under `validations` in cdk8s.yaml with the name of this class.
 */
export class PodPatternsValidation {
  private readonly props: PodPatternsValidationProps;
  private readonly options: EngineOptions;
  private readonly failing: readonly FindingLevel[];
  private readonly reported: readonly FindingLevel[];

  /**
   * @param props options for validation, the report and the exit code
   * @throws Error that lists the known values, if a property or its value is not
   */
  public constructor(props?: PodPatternsValidationProps) {
    this.props = props ?? {};
    this.failing = this.props.failOn === 'warning' ? ['error', 'warning'] : ['error'];
    try {
      checkProperties(this.props);
      this.options = engineOptionsOf(this.props);
      this.reported = [...this.failing, ...reportedLevels(this.props.report)];
    } catch (error) {
      throw new Error(`PodPatternsValidation: ${(error as Error).message}`, { cause: error });
    }
  }

  /**
   * Validation of the manifests, as cdk8s-cli calls it.
   *
   * @param context manifests and report
   */
  public async validate(context: any): Promise<void> {
    const { manifests, stdout, report } = context as Context;
    const texts = manifests.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
    const judged = judging().judgeTexts(texts, this.options);
    const misread = texts.flatMap((text) => misreadInFile(text, this.options));
    const findings = [...misread, ...withoutConsequencesOf(misread, judged.findings)];
    const selected = findings.filter(({ level }) => this.reported.includes(level));
    violationsOf(selected, stdout ?? false).forEach((violation) => report.addViolation(violation));
    report.submit(
      this.fails(findings) ? 'failure' : 'success',
      summaryOf({ ...judged, findings }, this.options.minor, this.props),
    );
  }

  private fails(findings: readonly Finding[]): boolean {
    return findings.some(({ level }) => this.failing.includes(level));
  }
}
