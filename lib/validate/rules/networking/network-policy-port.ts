import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { NetworkPolicyPort } from '../../schema/types';
import { portName, portNumber } from '../../../apimachinery/ports';
import { judgeReference } from '../renaming';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const PORT_HINT = { suggestion: 'use a port from 1 to 65535' };

/** ValidateNetworkPolicyPort, pkg/apis/networking/validation 1.36. */
export const PORT = defineRule<Rule<NetworkPolicyPort>>({
  id: 'network-policy-port',
  stage: 'judge',
  mistake: 'an unknown protocol, a port that is out of range, or an `endPort` that does not go with `port`',
  suggestion: 'set `port` to a number or the name of a port, and `endPort` to a number that is not less',
  judge({ protocol, port, endPort }, at) {
    if (protocol !== undefined && !PROTOCOLS.includes(protocol)) {
      at.field('protocol').notSupported(protocol, PROTOCOLS);
    }
    if (typeof port === 'number') {
      at.field('port').invalidEach(port, portNumber(port), PORT_HINT);
      if (endPort !== undefined) judgeEnd(endPort, port, at.field('endPort'));
      return;
    }
    if (endPort !== undefined) {
      const problem = port === undefined ? 'not specified' : 'non-numeric';
      at.field('endPort').invalid(endPort, `may not be specified when \`port\` is ${problem}`, {
        suggestion: 'set port to the first port of the range',
      });
    }
    if (port !== undefined) judgeName(port, at.field('port'));
  },
});

/** Up to 1.36, the server shows the port as the wrong value. */
function judgeEnd(endPort: number, port: number, at: Field): void {
  if (endPort < port) {
    at.invalid(at.minor >= 37 ? endPort : port, 'must be greater than or equal to `port`', {
      suggestion: `set endPort to ${port} or more, or swap the two`,
    });
  }
  at.invalidEach(endPort, portNumber(endPort), PORT_HINT);
}

function judgeName(name: string, at: Field): void {
  const isNumber = /^\d+$/.test(name);
  judgeReference(name, portName, at, {
    suggestion: isNumber
      ? `write ${name} without quotes`
      : 'use the name of a container port: at most 15 lowercase letters, digits and single hyphens',
  });
}
