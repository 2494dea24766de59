import { Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import { quantity } from '../apimachinery/parse-quantity';
import type { Container } from '../k8s';
import type { PodTemplate } from '../pod/pod-template';
import { isSidecar } from '../validate/containers';
import { cdk8sPlus } from './cdk8s-plus';

const KIBIBYTE = 1024;

/**
 * The containers that run as long as the Pod does, by what autoscalers of cdk8s-plus look at: names and
 * resources.
 */
export function scalingContainers(pod: PodTemplate): kplus.Container[] {
  const native = pod.initContainers.filter(isSidecar);
  return [...pod.containers, ...native].map(toPlus);
}

function toPlus({ name, image, resources: { requests = {}, limits = {} } = {} }: Container): kplus.Container {
  const { Container } = cdk8sPlus();
  return new Container({
    name,
    image: image ?? '',
    resources: {
      cpu: { request: cpu(requests.cpu), limit: cpu(limits.cpu) },
      memory: { request: memory(requests.memory), limit: memory(limits.memory) },
    },
  });
}

function cpu(amount: number | string | undefined): kplus.Cpu | undefined {
  const { Cpu } = cdk8sPlus();
  return amount === undefined ? undefined : Cpu.millis(Number(quantity(amount).thousandths()));
}

const memory = (amount: number | string | undefined) =>
  amount === undefined ? undefined : Size.kibibytes(Number(quantity(amount).roundedUp()) / KIBIBYTE);
