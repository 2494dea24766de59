import type { RawFinding } from '../collector';
import type { FindingRelated } from '../finding';
import { resourceOf } from '../manifest-head';
import type { FieldPath } from '../path';
import type { RuleRecord } from '../rule';
import type { AdmissionObject } from './objects';

/** Why an object is refused by another one. */
interface Refusal {
  readonly rule: RuleRecord;
  readonly path: FieldPath;
  /** Server's text after `is forbidden: `. */
  readonly text: string;
  readonly suggestion?: string;
  /** The object that refuses, and the field of it. */
  readonly by: AdmissionObject;
  readonly at: FieldPath;
  readonly beforePodSecurity?: boolean;
}

/** A refusal as a finding. */
export function refusal({ rule, path, text, suggestion, by, at, beforePodSecurity }: Refusal): RawFinding {
  const elsewhere = relatedTo(by, at);
  const { name = '' } = elsewhere.resource!;
  return {
    rule: rule.id,
    level: 'error',
    stage: 'admit',
    path,
    message: text,
    reason: 'Forbidden',
    late: true,
    suggestion,
    together: name,
    elsewhere: [elsewhere],
    ...(beforePodSecurity ? { beforePodSecurity } : {}),
  };
}

/** A field of another manifest, or what holds it: defaults are not in it. */
export function relatedTo({ manifest, places }: AdmissionObject, at: FieldPath): FindingRelated {
  const resource = resourceOf(manifest);
  const path = at.toString();
  const related = { message: `${resource.kind} ${JSON.stringify(resource.name ?? '')}`, path, resource };
  const place = places && [...at.holders(), ''].map((holder) => places.fields[holder]).find(Boolean);
  if (!place) return related;
  const { line, column } = place;
  return {
    ...related,
    position: places.file === undefined ? { line, column } : { file: places.file, line, column },
  };
}
