import type { Construct } from 'constructs';
import { forgetJudgement, judgeObject, judgingKey } from '../construct/judged-object';
import { errorTexts } from '../construct/with-source-lines';
import type { Finding } from '../validate/finding';
import { judging } from '../validate/lazy';
import { resourceOf } from '../validate/manifest-head';
import { YAML_ROUND_TRIP } from '../validate/reading';
import { misreadOfOurs } from '../written/misread-in';
import { ManifestObject, type ManifestObjectProps } from './manifest-object';
import { Validation } from './validation';

/**
 * The object of a construct: synth fails where kube-apiserver would refuse it.
 *
 * cdk8s validates the whole app once for the app and once for every chart. An object found free of errors is
 * not rendered again for the next of these rounds; that it is still what was judged is checked where it is
 * put out.
 */
export class CheckedObject extends ManifestObject {
  /** What a round of validation found free of errors, until it is put out. */
  private passed?: { readonly json: object; readonly key: string; readonly findings: readonly Finding[] };

  constructor(
    private readonly construct: Construct,
    props: ManifestObjectProps,
  ) {
    super(construct, 'Resource', props);
    construct.node.addValidation({ validate: () => errorTexts(this, this.roundFindings()) });
  }

  /**
   * Errors of the object as it is now, as one text; none where there are none. What kubectl would misread
   * because of cdk8s' YAML writer alone is no error of the object.
   */
  errors(): string[] {
    const json = this.render();
    const options = Validation._optionsFor(this.construct);
    const misread = misreadOfOurs(json, options).map((raw) => judging().toFinding(raw, resourceOf(json)));
    const findings = this.findingsIn(json).filter(({ rule }) => rule !== YAML_ROUND_TRIP.id);
    return errorTexts(this, [...misread, ...findings]);
  }

  /** @throws Error if the object has been changed since it was validated, and is now invalid */
  public toJson(): any {
    const { passed } = this;
    if (!passed) return this.render();
    this.passed = undefined;
    forgetJudgement(this);
    return this.stillRenders(passed.json) ? passed.json : this.changed();
  }

  /** Findings in a round of validation. */
  roundFindings(): readonly Finding[] {
    const options = Validation._optionsFor(this.construct);
    if (this.passed && this.passed.key === judgingKey(this.passed.json, options)) return this.passed.findings;
    const json = this.render();
    const findings = this.findingsIn(json);
    const refused = findings.some(({ level }) => level === 'error');
    this.passed = refused ? undefined : { json, key: judgingKey(json, options), findings };
    return findings;
  }

  private changed(): object {
    const [errors] = errorTexts(this, this.findingsIn(this.render()));
    if (errors) {
      throw new Error(
        `${this.construct.node.path} was changed after validation and is now invalid: ${errors}`,
      );
    }
    return this.render();
  }

  private findingsIn(json: object): readonly Finding[] {
    return judgeObject(this, json, Validation._optionsFor(this.construct), this.construct);
  }
}
