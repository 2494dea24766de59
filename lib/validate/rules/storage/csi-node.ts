import { byteLength } from '../../../apimachinery/messages';
import { qualifiedName } from '../../../apimachinery/labels';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { CSINodeDriver } from '../../schema/types';
import { COUNT } from '../counts';
import { judgeDriverName } from '../sources/plugins';

const LONGEST_ID = 256;

/** validateCSINodeSpec, pkg/apis/storage/validation 1.36. */
export const CSI_NODE_RULES = defineRule<Rule<readonly CSINodeDriver[]>>({
  id: 'csi-node',
  stage: 'judge',
  mistake: 'a driver of a CSINode without a name or node ID, listed twice, or with malformed topology keys',
  suggestion: 'list each driver once, with its name, node ID and topology keys',
  judge(drivers, at) {
    const names = new Set<string>();
    drivers.forEach((driver, index) => {
      const { name = '', nodeID = '', allocatable, topologyKeys = [] } = driver;
      const place = at.index(index);
      judgeDriverName(name, place.field('name'));
      judgeNodeId(nodeID, place.field('nodeID'));
      place.field('allocatable', 'count').apply(COUNT, allocatable?.count);
      if (names.has(name)) place.field('name').duplicate(name);
      names.add(name);
      judgeTopologyKeys(topologyKeys, place);
    });
  },
});

function judgeNodeId(id: string, at: Field): void {
  if (!id) at.required('', { suggestion: 'set the ID that the driver knows the node by' });
  if (byteLength(id) > LONGEST_ID) {
    at.invalid(id, `must be ${LONGEST_ID} characters or less`, { suggestion: `shorten ${at.last}` });
  }
}

/** The server names the driver, not the key. */
function judgeTopologyKeys(keys: readonly string[], driver: Field): void {
  const seen = new Set<string>();
  keys.forEach((key, index) => {
    const at = driver.shownAt(driver.field('topologyKeys').index(index));
    if (!key) at.required('', { suggestion: 'name the topology key' });
    if (seen.has(key)) at.duplicate(key);
    seen.add(key);
    at.invalidEach(key, qualifiedName(key, at.minor));
  });
}
