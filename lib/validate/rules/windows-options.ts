import type { Field } from '../field';
import { goString } from '../../go/format';
import type { WindowsSecurityContextOptions } from '../schema/types';
import { dnsSubdomain } from '../../apimachinery/dns';
import { byteLength } from '../../apimachinery/messages';

/** Windows options of a Pod or container: validateWindowsSecurityContextOptions, 1.36. */
export function judgeWindowsOptions(options: WindowsSecurityContextOptions | undefined, at: Field): void {
  if (!options) return;
  const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options;
  const say = (field: string, value: string, details: readonly string[]) =>
    at.field(field).invalidEach(goString(value), details);
  if (gmsaCredentialSpecName !== undefined) {
    say('gmsaCredentialSpecName', gmsaCredentialSpecName, dnsSubdomain(gmsaCredentialSpecName));
  }
  if (gmsaCredentialSpec !== undefined) {
    say('gmsaCredentialSpec', gmsaCredentialSpec, credentialSpec(gmsaCredentialSpec));
  }
  if (runAsUserName !== undefined) say('runAsUserName', runAsUserName, userName(runAsUserName));
}

const MAX_SPEC_KIB = 64;

function credentialSpec(spec: string): string[] {
  if (!spec) return ['gmsaCredentialSpec cannot be an empty string'];
  return byteLength(spec) > MAX_SPEC_KIB * 1024
    ? [`gmsaCredentialSpec size must be under ${MAX_SPEC_KIB} KiB`]
    : [];
}

const DOMAIN_LIMIT = 256;
const MAX_USER = 104;
const CONTROL = /[\u0000-\u001f\u007f]/;
const NET_BIOS = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const DNS =
  /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
const ONLY_DOTS = /^[. ]+$/;
const BAD_IN_USER = /["/\\:;|=,+*?<>@[\]]/;

/** `user` or `domain\user`. */
function userName(name: string): string[] {
  if (!name) return ['runAsUserName cannot be an empty string'];
  if (CONTROL.test(name)) return ['runAsUserName cannot contain control characters'];
  const parts = name.split('\\');
  if (parts.length > 2) return ['runAsUserName cannot contain more than one backslash'];
  return [...(parts.length === 2 ? domain(parts[0]) : []), ...user(parts.at(-1)!)];
}

function domain(text: string): string[] {
  const messages: string[] = [];
  if (byteLength(text) >= DOMAIN_LIMIT) {
    messages.push(`runAsUserName's Domain length must be under ${DOMAIN_LIMIT} characters`);
  }
  if (!NET_BIOS.test(text) && !DNS.test(text)) {
    messages.push("runAsUserName's Domain doesn't match the NetBios nor the DNS format");
  }
  return messages;
}

function user(text: string): string[] {
  const messages: string[] = [];
  if (!text) {
    messages.push("runAsUserName's User cannot be empty");
  } else if (byteLength(text) > MAX_USER) {
    messages.push(`runAsUserName's User length must not be longer than ${MAX_USER} characters`);
  }
  if (ONLY_DOTS.test(text)) messages.push("runAsUserName's User cannot contain only periods or spaces");
  if (BAD_IN_USER.test(text)) {
    messages.push('runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]');
  }
  return messages;
}
