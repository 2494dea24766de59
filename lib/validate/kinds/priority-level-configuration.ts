import type { Field } from '../field';
import { DECLARED_PRIORITY_LEVEL } from '../rules/flowcontrol/declared';
import { MANDATORY_PRIORITY_LEVEL } from '../rules/flowcontrol/mandatory';
import { PRESERVED_ZERO } from '../rules/flowcontrol/preserved-zero';
import { PRIORITY_LEVEL } from '../rules/flowcontrol/priority-level';
import { effectiveName } from '../rules/metadata';
import type {
  PriorityLevelConfiguration,
  PriorityLevelConfigurationSpec,
  QueuingConfiguration,
} from '../schema/types';
import type { Strategy } from './strategy';

export const PRIORITY_LEVEL_CONFIGURATION: Strategy<PriorityLevelConfiguration> = {
  apiVersion: 'flowcontrol.apiserver.k8s.io/v1',
  kind: 'PriorityLevelConfiguration',
  generationSince: 30,

  /** SetDefaults functions, pkg/apis/flowcontrol/v1 1.30 to 1.37. */
  applyDefaults({ spec: { exempt, limited } = {} }) {
    if (exempt) {
      exempt.nominalConcurrencyShares ??= 0;
      exempt.lendablePercent ??= 0;
    }
    if (!limited) return;
    limited.nominalConcurrencyShares ??= 30;
    limited.lendablePercent ??= 0;
    if (limited.limitResponse?.queuing) defaultQueuing(limited.limitResponse.queuing);
  },

  /** ValidatePriorityLevelConfiguration, pkg/apis/flowcontrol/validation 1.37. */
  validate({ metadata = {}, spec = {} }, root) {
    root.field('metadata', 'annotations').apply(PRESERVED_ZERO, metadata.annotations ?? {});
    judgeSpec(effectiveName(metadata), spec, root.field('spec'));
  },

  complete(level) {
    level.status = {};
  },
};

function judgeSpec(name: string, spec: PriorityLevelConfigurationSpec, at: Field): void {
  at.apply(PRIORITY_LEVEL, { name, spec });
  at.apply(MANDATORY_PRIORITY_LEVEL, { name, spec });
  at.apply(DECLARED_PRIORITY_LEVEL, spec);
}

function defaultQueuing(queuing: QueuingConfiguration): void {
  queuing.handSize ||= 8;
  queuing.queues ||= 64;
  queuing.queueLengthLimit ||= 50;
}
