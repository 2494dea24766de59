import type { FieldPath } from '../path';
import type {
  ExecAction,
  GRPCAction,
  HTTPGetAction,
  Scalar,
  SleepAction,
  TCPSocketAction,
} from '../schema/types';
import type { Verdict } from '../verdict';
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
export function judgeHandler(
  handler: Handler,
  grace: number | undefined,
  path: FieldPath,
  verdict: Verdict,
): void {
  const used = HANDLERS.filter((name) => handler[name] !== undefined);
  if (used.length === 0) {
    return verdict.required(path, 'must specify a handler type', {
      suggestion: 'add exec, httpGet, tcpSocket or grpc',
    });
  }
  judgeAction(used[0], handler, grace, path.field(used[0]), verdict);
  used.slice(1).forEach((name) =>
    verdict.forbidden(path.field(name), 'may not specify more than 1 handler type', {
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
  path: FieldPath,
  verdict: Verdict,
): void {
  switch (name) {
    case 'exec':
      if (!handler.exec!.command?.length) {
        verdict.required(path.field('command'), '', { suggestion: 'set the command to run' });
      }
      break;
    case 'httpGet':
      judgeHttpGet(handler.httpGet!, path, verdict);
      break;
    case 'tcpSocket':
      judgePort(handler.tcpSocket!.port ?? 0, path.field('port'), verdict);
      break;
    case 'grpc':
      judgePort(handler.grpc!.port ?? 0, path.field('port'), verdict);
      break;
    case 'sleep':
      judgeSleep(handler.sleep!, grace, path, verdict);
      break;
  }
}

const SCHEMES = ['HTTP', 'HTTPS'];

/** validateHTTPGetAction, 1.36. */
function judgeHttpGet(
  { path: target = '', port = 0, scheme = '', httpHeaders = [] }: HTTPGetAction,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!target) verdict.required(path.field('path'));
  judgePort(port, path.field('port'), verdict);
  if (!SCHEMES.includes(scheme)) verdict.notSupported(path.field('scheme'), scheme, SCHEMES);
  httpHeaders.forEach(({ name = '' }, index) =>
    verdict.invalidEach(path.field('httpHeaders'), name, headerName(name), {
      at: path.field('httpHeaders').index(index),
    }),
  );
}

/** ValidatePortNumOrName, 1.36. */
function judgePort(port: Scalar, path: FieldPath, verdict: Verdict): void {
  verdict.invalidEach(path, port, typeof port === 'string' ? portName(port) : portNumber(port), {
    suggestion: "use a port from 1 to 65535 or the name of one of the container's ports",
  });
}

/** validateSleepAction; zero is allowed from 1.33 on (PodLifecycleSleepActionAllowZero). */
function judgeSleep(
  { seconds = 0 }: SleepAction,
  grace: number | undefined,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (grace === undefined || (seconds <= grace && seconds >= (verdict.minor >= 33 ? 0 : 1))) return;
  const text =
    verdict.minor >= 33
      ? `must be non-negative and less than terminationGracePeriodSeconds (${grace})`
      : `must be greater than 0 and less than terminationGracePeriodSeconds (${grace})${verdict.minor === 32 ? ZERO_GATE : ''}`;
  verdict.invalid(path, seconds, text);
}

const ZERO_GATE = '. Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.';
