import { amountOf, parseQuantity } from '../../../apimachinery/parse-quantity';
import type { Quantity } from '../../../apimachinery/quantity';
import type { PersistentVolumeClaim } from '../../schema/types';
import type { Use } from '../pod-use';

const ONE = parseQuantity('1') as Quantity;

/** Usage of pvcEvaluator, pkg/quota/v1/evaluator/core 1.36: in all, and of the storage class. */
export function claimUse({ metadata, spec = {} }: PersistentVolumeClaim): Use {
  const storageClass =
    metadata?.annotations?.['volume.beta.kubernetes.io/storage-class'] ?? spec.storageClassName;
  const { storage } = spec.resources?.requests ?? {};
  const own: [string, Quantity][] = [
    ['persistentvolumeclaims', ONE],
    ...(storage === undefined
      ? []
      : [['requests.storage', wholeBytes(amountOf(storage))] as [string, Quantity]]),
  ];
  const ofClass = own.map(([resource, amount]): [string, Quantity] => [
    `${storageClass}.storageclass.storage.k8s.io/${resource}`,
    amount,
  ]);
  return new Map([['count/persistentvolumeclaims', ONE], ...own, ...(storageClass ? ofClass : [])]);
}

const wholeBytes = (amount: Quantity) =>
  amount.roundsToInteger() ? amount : (parseQuantity(amount.roundedUp()) as Quantity);
