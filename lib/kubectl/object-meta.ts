import { type JsonObject, struct } from '../go/object';

export interface ObjectMetaFields {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: JsonObject;
  readonly annotations?: JsonObject;
}

/** kubectl up to 1.33 writes a time of creation that is not there. */
const CREATION_TIMESTAMP_UNTIL = 33;

/** An ObjectMeta. */
export const objectMeta = ({ name, namespace, labels, annotations }: ObjectMetaFields, minor: number) =>
  struct({
    name: name || undefined,
    namespace: namespace || undefined,
    creationTimestamp: minor <= CREATION_TIMESTAMP_UNTIL ? null : undefined,
    labels,
    annotations,
  });
