import { dns1035Label, dnsSubdomain } from '../../../apimachinery/dns';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { ParamKind } from '../../schema/types';
import { judgeKindName } from '../kind-name';

/** validateParamKind, pkg/apis/admissionregistration/validation 1.36. */
export const PARAM_KIND = defineRule<Rule<ParamKind>>({
  id: 'admission-param-kind',
  stage: 'judge',
  mistake: 'a kind of parameters of an admission policy without apiVersion or kind, or with malformed ones',
  suggestion: 'set `apiVersion` and `kind` as in the manifests of the parameters',
  judge({ apiVersion = '', kind = '' }, at) {
    if (apiVersion) judgeApiVersion(apiVersion, at.field('apiVersion'));
    else at.field('apiVersion').required();
    if (kind) judgeKindName(kind, at.field('kind'));
    else at.field('kind').required();
  },
});

function judgeApiVersion(text: string, at: Field): void {
  const parts = text === '/' ? [''] : text.split('/');
  if (parts.length > 2) return at.invalid(text, `unexpected GroupVersion string: ${text}`);
  const version = parts.at(-1)!;
  const group = parts.length === 2 ? parts[0] : '';
  const ofGroup = group ? dnsSubdomain(group) : [];
  if (ofGroup.length) at.invalid(group, ofGroup.join(','));
  if (!version) return at.invalid(text, 'version must be specified');
  const ofVersion = dns1035Label(version);
  if (ofVersion.length) at.invalid(version, ofVersion.join(','));
}
