import type { AnyObject } from '../../kinds/kind';
import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { Verdict } from '../../verdict';
import { quantity } from '../../../apimachinery/quantity';
import { warnOfNetwork, ADDRESS_FORM } from '../addresses';
import { warnAt } from '../warn-at';
import { DEPRECATED_ANNOTATION } from '../annotations';
import { DEPRECATED_FIELD } from '../deprecated-field';

interface Node {
  readonly spec?: {
    readonly externalID?: string;
    readonly podCIDRs?: readonly string[];
    readonly podCIDR?: string;
  };
}

/**
 * nodeWarnings, pkg/registry/core/node 1.30 to 1.36; of configSource it says nothing on create, where the
 * field is dropped before.
 */
export function warnOfNode({ spec = {} }: Node, path: FieldPath, verdict: Verdict): void {
  verdict.apply(NODE_FIELDS, spec, path.child('spec'));
  verdict.apply(
    POD_RANGES,
    spec.podCIDRs ?? (spec.podCIDR ? [spec.podCIDR] : []),
    path.child('spec', 'podCIDRs'),
  );
}

const NODE_FIELDS: Rule<NonNullable<Node['spec']>> = {
  id: DEPRECATED_FIELD.id,
  judge({ externalID }, path, verdict) {
    if (externalID) {
      warnAt(
        path.child('externalID'),
        'this field is deprecated, and is unused by Kubernetes',
        verdict,
        'remove it',
      );
    }
  },
};

const POD_RANGES: Rule<readonly string[]> = {
  id: ADDRESS_FORM.id,
  judge: (ranges, path, verdict) =>
    ranges.forEach((range, index) => warnOfNetwork(range, path.index(index), verdict)),
};

const MOUNTABLE_SECRETS = 'kubernetes.io/enforce-mountable-secrets';

/** WarningsOnCreate, pkg/registry/core/serviceaccount 1.32 to 1.36. */
export function warnOfServiceAccount({ metadata }: AnyObject, path: FieldPath, verdict: Verdict): void {
  if (
    verdict.minor < 32 ||
    !metadata?.annotations ||
    !Object.hasOwn(metadata.annotations, MOUNTABLE_SECRETS)
  ) {
    return;
  }
  verdict.apply(MOUNTABLE, undefined, path.child('metadata', 'annotations').key(MOUNTABLE_SECRETS));
}

const MOUNTABLE: Rule<undefined> = {
  id: DEPRECATED_ANNOTATION.id,
  judge: (_, path, verdict) =>
    warnAt(
      path,
      'deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets',
      verdict,
    ),
};

type Hard = { readonly [resource: string]: string | number };

interface ResourceQuota {
  readonly spec?: { readonly hard?: Hard };
}

/** WarningsOnCreate, pkg/registry/core/resourcequota 1.35 and 1.36. */
export function warnOfResourceQuota({ spec }: ResourceQuota, path: FieldPath, verdict: Verdict): void {
  if (spec?.hard && verdict.minor >= 35) verdict.apply(QUOTA, spec.hard, path.child('spec', 'hard'));
}

export const QUOTA = defineRule<Rule<Hard>>({
  id: 'quota-request-above-limit',
  stage: 'warn',
  mistake: 'a quota that allows more requests than limits',
  suggestion: 'raise the limit, or lower the request',
  judge(hard, path, verdict) {
    for (const resource of ['cpu', 'memory', 'storage', 'ephemeral-storage']) {
      const request = requestName(hard, resource);
      const limit = `limits.${resource}`;
      if (hard[request] === undefined || hard[limit] === undefined) continue;
      const [most, least] = [quantity(hard[limit]).inMilli(), quantity(hard[request]).inMilli()];
      if (least.compare(most) > 0) {
        verdict.warn(
          path.key(request),
          `ResourceQuota ${request} (${least}) should be less than ${limit} (${most})`,
        );
      }
    }
  },
});

/** Only cpu and memory may be asked for by their bare names. */
function requestName(hard: Hard, resource: string): string {
  const request = `requests.${resource}`;
  return hard[request] === undefined && (resource === 'cpu' || resource === 'memory') ? resource : request;
}
