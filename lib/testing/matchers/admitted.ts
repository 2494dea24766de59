import { isAdmissionKind } from '../../validate/admit/objects';
import { indentedLines, matcher, Misuse } from '../context';
import type { ManifestEntry } from '../entry';
import { findingsText } from '../finding-text';
import type { Around, Judged } from '../judging';
import { checkedOptions } from '../options';
import { judgedIn, type Subject, subjectOf } from '../subject';
import type { AdmittedOptions, Manifests } from '../types';
import type { ValidationOptions } from '../../validate/options';

export const toBeAdmitted = matcher(
  'toBeAdmitted',
  'options',
  (matching, received, given?: AdmittedOptions) => {
    const { policies, params, oldObject, ...options } = checkedOptions(given, [
      'policies',
      'params',
      'oldObject',
    ]);
    const subject = subjectOf(received);
    const around = aroundOf({ policies, params, oldObject }, subject, options);
    const judged = judgedIn(subject, options, around);
    refuseUnevaluated(judged);
    const refused = judged.filter(isRefusal);
    return {
      pass: !refused.length,
      message: () =>
        refused.length
          ? matching.text('Expected to be admitted, but found:', findingsText(refused, matching))
          : matching.text(
              `Expected to be refused, but all are admitted:\n${indentedLines(subject.entries().map(({ origin }) => origin))}`,
            ),
    };
  },
);

const isRefusal = ({ finding: { level, stage } }: Judged) => level === 'error' && stage !== 'lint';

/** @throws Misuse if the policies would not be in force */
function aroundOf(
  { policies, params, oldObject }: AdmittedOptions,
  subject: Subject,
  options: ValidationOptions,
): Around {
  const deciding = policies === undefined ? [] : entriesOf(policies, 'policies');
  const others = params === undefined ? [] : entriesOf(params, 'params');
  if (policies !== undefined) checkPolicies(deciding, options);
  const manifests = [...deciding, ...others].map(({ manifest }) => manifest);
  return oldObject === undefined ? { manifests } : { manifests, former: formerOf(oldObject, subject) };
}

function entriesOf(value: Manifests, option: string): readonly ManifestEntry[] {
  try {
    return subjectOf(value).entries();
  } catch (error) {
    if (error instanceof Misuse) throw new Misuse(`${option}: ${error.message}`);
    throw error;
  }
}

function formerOf(value: Manifests, subject: Subject): object {
  const former = entriesOf(value, 'oldObject');
  const counts = [former.length, subject.entries().length];
  if (counts.some((count) => count !== 1)) {
    throw new Misuse(
      `oldObject is the former state of one object, but ${counts[0]} and ${counts[1]} manifests were given`,
    );
  }
  return former[0].manifest;
}

function checkPolicies(entries: readonly ManifestEntry[], options: ValidationOptions): void {
  if (!entries.some(({ kind }) => isAdmissionKind(kind))) {
    throw new Misuse(
      `policies contain none:\n${indentedLines(entries.map(({ origin }) => origin))}\nPass ValidatingAdmissionPolicies with their bindings, LimitRanges or ResourceQuotas.`,
    );
  }
  const unbound = entries.find((entry) => entry.kind === POLICY && !entries.some(isBindingOf(entry.name)));
  if (unbound) {
    throw new Misuse(`${unbound.origin} has no binding: add a ${POLICY}Binding to the policies`);
  }
  const wrong = judgedIn(subjectOf(entries.map(({ manifest }) => manifest)), {
    ...options,
    admission: 'off',
  }).find(isRefusal);
  if (wrong) {
    const { resource, path, message } = wrong.finding;
    throw new Misuse(`policies: ${resource.kind} ${resource.name} is invalid: ${path}: ${message}`);
  }
}

const POLICY = 'ValidatingAdmissionPolicy';

const isBindingOf =
  (policy: string) =>
  ({ kind, manifest }: ManifestEntry): boolean => {
    const { spec } = manifest as { readonly spec?: { readonly policyName?: unknown } };
    return kind === `${POLICY}Binding` && spec?.policyName === policy;
  };

/** What is not evaluated here, a test cannot be about. */
function refuseUnevaluated(judged: readonly Judged[]): void {
  const unevaluated = judged.find(({ finding: { rule } }) => rule === 'cel-not-evaluated');
  if (unevaluated) throw new Misuse(unevaluated.finding.message);
}
