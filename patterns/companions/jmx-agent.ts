import { Yaml } from 'cdk8s';
import type { PodObject } from '../../lib/pod/pod-object';
import { PodPattern, type PodTemplate } from '../../lib/pod/pod-template';
import type { ShellContainerOptions } from '../blocks/shell-container';
import { CopyFiles } from '../copy-files';
import { annotate } from './base/annotate';
import { addChecksum, addConfigVolume, configMount, configObject } from './base/config';
import { OptionCheck } from './base/option-check';
import { assertFreePortName, assertScrape, METRICS, podMonitor, scrapeAnnotations } from './base/scrape';
import { withAgent } from './jmx-agent/main-container';
import { assertRules, jmxConfig, type JmxRule } from './jmx-agent/rules';
import type { CompanionConfig } from './options';
import type { ScrapeOptions } from './metrics';

/** Options of the metrics of a Java program, which an agent in its own process serves. */
export interface JmxAgentOptions extends ScrapeOptions {
  /**
   * Image that contains the agent, with a shell, `cp` and `chmod`. Build your own: the agent is only
   * published as a JAR file.
   */
  readonly image: string;

  /** Path of the agent in the image: `/jmx_prometheus_javaagent-1.6.0.jar`. */
  readonly jar: string;

  /**
   * Rules that select and name the metrics, of which the first that matches counts.
   *
   * @default - every attribute is a metric
   */
  readonly rules?: JmxRule[];

  /**
   * Names of the MBeans to read, with `*`: `kafka.server:*`.
   *
   * @default - all
   */
  readonly includeObjectNames?: string[];

  /**
   * Names of the MBeans not to read.
   *
   * @default - none
   */
  readonly excludeObjectNames?: string[];

  /**
   * Whether the names of metrics and labels are in lowercase.
   *
   * @default false
   */
  readonly lowercaseNames?: boolean;

  /**
   * Directory of the main container that the agent is copied to: an absolute path.
   *
   * @default '/opt/jmx-agent'
   */
  readonly directory?: string;

  /**
   * Options of the init container that copies the agent; its image is `image`.
   *
   * @default - as those of CopyFiles
   */
  readonly copy?: ShellContainerOptions;
}

const NAME = 'jmx-agent';
const CONFIG_DIRECTORY = '/etc/jmx-agent';

/** Makes the pattern that adds the agent. No container serves the metrics, so that it is no companion. */
export const jmxAgent = (options: JmxAgentOptions): PodPattern => new JmxAgent(options);

class JmxAgent extends PodPattern {
  private readonly port: number;
  private readonly portName: string;
  private readonly config: CompanionConfig;
  private readonly copy: CopyFiles;
  private readonly directory: string;

  constructor(private readonly options: JmxAgentOptions) {
    super();
    assertValid(options);
    const { port = 9404, portName = 'jmx-metrics', directory = '/opt/jmx-agent', image, jar, copy } = options;
    this.port = port;
    this.portName = portName;
    this.directory = directory;
    this.copy = new CopyFiles({ ...copy, image, from: [jar], to: directory, mode: 'a+r' });
    this.config = {
      mountPath: CONFIG_DIRECTORY,
      files: { 'config.yml': Yaml.stringify(jmxConfig(options)) },
    };
  }

  applyTo(pod: PodTemplate): void {
    const { options, port, portName, config } = this;
    if (options.scrape === 'pod-monitor') assertFreePortName(pod, NAME, portName);
    this.copy.applyTo(pod);
    pod.replaceContainer(withAgent(pod.main, this.agent, { name: portName, containerPort: port }));
    pod.mount(pod.main.name, configMount(NAME, config));
    if (options.scrape !== 'annotations') return;
    Object.entries(scrapeAnnotations(port, METRICS[0])).forEach(([key, value]) =>
      annotate(pod, NAME, key, value),
    );
  }

  /** @internal */
  override _companions() {
    return [
      {
        _objects: () => this.objects,
        _applyTo: (pod: PodTemplate) => {
          addConfigVolume(pod, NAME, this.config);
          addChecksum(pod, NAME, this.config);
        },
      },
    ];
  }

  private get objects(): readonly PodObject[] {
    const { options, portName, config } = this;
    const monitors = options.scrape === 'pod-monitor' ? [podMonitor(NAME, portName, METRICS, options)] : [];
    return [configObject(NAME, config), ...monitors];
  }

  /** What the JVM loads, with its argument. */
  private get agent(): string {
    const { options, directory, port } = this;
    const jar = options.jar.slice(options.jar.lastIndexOf('/') + 1);
    return `-javaagent:${directory}/${jar}=${port}:${CONFIG_DIRECTORY}/config.yml`;
  }
}

function assertValid(options: JmxAgentOptions): void {
  const check = new OptionCheck('Adapters.jmxAgent');
  const { image, jar, directory, port, portName = 'jmx-metrics', rules = [] } = options;
  check.notEmpty('image', image, 'one character');
  check.matches(
    'jar',
    jar,
    /^\/\S+\.jar$/,
    'use the absolute path of a file that ends with .jar, without spaces',
  );
  check.matches('directory', directory, /^(\/[^/\s]+)+$/, 'use an absolute path without spaces');
  check.port('port', port);
  check.portName('portName', portName);
  assertScrape(check, options, METRICS);
  assertRules(check, rules);
}
