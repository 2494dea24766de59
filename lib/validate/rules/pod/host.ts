import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { Container, PodSpec } from '../../schema/types';
import type { Verdict } from '../../verdict';
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
  judge(spec, path, verdict) {
    if (spec.hostUsers !== false) return;
    const detail = verdict.minor >= 34 ? 'when `hostUsers` is false' : 'when `pod.Spec.HostUsers` is false';
    if (spec.hostNetwork) verdict.forbidden(path.child('hostNetwork'), detail);
    if (spec.hostPID) {
      verdict.forbidden(path.child('HostPID'), detail, {
        at: path.child('hostPID'),
        remedy: 'remove hostPID',
      });
    }
    if (spec.hostIPC) {
      verdict.forbidden(path.child('HostIPC'), detail, {
        at: path.child('hostIPC'),
        remedy: 'remove hostIPC',
      });
    }
    if (verdict.minor >= 34) judgeDevices(spec, detail, path, verdict);
  },
});

function judgeDevices(spec: PodSpec, detail: string, path: FieldPath, verdict: Verdict): void {
  visitContainers(spec, path, ({ volumeDevices = [] }, _, place) => {
    if (volumeDevices.length) verdict.forbidden(place.child('volumeDevices'), detail);
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
  judge({ hostnameOverride: name, setHostnameAsFQDN, hostNetwork }, path, verdict) {
    if (name === undefined) return;
    const place = path.child('hostnameOverride');
    if (setHostnameAsFQDN) verdict.forbidden(place, 'may not be specified when setHostnameAsFQDN is true');
    if (hostNetwork) verdict.forbidden(place, 'may not be specified when hostNetwork is true');
    if (byteLength(name) > MAX_HOSTNAME) verdict.tooLong(place, MAX_HOSTNAME);
    verdict.invalidEach(place, name, dnsSubdomain(name));
  },
});

/** HostProcess containers of Windows: validateWindowsHostProcessPod, 1.36. */
export const HOST_PROCESS = defineRule<Rule<PodSpec>>({
  id: 'pod-host-process',
  stage: 'judge',
  mistake: 'Windows host processes together with other containers, or without `hostNetwork`',
  suggestion: 'set `hostProcess` on the Pod and not on containers',
  judge(spec, path, verdict) {
    const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
    let containers = 0;
    let processes = 0;
    visitContainers(spec, path, (container, _, place) => {
      containers++;
      processes += Number(judgeHostProcess(container, ofPod, place, verdict));
    });
    if (processes === 0) return;
    if (processes !== containers) {
      verdict.invalid(
        path,
        '',
        'If pod contains any hostProcess containers then all containers must be HostProcess containers',
        {
          remedy: 'set securityContext.windowsOptions.hostProcess on the Pod and not on containers',
        },
      );
    }
    if (!spec.hostNetwork) {
      verdict.invalid(
        path.child('hostNetwork'),
        false,
        'hostNetwork must be true if pod contains any hostProcess containers',
        { remedy: 'set hostNetwork: true' },
      );
    }
  },
});

/** Whether it is one. */
function judgeHostProcess(
  { securityContext }: Container,
  ofPod: boolean | undefined,
  path: FieldPath,
  verdict: Verdict,
): boolean {
  const own = securityContext?.windowsOptions?.hostProcess;
  if (ofPod !== undefined && own !== undefined && own !== ofPod) {
    const place = path.child('securityContext', 'windowsOptions', 'hostProcess');
    verdict.invalid(
      place,
      own,
      `pod hostProcess value must be identical if both are specified, was ${ofPod}`,
      { remedy: 'remove it' },
    );
  }
  return own ?? ofPod ?? false;
}
