import { byteLength } from '../../../apimachinery/messages';
import { qualifiedName } from '../../../apimachinery/labels';
import { dnsSubdomain } from '../../../apimachinery/dns';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';

/** An Event of either version, as a server holds it. */
export interface EventSubject {
  /** `default` if the manifest has none. */
  readonly namespace: string;
  readonly involvedNamespace: string;
  /** Whether it has a time: one of the old kind has none. */
  readonly hasTime: boolean;
  readonly reportingController: string;
  readonly reportingInstance: string;
  readonly action: string;
  readonly reason: string;
  readonly message: string;
  /** The fields where the manifest has them, named as a server names them. */
  readonly at: EventPlaces;
}

interface EventPlaces {
  readonly involvedNamespace: Field;
  readonly reportingController: Field;
  readonly message: Field;
}

const SYSTEM = 'kube-system';

/** legacyValidateEvent, pkg/apis/core/validation 1.30 to 1.37: what every Event is asked for. */
export const EVENT = defineRule<Rule<EventSubject>>({
  id: 'event',
  stage: 'judge',
  mistake: 'an Event about an object of another namespace, or with a time and without what goes with it',
  suggestion: 'fix the part in the message',
  judge(event, root) {
    if (event.hasTime) judgeTimed(event, root);
    else judgeOld(event);
    if (root.minor < 37) {
      const place = root.field('namespace').shownAt(root.field('metadata', 'namespace'));
      place.invalidEach(event.namespace, dnsSubdomain(event.namespace));
    }
  },
});

function judgeOld({ namespace, involvedNamespace, at }: EventSubject): void {
  const agrees = involvedNamespace ? involvedNamespace === namespace : namespace === 'default';
  if (!agrees) refuseNamespace(involvedNamespace, namespace, at.involvedNamespace);
}

const refuseNamespace = (involved: string, namespace: string, at: Field) =>
  at.invalid(involved, 'does not match event.namespace', { suggestion: `use ${namespace}` });

const LIMIT = 128;
const MESSAGE_LIMIT = 1024;

function judgeTimed(event: EventSubject, root: Field): void {
  const { namespace, involvedNamespace, reportingController, reportingInstance, at } = event;
  if (!involvedNamespace && namespace !== 'default' && namespace !== SYSTEM) {
    refuseNamespace(involvedNamespace, namespace, at.involvedNamespace);
  }
  if (!reportingController) at.reportingController.required('', { suggestion: 'name the controller' });
  at.reportingController.invalidEach(reportingController, qualifiedName(reportingController, root.minor));
  judgeWord(reportingInstance, root.field('reportingInstance'));
  judgeWord(event.action, root.field('action'));
  judgeWord(event.reason, root.field('reason'));
  judgeLength(event.message, MESSAGE_LIMIT, at.message);
}

function judgeWord(text: string, at: Field): void {
  if (!text) at.required();
  judgeLength(text, LIMIT, at);
}

function judgeLength(text: string, limit: number, at: Field): void {
  if (byteLength(text) > limit) {
    at.invalid('', `can have at most ${limit} characters`, { suggestion: `shorten it to ${limit} bytes` });
  }
}
