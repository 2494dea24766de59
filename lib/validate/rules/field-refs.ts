import type { Field } from '../field';
import { goPlain } from '../../go/format';
import type { ObjectFieldSelector, ResourceFieldSelector } from '../schema/types';
import { qualifiedName } from '../../apimachinery/labels';
import { quantity } from '../../apimachinery/parse-quantity';
import { Quantity } from '../../apimachinery/quantity';

/** Labels that fieldRef knows (ConvertDownwardAPIFieldLabel, pkg/apis/core/pods 1.36). */
const KNOWN_FIELDS = new Set([
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.serviceAccountName',
  'spec.schedulerName',
  'status.phase',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
  'spec.host',
]);

/** validateObjectFieldSelector, 1.36. `fields` are those that may stand here. */
export function judgeFieldRef(
  { apiVersion = '', fieldPath = '' }: ObjectFieldSelector,
  fields: readonly string[],
  at: Field,
): void {
  if (!apiVersion) return at.field('apiVersion').required();
  if (!fieldPath) {
    return at.field('fieldPath').required('', { suggestion: `use one of ${fields.join(', ')}` });
  }
  const problem = conversionProblem(apiVersion, fieldPath);
  if (problem) {
    return at.field('fieldPath').invalid(fieldPath, `error converting fieldPath: ${problem}`, {
      suggestion: `use one of ${fields.join(', ')}`,
    });
  }
  const entry = mapEntry(fieldPath);
  if (entry) return judgeEntry(entry, at);
  const field = fieldPath === 'spec.host' ? 'spec.nodeName' : fieldPath;
  if (!fields.includes(field)) at.field('fieldPath').notSupported(field, fields);
}

function conversionProblem(apiVersion: string, fieldPath: string): string | undefined {
  if (apiVersion !== 'v1') return `unsupported pod version: ${apiVersion}`;
  const entry = mapEntry(fieldPath);
  if (entry) {
    return Object.hasOwn(KEY_OF, entry.map)
      ? undefined
      : `field label does not support subscript: ${fieldPath}`;
  }
  return KNOWN_FIELDS.has(fieldPath) ? undefined : `field label not supported: ${fieldPath}`;
}

/** `metadata.labels['app']` taken apart: SplitMaybeSubscriptedPath, pkg/fieldpath 1.36. */
function mapEntry(fieldPath: string): { readonly map: string; readonly key: string } | undefined {
  const at = fieldPath.indexOf("['");
  return at > 0 && fieldPath.endsWith("']")
    ? { map: fieldPath.slice(0, at), key: fieldPath.slice(at + 2, -2) }
    : undefined;
}

const KEY_OF: { readonly [map: string]: (key: string) => string } = {
  'metadata.annotations': (key) => key.toLowerCase(),
  'metadata.labels': (key) => key,
};

function judgeEntry({ map, key }: { readonly map: string; readonly key: string }, at: Field): void {
  const name = KEY_OF[map](key);
  at.invalidEach(name, qualifiedName(name, at.minor));
}

const RESOURCES = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];
const HUGE_PAGES = /^(?:requests|limits)\.hugepages-/;
const BYTE_DIVISORS = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];
const DIVISORS: {
  readonly [resource: string]: { readonly values: readonly string[]; readonly text: string };
} = {
  cpu: { values: ['1m', '1'], text: "only divisor's values 1m and 1 are supported with the cpu resource" },
  memory: {
    values: BYTE_DIVISORS,
    text: `only divisor's values ${BYTE_DIVISORS.join(', ')} are supported with the memory resource`,
  },
  'ephemeral-storage': {
    values: BYTE_DIVISORS,
    text: `only divisor's values ${BYTE_DIVISORS.join(', ')} are supported with the local ephemeral storage resource`,
  },
  hugepages: {
    values: BYTE_DIVISORS,
    text: `only divisor's values ${BYTE_DIVISORS.join(', ')} are supported with the hugepages resource`,
  },
};

/** validateContainerResourceFieldSelector, 1.36. A volume must say which container is meant. */
export function judgeResourceFieldRef(ref: ResourceFieldSelector, volume: boolean, at: Field): void {
  const { containerName, resource = '' } = ref;
  if (volume && !containerName) {
    at.field('containerName').required();
  } else if (!resource) {
    at.field('resource').required('', { suggestion: `use one of ${RESOURCES.join(', ')}` });
  } else if (!RESOURCES.includes(resource) && !HUGE_PAGES.test(resource)) {
    at.field('resource').notSupported(goPlain(resource), RESOURCES);
  }
  judgeDivisor(resource, ref.divisor, at.field('divisor'));
}

function judgeDivisor(resource: string, divisor: ResourceFieldSelector['divisor'], at: Field): void {
  const amount = quantity(divisor);
  const kind = HUGE_PAGES.test(resource)
    ? 'hugepages'
    : RESOURCES.includes(resource)
      ? resource.slice(resource.indexOf('.') + 1)
      : undefined;
  if (!kind || amount.compare(Quantity.ZERO) === 0) return;
  if (!DIVISORS[kind].values.includes(amount.toString())) {
    at.invalid(resource, DIVISORS[kind].text);
  }
}
