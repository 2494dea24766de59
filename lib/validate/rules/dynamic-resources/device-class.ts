import { qualifiedName } from '../../../apimachinery/labels';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { DeviceClassSpec } from '../../schema/types';
import { DEVICE_CONFIGURATION } from './configuration';
import { isDeclared } from '../declared';
import { judgeList } from './lists';
import { DEVICE_SELECTORS } from './selectors';

const CONFIG_LIMIT = 32;

/** validateDeviceClassSpec, pkg/apis/resource/validation 1.36. */
export const DEVICE_CLASS_SPEC = defineRule<Rule<DeviceClassSpec>>({
  id: 'device-class',
  stage: 'judge',
  mistake: 'a DeviceClass with a malformed extended resource or too many configurations',
  suggestion: 'use a name with the domain of the vendor as `extendedResourceName`, such as "example.com/gpu"',
  judge({ selectors = [], config = [], extendedResourceName: name }, at) {
    at.field('selectors').apply(DEVICE_SELECTORS, selectors);
    judgeList(config, CONFIG_LIMIT, at.field('config'), ({ opaque }, place) =>
      place.field('opaque').apply(DEVICE_CONFIGURATION, opaque),
    );
    if (name !== undefined) judgeExtendedResource(name, at.field('extendedResourceName'));
  },
});

/** IsExtendedResourceName, 1.36. */
function judgeExtendedResource(name: string, at: Field): void {
  const messages = extendedResourceName(name, at.minor);
  if (isDeclared(at)) at.invalidEach(name, messages);
  else if (messages.length) at.invalid(name, 'must be a valid extended resource name');
}

/** ExtendedResourceName, apimachinery api/validate 1.37. */
function extendedResourceName(name: string, minor: number): readonly string[] {
  const messages: string[] = [];
  if (!name.includes('/')) {
    messages.push("a name must be a domain-prefixed path, such as 'example.com/my-prop'");
  } else if (name.includes('kubernetes.io/')) {
    messages.push('must not have "kubernetes.io/" domain');
  }
  if (name.startsWith('requests.')) messages.push('must not have "requests." prefix');
  return [...messages, ...qualifiedName(`requests.${name}`, minor)];
}
