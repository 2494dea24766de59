import { quote } from '../../../go/format';
import { hasReferenceForm } from '../../../apimachinery/image-reference';
import { strictEnvName } from '../../../apimachinery/keys';
import { KubectlError, KubectlUsageError } from '../../errors';
import { atoi as goAtoi } from '../../../go/atoi';
import { parseLabels, parsePairs } from '../../flag-values/pairs';
import type { GeneratorInput } from '../generator-input';
import type { RUN_FLAGS } from './flags';

type GivenRun = Pick<GeneratorInput<typeof RUN_FLAGS>, 'values' | 'changed' | 'minor'>;
type Values = GivenRun['values'];

/** First minor whose `kubectl run` makes its objects without the generators of pkg/generate. */
export const OWN_OBJECTS_SINCE = 37;

const RESTART = ['Always', 'OnFailure', 'Never'];
const PULL = ['Always', 'IfNotPresent', 'Never'];
const ATTACHED =
  "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)";

/** What is wrong with the flags, in kubectl's order. */
export function checkFlags(given: GivenRun): void {
  if (given.minor >= OWN_OBJECTS_SINCE) {
    checkTexts(given);
    checkTogether(given);
  } else {
    checkAll(given);
  }
}

type Failure = (message: string) => KubectlError;
const usage: Failure = (message) => new KubectlUsageError(message, 'kubectl run');
const plain: Failure = (message) => new KubectlError(message);

/** RunOptions.Run, 1.36. */
function checkAll({ values, changed }: GivenRun): void {
  if (values['pod-running-timeout'] <= 0) throw usage('--pod-running-timeout must be higher than zero');
  checkImage(values.image, 'Invalid');
  checkNeeds(values, usage);
  if (isOther(values.restart, RESTART)) throw usage(`invalid restart policy: ${values.restart}`);
  checkAttaching(values, changed, usage);
  if (isOther(values['image-pull-policy'], PULL)) {
    throw usage(`invalid image pull policy: ${values['image-pull-policy']}`);
  }
}

/** RunOptions.Complete, 1.37: what each text is read as. */
export function checkTexts({ values }: Pick<GivenRun, 'values'>): void {
  parsePairs(values.annotations, 'annotations', false);
  if (values.labels) parseLabels(values.labels);
  values.env.forEach(envVar);
  checkChoice('restart policy', values.restart, RESTART);
  checkChoice('image pull policy', values['image-pull-policy'], PULL);
  if (values['pod-running-timeout'] <= 0) {
    throw plain('--pod-running-timeout must be higher than zero');
  }
}

function checkChoice(what: string, value: string, choices: readonly string[]): void {
  if (isOther(value, choices)) {
    throw plain(`invalid ${what}: ${value}, valid values are: ${choices.join(', ')}`);
  }
}

/** RunOptions.Validate, 1.37. */
function checkTogether({ values, changed }: GivenRun): void {
  checkImage(values.image, 'invalid');
  checkNeeds(values, plain);
  if (values.port && typeof goAtoi(values.port) === 'string') throw plain('--port must be a number');
  checkAttaching(values, changed, plain);
}

function checkImage(image: string, invalid: string): void {
  if (!image) throw plain('--image is required');
  if (!hasReferenceForm(image)) {
    throw plain(`${invalid} image name ${quote(image)}: invalid reference format`);
  }
}

function checkNeeds({ tty, stdin, expose, port }: Values, failure: Failure): void {
  if (tty && !stdin) throw failure('-i/--stdin is required for containers with -t/--tty=true');
  if (expose && !port) throw failure('--port must be set when exposing a service');
}

function checkAttaching(values: Values, changed: GivenRun['changed'], failure: Failure): void {
  const attach = values.attach || (values.stdin && !changed.has('attach'));
  if (values.rm && !attach) throw failure('--rm should only be used for attached containers');
  if (attach && values['dry-run'] !== 'none') throw failure(ATTACHED);
}

const isOther = (value: string, choices: readonly string[]) => value !== '' && !choices.includes(value);

/** parseEnvs: name and value of a variable. */
export function envVar(text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  const name = text.slice(0, at);
  if (at <= 0 || strictEnvName(name).length) throw new KubectlError(`invalid env: ${text}`);
  return [name, text.slice(at + 1)];
}
