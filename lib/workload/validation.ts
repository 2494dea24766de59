import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { userConstruct } from '../construct/user-construct';
import { judgeObject } from '../construct/judged-object';
import { withCurrentSourceLines } from '../construct/with-source-lines';
import { VALIDATION } from '../construct/validation-mark';
import { checkArguments } from '../options/check';
import { constructsReport } from '../report/lazy';
import type { EngineOptions } from '../validate/engine';
import { engineOptionsOf } from '../validate/engine-options';
import type { Finding } from '../validate/finding';
import type { SynthValidationOptions } from '../validate/options';
import { reportedLevels } from '../validate/report-level';
import { withSurroundings } from '../validate/surroundings';
import { isNote } from '../validate/unknown-kinds/not-judged-text';
import { reportInRound } from './foreign-findings';
import { ManifestObject } from './manifest-object';
import { renderedObject } from './rendered-object';
import { findSurroundings, surroundingsBelow } from './surroundings';
import { SynthReport } from './synth-report';

const DEFAULT_OPTIONS = engineOptionsOf({});

/** Without a validation, only errors are reported. */
const ERRORS_ONLY: EngineOptions = { ...DEFAULT_OPTIONS, errorsOnly: true };

/**
 * Validation of every API object below a construct, of any library: constructs of this library and of
 * cdk8s-plus, `Include`, `Helm` and plain `ApiObject`s. Once created, it is part of synth: any error makes
 * synth fail, and warnings are printed to standard error once each.
 */
export class Validation {
  /**
   * Returns the validation of a construct and everything below it, creating it on first use.
   *
   * @param scope app, chart or other construct
   */
  public static of(scope: IConstruct): Validation {
    checkArguments('Validation.of', scope);
    return Validation.at(scope) ?? new Validation(scope);
  }

  /**
   * What objects of a construct are judged by.
   *
   * @internal
   */
  public static _optionsFor(scope: IConstruct): EngineOptions {
    const nearest = Validation.nearest(scope);
    return nearest
      ? withSurroundings(nearest.engineOptions, surroundingsBelow(nearest.outermost().scope))
      : ERRORS_ONLY;
  }

  private static nearest(scope: IConstruct): Validation | undefined {
    let construct: IConstruct | undefined = scope;
    while (construct && !Validation.at(construct)) construct = construct.node.scope;
    return construct && Validation.at(construct);
  }

  private static at(scope: IConstruct): Validation | undefined {
    return (scope as { [VALIDATION]?: Validation })[VALIDATION];
  }

  private options: SynthValidationOptions = {};
  private engineOptions: EngineOptions = DEFAULT_OPTIONS;
  private readonly synthReport = new SynthReport();

  private constructor(private readonly scope: IConstruct) {
    Object.defineProperty(scope, VALIDATION, { value: this });
    scope.node.addValidation({ validate: () => this.round() });
  }

  /**
   * Sets options. Options that are omitted keep their values.
   *
   * @param options validation options
   * @throws Error that lists the known values, if `kubernetesVersion`, `podSecurity`, a rule, a pattern of
   * `customResources` or `report` is not
   */
  public configure(options: SynthValidationOptions): Validation {
    checkArguments('Validation.configure', options);
    const all = { ...this.options, ...options };
    reportedLevels(all.report);
    this.engineOptions = engineOptionsOf(all);
    this.options = all;
    return this;
  }

  /** Validates every object below the construct in its current state and returns the findings. */
  public findings(): Finding[] {
    findSurroundings(this.outermost().scope);
    return this.objects().flatMap((object) => withCurrentSourceLines(object, findingsOf(object)));
  }

  /**
   * Returns the findings about every object below the construct as text, with construct paths, source lines,
   * suggestions and a summary. Advice is included if `report` is `all`.
   */
  public report(): string {
    const levels = reportedLevels(this.options.report === 'all' ? 'all' : 'warnings');
    return constructsReport().constructsText(
      this.findings().filter((finding) => levels.includes(finding.level) || isNote(finding)),
    );
  }

  /**
   * This validation's part of a round: cdk8s asks it before all that is below, and each construct for its own
   * errors afterwards.
   */
  private round(): string[] {
    if (this.outermost() === this) findSurroundings(this.scope);
    const levels = reportedLevels(this.options.report);
    for (const object of this.objects().filter((other) => this.isNearest(other))) {
      const reported = findingsInRound(object).filter(
        (finding) => finding.level !== 'error' && (levels.includes(finding.level) || isNote(finding)),
      );
      if (reported.length) this.synthReport.add(object, reported);
    }
    this.synthReport.print();
    return [];
  }

  private objects(): ApiObject[] {
    return this.scope.node
      .findAll()
      .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
  }

  /** The validation of all around, whose Namespaces count. */
  private outermost(): Validation {
    const { scope } = this.scope.node;
    const above = scope && Validation.nearest(scope);
    return above ? above.outermost() : this;
  }

  private isNearest(object: ApiObject): boolean {
    return Validation.nearest(object) === this;
  }
}

function findingsInRound(object: ApiObject): readonly Finding[] {
  if (ManifestObject.isManifestObject(object)) return object.roundFindings();
  const findings = findingsOf(object);
  reportInRound(object, findings);
  return findings;
}

function findingsOf(object: ApiObject): readonly Finding[] {
  return judgeObject(object, renderedObject(object), Validation._optionsFor(object), userConstruct(object));
}
