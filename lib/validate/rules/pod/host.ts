import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { Container, PodSpec } from '../../schema/types';
import { dnsSubdomain } from '../../../apimachinery/dns';
import { byteLength } from '../../../apimachinery/messages';
import { visitContainers } from '../visit-containers';

/** A Pod with users of its own shares nothing else with its node: validateHostUsers, 1.36. */
export const HOST_USERS = defineRule<Rule<PodSpec>>({
  id: 'pod-host-users',
  stage: 'judge',
  mistake: '`hostUsers: false` together with `hostNetwork`, `hostPID` or `hostIPC`',
  suggestion: 'remove one of them',
  field: 'hostUsers',
  judge(spec, at) {
    if (spec.hostUsers !== false) return;
    const detail = at.minor >= 34 ? 'when `hostUsers` is false' : 'when `pod.Spec.HostUsers` is false';
    if (spec.hostNetwork) at.field('hostNetwork').forbidden(detail);
    if (spec.hostPID) {
      at.field('HostPID').shownAt(at.field('hostPID')).forbidden(detail, { suggestion: 'remove hostPID' });
    }
    if (spec.hostIPC) {
      at.field('HostIPC').shownAt(at.field('hostIPC')).forbidden(detail, { suggestion: 'remove hostIPC' });
    }
    if (at.minor >= 34) judgeDevices(spec, detail, at);
  },
});

function judgeDevices(spec: PodSpec, detail: string, at: Field): void {
  visitContainers(spec, at, ({ volumeDevices = [] }, _, place) => {
    if (volumeDevices.length) place.field('volumeDevices').forbidden(detail);
  });
}

const MAX_HOSTNAME = 64;

/** validatePodHostName, 1.36. */
export const HOSTNAME_OVERRIDE = defineRule<Rule<PodSpec>>({
  id: 'pod-hostname-override',
  stage: 'judge',
  mistake: 'a `hostnameOverride` that is not a DNS subdomain, is too long or conflicts with another field',
  suggestion: 'use at most 64 lowercase letters, digits, hyphens and dots',
  field: 'hostnameOverride',
  judge({ hostnameOverride: name, setHostnameAsFQDN, hostNetwork }, at) {
    if (name === undefined) return;
    const place = at.field('hostnameOverride');
    if (setHostnameAsFQDN) place.forbidden('may not be specified when setHostnameAsFQDN is true');
    if (hostNetwork) place.forbidden('may not be specified when hostNetwork is true');
    if (byteLength(name) > MAX_HOSTNAME) place.tooLong(MAX_HOSTNAME);
    place.invalidEach(name, dnsSubdomain(name));
  },
});

/** HostProcess containers of Windows: validateWindowsHostProcessPod, 1.36. */
export const HOST_PROCESS = defineRule<Rule<PodSpec>>({
  id: 'pod-host-process',
  stage: 'judge',
  mistake: 'Windows host processes together with other containers, or without `hostNetwork`',
  suggestion: 'set `hostProcess` on the Pod and not on containers',
  judge(spec, at) {
    const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
    let containers = 0;
    let processes = 0;
    visitContainers(spec, at, (container, _, place) => {
      containers++;
      processes += Number(judgeHostProcess(container, ofPod, place));
    });
    if (processes === 0) return;
    if (processes !== containers) {
      at.invalid(
        '',
        'If pod contains any hostProcess containers then all containers must be HostProcess containers',
        {
          suggestion: 'set securityContext.windowsOptions.hostProcess on the Pod and not on containers',
        },
      );
    }
    if (!spec.hostNetwork) {
      at.field('hostNetwork').invalid(
        false,
        'hostNetwork must be true if pod contains any hostProcess containers',
        { suggestion: 'set hostNetwork: true' },
      );
    }
  },
});

/** Whether it is one. */
function judgeHostProcess({ securityContext }: Container, ofPod: boolean | undefined, at: Field): boolean {
  const own = securityContext?.windowsOptions?.hostProcess;
  if (ofPod !== undefined && own !== undefined && own !== ofPod) {
    const place = at.field('securityContext', 'windowsOptions', 'hostProcess');
    place.invalid(own, `pod hostProcess value must be identical if both are specified, was ${ofPod}`, {
      suggestion: 'remove it',
    });
  }
  return own ?? ofPod ?? false;
}
