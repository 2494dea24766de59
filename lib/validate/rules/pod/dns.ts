import { strings } from '../../../go/format';
import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { PodDNSConfig, PodSpec } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { dnsSubdomain, underscoredSubdomain } from '../../../apimachinery/dns';
import { legacyIp } from '../../../apimachinery/ip';
import { byteLength } from '../../../apimachinery/messages';

const MAX_NAMESERVERS = 3;
const MAX_SEARCHES = 32;
const MAX_SEARCH_LENGTH = 2048;

/** Names that a Pod looks up: validatePodDNSConfig, 1.36. */
export const DNS_CONFIG = defineRule<Rule<PodSpec>>({
  id: 'pod-dns-config',
  stage: 'judge',
  mistake: 'a `dnsPolicy` or `dnsConfig` with too many or malformed entries',
  suggestion: 'fix the entry in the message',
  judge({ dnsConfig, dnsPolicy }, path, verdict) {
    const place = path.field('dnsConfig');
    if (dnsPolicy === 'None' && !dnsConfig) {
      verdict.required(place, 'must provide `dnsConfig` when `dnsPolicy` is None', SERVERS);
    } else if (dnsPolicy === 'None' && !dnsConfig?.nameservers?.length) {
      verdict.required(
        place.field('nameservers'),
        'must provide at least one DNS nameserver when `dnsPolicy` is None',
        SERVERS,
      );
    } else if (dnsConfig) {
      judgeConfig(dnsConfig, place, verdict);
    }
  },
});

const SERVERS = { suggestion: 'set dnsConfig.nameservers, or another dnsPolicy' };

function judgeConfig(
  { nameservers = [], searches = [], options = [] }: PodDNSConfig,
  path: FieldPath,
  verdict: Verdict,
): void {
  const servers = path.field('nameservers');
  if (nameservers.length > MAX_NAMESERVERS) {
    verdict.invalid(servers, strings(nameservers), `must not have more than ${MAX_NAMESERVERS} nameservers`);
  }
  nameservers.forEach((server, index) =>
    verdict.invalidEach(servers.index(index), server, legacyIp(server, verdict.minor)),
  );
  judgeSearches(searches, path.field('searches'), verdict);
  options.forEach(({ name }, index) => {
    if (!name) {
      verdict.required(path.field('options').index(index), 'must not be empty', {
        suggestion: 'set the name of the option',
      });
    }
  });
}

function judgeSearches(searches: readonly string[], path: FieldPath, verdict: Verdict): void {
  if (searches.length > MAX_SEARCHES) {
    verdict.invalid(path, strings(searches), `must not have more than ${MAX_SEARCHES} search paths`);
  }
  if (byteLength(searches.join(' ')) > MAX_SEARCH_LENGTH) {
    verdict.invalid(
      path,
      strings(searches),
      `must not have more than ${MAX_SEARCH_LENGTH} characters (including spaces) in the search list`,
    );
  }
  searches.forEach((search, index) => judgeSearch(search, path.index(index), verdict));
}

/** RelaxedDNSSearchValidation is on from 1.33. */
function judgeSearch(search: string, path: FieldPath, verdict: Verdict): void {
  const relaxed = verdict.minor >= 33;
  if (relaxed && search === '.') return;
  const name = search.endsWith('.') ? search.slice(0, -1) : search;
  verdict.invalidEach(path, name, relaxed ? underscoredSubdomain(name, verdict.minor) : dnsSubdomain(name));
}

/** Entries of /etc/hosts: ValidateHostAliases, 1.36. */
export const HOST_ALIASES = defineRule<Rule<PodSpec>>({
  id: 'pod-host-aliases',
  stage: 'judge',
  mistake: 'a host alias that is not an IP address, or a malformed hostname',
  suggestion: 'use an IP address, and hostnames of lowercase letters, digits, hyphens and dots',
  field: 'hostAliases',
  judge({ hostAliases }, path, verdict) {
    hostAliases?.forEach(({ ip = '', hostnames = [] }, index) => {
      const place = path.field('hostAliases').index(index);
      verdict.invalidEach(place.field('ip'), ip, legacyIp(ip, verdict.minor));
      hostnames.forEach((name, number) =>
        verdict.invalidEach(place.field('hostnames').index(number), name, dnsSubdomain(name)),
      );
    });
  },
});
