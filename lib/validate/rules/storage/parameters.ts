import { byteLength } from '../../../apimachinery/messages';
import { qualifiedName } from '../../../apimachinery/labels';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';

/** What a class hands to the driver that it names. */
export interface Parameters {
  readonly [key: string]: string;
}

/** maxProvisionerParameterLen and maxProvisionerParameterSize. */
const MOST = 512;
const LIMIT = 256 * 1024;

/** Parameters of a class: validateParameters, pkg/apis/storage/validation 1.36. */
export const CLASS_PARAMETERS = defineRule<Rule<Parameters | undefined>>({
  id: 'storage-parameters',
  stage: 'judge',
  mistake: 'a parameter of a storage class without a key, more than 512 of them, or more than 256 KiB',
  suggestion: 'name each parameter, and shorten the values',
  judge(parameters = {}, at) {
    const keys = Object.keys(parameters);
    if (keys.length > MOST) return at.tooLong(MOST, { suggestion: `keep at most ${MOST} parameters` });
    if (keys.includes('')) {
      at.shownAt(at.key('')).invalid('', 'field can not be empty.', { suggestion: 'name the parameter' });
    }
    const size = keys.reduce((sum, key) => sum + byteLength(key) + byteLength(parameters[key]), 0);
    if (size > LIMIT) {
      at.tooLong(LIMIT, { suggestion: `shorten the parameters: they total ${size} bytes` });
    }
  },
});

/** validateProvisioner, pkg/apis/storage/validation 1.36: the server shows the name in lower case. */
export function judgeProvisioner(name: string | undefined, at: Field): void {
  if (!name) return requireProvisioner(at);
  const lower = name.toLowerCase();
  at.invalidEach(lower, qualifiedName(lower, at.minor));
}

export const requireProvisioner = (at: Field): void =>
  at.required('', { suggestion: 'set the name of the driver, such as "ebs.csi.aws.com"' });
