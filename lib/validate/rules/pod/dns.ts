import type { Field } from '../../field';
import { strings } from '../../../go/format';
import { defineRule, type Rule } from '../../rule';
import type { PodDNSConfig, PodSpec } from '../../schema/types';
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
  judge({ dnsConfig, dnsPolicy }, at) {
    const place = at.field('dnsConfig');
    if (dnsPolicy === 'None' && !dnsConfig) {
      place.required('must provide `dnsConfig` when `dnsPolicy` is None', SERVERS);
    } else if (dnsPolicy === 'None' && !dnsConfig?.nameservers?.length) {
      place
        .field('nameservers')
        .required('must provide at least one DNS nameserver when `dnsPolicy` is None', SERVERS);
    } else if (dnsConfig) {
      judgeConfig(dnsConfig, place);
    }
  },
});

const SERVERS = { suggestion: 'set dnsConfig.nameservers, or another dnsPolicy' };

function judgeConfig({ nameservers = [], searches = [], options = [] }: PodDNSConfig, at: Field): void {
  const servers = at.field('nameservers');
  if (nameservers.length > MAX_NAMESERVERS) {
    servers.invalid(strings(nameservers), `must not have more than ${MAX_NAMESERVERS} nameservers`);
  }
  nameservers.forEach((server, index) =>
    servers.index(index).invalidEach(server, legacyIp(server, at.minor)),
  );
  judgeSearches(searches, at.field('searches'));
  options.forEach(({ name }, index) => {
    if (!name) {
      at.field('options').index(index).required('must not be empty', {
        suggestion: 'set the name of the option',
      });
    }
  });
}

function judgeSearches(searches: readonly string[], at: Field): void {
  if (searches.length > MAX_SEARCHES) {
    at.invalid(strings(searches), `must not have more than ${MAX_SEARCHES} search paths`);
  }
  if (byteLength(searches.join(' ')) > MAX_SEARCH_LENGTH) {
    at.invalid(
      strings(searches),
      `must not have more than ${MAX_SEARCH_LENGTH} characters (including spaces) in the search list`,
    );
  }
  searches.forEach((search, index) => judgeSearch(search, at.index(index)));
}

/** RelaxedDNSSearchValidation is on from 1.33. */
function judgeSearch(search: string, at: Field): void {
  const relaxed = at.minor >= 33;
  if (relaxed && search === '.') return;
  const name = search.endsWith('.') ? search.slice(0, -1) : search;
  at.invalidEach(name, relaxed ? underscoredSubdomain(name, at.minor) : dnsSubdomain(name));
}

/** Entries of /etc/hosts: ValidateHostAliases, 1.36. */
export const HOST_ALIASES = defineRule<Rule<PodSpec>>({
  id: 'pod-host-aliases',
  stage: 'judge',
  mistake: 'a host alias that is not an IP address, or a malformed hostname',
  suggestion: 'use an IP address, and hostnames of lowercase letters, digits, hyphens and dots',
  field: 'hostAliases',
  judge({ hostAliases }, at) {
    hostAliases?.forEach(({ ip = '', hostnames = [] }, index) => {
      const place = at.field('hostAliases').index(index);
      place.field('ip').invalidEach(ip, legacyIp(ip, at.minor));
      hostnames.forEach((name, number) =>
        place.field('hostnames').index(number).invalidEach(name, dnsSubdomain(name)),
      );
    });
  },
});
