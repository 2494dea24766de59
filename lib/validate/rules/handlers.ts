import type { Field } from '../field';
import type {
  ExecAction,
  GRPCAction,
  HTTPGetAction,
  Scalar,
  SleepAction,
  TCPSocketAction,
} from '../schema/types';
import { headerName } from '../../apimachinery/keys';
import { portName, portNumber } from '../../apimachinery/ports';

/** What probes and lifecycle hooks share. */
export interface Handler {
  exec?: ExecAction;
  httpGet?: HTTPGetAction;
  tcpSocket?: TCPSocketAction;
  grpc?: GRPCAction;
  sleep?: SleepAction;
}

/** A probe's or lifecycle hook's one action: validateHandler, 1.36. */
export function judgeHandler(handler: Handler, grace: number | undefined, at: Field): void {
  const used = HANDLERS.filter((name) => handler[name] !== undefined);
  if (used.length === 0) {
    return at.required('must specify a handler type', {
      suggestion: 'add exec, httpGet, tcpSocket or grpc',
    });
  }
  judgeAction(used[0], handler, grace, at.field(used[0]));
  used.slice(1).forEach((name) =>
    at.field(name).forbidden('may not specify more than 1 handler type', {
      suggestion: `keep one of ${used.join(', ')}`,
    }),
  );
}

/** In the server's order: the first is judged, the others are forbidden. */
const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;

function judgeAction(
  name: (typeof HANDLERS)[number],
  handler: Handler,
  grace: number | undefined,
  at: Field,
): void {
  switch (name) {
    case 'exec':
      if (!handler.exec!.command?.length) {
        at.field('command').required('', { suggestion: 'set the command to run' });
      }
      break;
    case 'httpGet':
      judgeHttpGet(handler.httpGet!, at);
      break;
    case 'tcpSocket':
      judgePort(handler.tcpSocket!.port ?? 0, at.field('port'));
      break;
    case 'grpc':
      judgePort(handler.grpc!.port ?? 0, at.field('port'));
      break;
    case 'sleep':
      judgeSleep(handler.sleep!, grace, at);
      break;
  }
}

const SCHEMES = ['HTTP', 'HTTPS'];

/** validateHTTPGetAction, 1.36. */
function judgeHttpGet(
  { path: target = '', port = 0, scheme = '', httpHeaders = [] }: HTTPGetAction,
  at: Field,
): void {
  if (!target) at.field('path').required();
  judgePort(port, at.field('port'));
  if (!SCHEMES.includes(scheme)) at.field('scheme').notSupported(scheme, SCHEMES);
  httpHeaders.forEach(({ name = '' }, index) =>
    at.field('httpHeaders').shownAt(at.field('httpHeaders').index(index)).invalidEach(name, headerName(name)),
  );
}

/** ValidatePortNumOrName, 1.36. */
function judgePort(port: Scalar, at: Field): void {
  at.invalidEach(port, typeof port === 'string' ? portName(port) : portNumber(port), {
    suggestion: "use a port from 1 to 65535 or the name of one of the container's ports",
  });
}

/** validateSleepAction; zero is allowed from 1.33 on (PodLifecycleSleepActionAllowZero). */
function judgeSleep({ seconds = 0 }: SleepAction, grace: number | undefined, at: Field): void {
  if (grace === undefined || (seconds <= grace && seconds >= (at.minor >= 33 ? 0 : 1))) return;
  const text =
    at.minor >= 33
      ? `must be non-negative and less than terminationGracePeriodSeconds (${grace})`
      : `must be greater than 0 and less than terminationGracePeriodSeconds (${grace})${at.minor === 32 ? ZERO_GATE : ''}`;
  at.invalid(seconds, text);
}

const ZERO_GATE = '. Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.';
