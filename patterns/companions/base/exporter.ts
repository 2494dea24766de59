import type { Container } from '../../../lib/k8s';
import type { PodObject } from '../../../lib/pod/pod-object';
import type { PodTemplate } from '../../../lib/pod/pod-template';
import { UNPRIVILEGED } from '../../blocks/hardening';
import { Companion } from '../companion';
import type { MetricsOptions } from '../metrics';
import type { CompanionProps } from '../options';
import type { OptionCheck } from './option-check';
import {
  assertFreePortName,
  assertScrape,
  type Endpoint,
  METRICS,
  podMonitor,
  scrapeAnnotations,
} from './scrape';

/** A companion that serves metrics: its port and probe are the same for all. */
export interface Exporter extends Omit<CompanionProps, 'container'> {
  readonly check: OptionCheck;
  readonly container: Container;
  readonly port: number;
  readonly portName: string;
  /** Path that answers without asking what is measured. */
  readonly healthPath: string;
  /** User and group of the image. */
  readonly user?: number;
  /** What to scrape. */
  readonly endpoints?: readonly Endpoint[];
}

const RESOURCES = { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } };

/** Makes a companion that serves metrics. */
export function exporter(given: Exporter, options: MetricsOptions): Companion {
  const { check, container, portName, healthPath, user = 65534, endpoints = METRICS, ...props } = given;
  const { port } = given;
  const name = options.portName ?? portName;
  check.port('port', port);
  check.portName('portName', name);
  assertScrape(check, options, endpoints);
  const annotations = options.scrape === 'annotations' ? scrapeAnnotations(port, endpoints[0]) : {};
  return new ExporterCompanion(
    {
      ...props,
      container: {
        ports: [{ name, containerPort: port }],
        livenessProbe: { httpGet: { path: healthPath, port } },
        resources: RESOURCES,
        securityContext: { ...UNPRIVILEGED, runAsUser: user, runAsGroup: user },
        ...container,
      },
      annotations: { ...annotations, ...props.annotations },
    },
    options,
    { portName: name, endpoints },
  );
}

interface Scraped {
  readonly portName: string;
  readonly endpoints: readonly Endpoint[];
}

class ExporterCompanion extends Companion {
  constructor(
    props: CompanionProps,
    private readonly metrics: MetricsOptions,
    private readonly scraped: Scraped,
  ) {
    super(props, metrics);
  }

  /** @internal */
  public _applyTo(pod: PodTemplate): void {
    if (this.metrics.scrape === 'pod-monitor') assertFreePortName(pod, this.name, this.scraped.portName);
    super._applyTo(pod);
  }

  /** @internal */
  public _objects(): readonly PodObject[] {
    const { portName, endpoints } = this.scraped;
    const monitors =
      this.metrics.scrape === 'pod-monitor' ? [podMonitor(this.name, portName, endpoints, this.metrics)] : [];
    return [...super._objects(), ...monitors];
  }
}
