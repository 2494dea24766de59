import { CelNotSupported } from '../errors';
import { type Library, untyped } from './declare';

function unknown(): never {
  throw new CelNotSupported('the authorizer', 'is known to a server only');
}

const AUTHORIZER = 'kubernetes.authorization.Authorizer';
const DECISION = 'kubernetes.authorization.Decision';
const GROUP = 'kubernetes.authorization.GroupCheck';
const PATH = 'kubernetes.authorization.PathCheck';
const RESOURCE = 'kubernetes.authorization.ResourceCheck';

/** Questions about permissions, which no manifest answers (library.Authz). */
export const AUTHORIZER_CHECKS: readonly Library[] = [
  `${AUTHORIZER}.path(string) -> ${PATH}`,
  `${PATH}.check(string) -> ${DECISION}`,
  `${AUTHORIZER}.group(string) -> ${GROUP}`,
  `${AUTHORIZER}.serviceAccount(string, string) -> ${AUTHORIZER}`,
  `${GROUP}.resource(string) -> ${RESOURCE}`,
  `${RESOURCE}.subresource(string) -> ${RESOURCE}`,
  `${RESOURCE}.namespace(string) -> ${RESOURCE}`,
  `${RESOURCE}.name(string) -> ${RESOURCE}`,
  `${RESOURCE}.check(string) -> ${DECISION}`,
  `${DECISION}.errored() -> bool`,
  `${DECISION}.error() -> string`,
  `${DECISION}.allowed() -> bool`,
  `${DECISION}.reason() -> string`,
].map((signature) => untyped(unknown, signature));

/** Questions about some objects of a kind (library.AuthzSelectors). */
export const SELECTOR_CHECKS: readonly Library[] = [
  `${RESOURCE}.fieldSelector(string) -> ${RESOURCE}`,
  `${RESOURCE}.labelSelector(string) -> ${RESOURCE}`,
].map((signature) => untyped(unknown, signature));
