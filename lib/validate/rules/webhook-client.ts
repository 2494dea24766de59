import { dnsSubdomain } from '../../apimachinery/dns';
import { portNumber } from '../../apimachinery/ports';
import { parseUrl, STRICT_COLONS } from '../../go/url';
import type { Field } from '../field';

interface WebhookService {
  readonly name?: string;
  readonly namespace?: string;
  readonly path?: string;
  readonly port?: number;
}

interface WebhookClient {
  readonly url?: string;
  readonly service?: WebhookService;
}

/** How a webhook is reached: by a URL or by a service. */
export function judgeWebhookClient({ url, service }: WebhookClient, at: Field): void {
  if ((url === undefined) === (service === undefined)) {
    at.required('exactly one of url or service is required', {
      suggestion: service ? 'keep one of url and service' : 'set url or service',
    });
  } else if (url !== undefined) {
    judgeWebhookUrl(url, at.field('url'));
  } else {
    judgeWebhookService(service!, at.field('service'));
  }
}

const FORM = '; desired format: https://host[/path]';

/** ValidateWebhookURL, apiserver pkg/util/webhook 1.30 to 1.37. */
function judgeWebhookUrl(text: string, at: Field): void {
  const url = parseUrl(text, at.minor >= STRICT_COLONS);
  if (typeof url === 'string') {
    at.required(`url must be a valid URL: ${url}${FORM}`, { suggestion: 'use https://, a host and a path' });
    return;
  }
  if (url.scheme !== 'https') at.invalid(url.scheme, `'https' is the only allowed URL scheme${FORM}`);
  if (!url.host) at.invalid('', `host must be specified${FORM}`);
  if (url.user !== undefined) at.invalid(url.user, 'user information is not permitted in the URL');
  if (url.fragment) at.invalid(url.fragment, 'fragments are not permitted in the URL');
  if (url.query) at.invalid(url.query, 'query parameters are not permitted in the URL');
}

/** ValidateWebhookService, apiserver pkg/util/webhook 1.30 to 1.37. */
function judgeWebhookService({ name, namespace, path, port = 0 }: WebhookService, at: Field): void {
  // All callers pass the name as the namespace, and the namespace as the name.
  if (!namespace) requireService('name', at.field('name').shownAt(at.field('namespace')), 'namespace');
  if (!name) requireService('namespace', at.field('namespace').shownAt(at.field('name')), 'name');
  judgeServicePort(port, at.field('port'));
  if (path && path !== '/') judgePath(path, at.field('path'));
}

/** Since 1.34, the server gives no detail. */
const requireService = (reported: string, at: Field, missing: string): void =>
  at.required(at.minor >= 34 ? '' : `service ${reported} is required`, {
    suggestion: `set the ${missing} of the service`,
  });

/** The port of a service that a server calls. */
export function judgeServicePort(port: number, at: Field): void {
  const problems = portNumber(port);
  if (problems.length) at.invalid(port, `port is not valid: ${problems.join(', ')}`);
}

function judgePath(path: string, at: Field): void {
  if (path === '//') {
    at.invalid(path, 'segment[0] may not be empty');
    return;
  }
  if (!path.startsWith('/')) at.invalid(path, "must start with a '/'");
  const steps = Buffer.from(path).subarray(1).toString().replace(/\/$/, '').split('/');
  steps.forEach((step, index) => {
    const problems = step ? dnsSubdomain(step).map((problem) => `: ${problem}`) : [' may not be empty'];
    at.invalidEach(
      path,
      problems.map((problem) => `segment[${index}]${problem}`),
    );
  });
}
