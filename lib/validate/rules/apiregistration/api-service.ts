import { dns1035Label, dnsSubdomain } from '../../../apimachinery/dns';
import { quote } from '../../../go/format';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { APIServiceSpec } from '../../schema/types';
import { type NameFormat, PATH_SEGMENT_NAME } from '../names';
import { judgeServicePort } from '../webhook-client';

/** What ValidateAPIService asks of a name, kube-aggregator 1.30 to 1.37. */
export function apiServiceName({ version = '', group = '' }: APIServiceSpec): NameFormat {
  const required = `${version}.${group}`;
  return (name) => {
    const messages = PATH_SEGMENT_NAME(name);
    if (messages.length || name === required) return messages;
    return [`must be \`spec.version+"."+spec.group\`: ${quote(required)}`];
  };
}

const HIGHEST_GROUP = 20_000;
const HIGHEST_VERSION = 1000;

/** ValidateAPIService, kube-aggregator pkg/apis/apiregistration/validation 1.30 to 1.37. */
export const API_SERVICE_RULE = defineRule<Rule<APIServiceSpec>>({
  id: 'api-service',
  stage: 'judge',
  mistake: 'an APIService with a malformed group, version or service, or with a priority out of range',
  suggestion: 'fix the part in the message; name the object `<version>.<group>`',
  judge(spec, at) {
    judgeVersion(spec, at);
    judgePriorities(spec, at);
    if (spec.service) judgeService(spec, at);
    else judgeLocal(spec, at);
  },
});

/** Only the core group has no name. */
function judgeVersion({ group = '', version = '' }: APIServiceSpec, at: Field): void {
  if (!group && version !== 'v1') {
    at.field('group').required('only v1 may have an empty group and it better be legacy kube');
  }
  if (group) at.field('group').invalidEach(group, dnsSubdomain(group));
  at.field('version').invalidEach(version, dns1035Label(version));
}

function judgePriorities(spec: APIServiceSpec, at: Field): void {
  const { groupPriorityMinimum: group = 0, versionPriority: version = 0 } = spec;
  if (group <= 0 || group > HIGHEST_GROUP) {
    at.field('groupPriorityMinimum').invalid(group, 'must be positive and less than 20000');
  }
  if (version <= 0 || version > HIGHEST_VERSION) {
    at.field('versionPriority').invalid(version, 'must be positive and less than 1000');
  }
}

/** A group that the server itself serves. */
function judgeLocal({ caBundle = '', insecureSkipTLSVerify }: APIServiceSpec, at: Field): void {
  const size = Buffer.from(caBundle, 'base64').length;
  if (size) {
    at.field('caBundle').invalid(`${size} bytes`, 'local APIServices may not have a caBundle', {
      suggestion: 'remove caBundle, or set service',
    });
  }
  if (insecureSkipTLSVerify) {
    at.field('insecureSkipTLSVerify').invalid(true, 'local APIServices may not have insecureSkipTLSVerify', {
      suggestion: 'remove insecureSkipTLSVerify, or set service',
    });
  }
}

function judgeService({ service = {}, caBundle, insecureSkipTLSVerify }: APIServiceSpec, at: Field): void {
  const place = at.field('service');
  if (!service.namespace) place.field('namespace').required();
  if (!service.name) place.field('name').required();
  judgeServicePort(service.port ?? 0, place.field('port'));
  if (insecureSkipTLSVerify && caBundle) {
    at.field('insecureSkipTLSVerify').invalid(true, 'may not be true if caBundle is present', {
      suggestion: 'remove insecureSkipTLSVerify',
    });
  }
}
