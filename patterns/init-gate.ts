import type { Construct } from 'constructs';
import type { Container } from '../lib/k8s';
import { checkArguments } from '../lib/options/check';
import { misuse } from '../lib/options/misuse';
import type { Dependency } from '../lib/pod/dependency';
import { InitStage } from '../lib/pod/init-stage';
import { PodPattern, type PodTemplate } from '../lib/pod/pod-template';
import { Pod, type PodProps } from '../lib/workload/pod';
import { assertTimes, gateContainer, type GateOptions } from './blocks/gate';
import { companionsIn, containerIn } from './blocks/helper';
import { assertPodReadable } from './blocks/pod-readable';
import type { Companion } from './companions/companion';

/** Options of an init gate. */
export interface InitGateOptions extends GateOptions {
  /**
   * Dependencies that must be available before the Pod's containers start; waited for in this order, in one
   * init container.
   *
   * @default - none; set `containers`
   */
  readonly waitFor?: Dependency[];

  /**
   * Your own gates: init containers or companions, used as they are, after the built-in one.
   *
   * @default - none
   */
  readonly containers?: Array<Container | Companion>;
}

/**
 * Init gate: delays all other containers of the Pod until its dependencies are available, prints what it
 * waits for, and fails after a timeout.
 */
export class InitGate extends PodPattern {
  /**
   * @param options what to wait for, and how long
   * @throws Error if there is nothing to wait for, or a duration is not whole seconds above zero
   */
  public constructor(private readonly options: InitGateOptions) {
    super();
    checkArguments('InitGate', options);
    const { waitFor = [], containers = [] } = options;
    if (!waitFor.length && !containers.length) {
      throw misuse('InitGate', '"waitFor" is empty: specify what to wait for');
    }
    assertTimes('InitGate', options);
  }

  /**
   * Adds the gates.
   *
   * @param pod template that the pattern changes
   */
  public applyTo(pod: PodTemplate): void {
    assertPodReadable('InitGate', pod);
    const { waitFor = [], containers = [] } = this.options;
    const own = containers.map((container) => containerIn(pod, container));
    const uris = waitFor.map(({ uri }) => uri);
    const gates = uris.length ? [gateContainer('init-gate', uris, this.options), ...own] : own;
    gates.forEach((container) => pod.addInitContainer(container, InitStage.GATE));
  }

  /** @internal */
  public _companions(): readonly Companion[] {
    return companionsIn(...(this.options.containers ?? []));
  }
}

/** Options of a Pod behind an init gate. */
export interface InitGatedPodProps extends PodProps {
  /** The gate. */
  readonly gate: InitGateOptions;
}

/** Pod whose containers start when its dependencies are available. */
export class InitGatedPod extends Pod {
  /**
   * @param scope construct that the Pod belongs to
   * @param id name of the Pod in its scope
   * @param props the Pod and its gate
   */
  public constructor(scope: Construct, id: string, props: InitGatedPodProps) {
    checkArguments('InitGatedPod', scope, id, props);
    const { gate, ...pod } = props;
    super(scope, id, { ...pod, patterns: [new InitGate(gate), ...(pod.patterns ?? [])] });
  }
}
