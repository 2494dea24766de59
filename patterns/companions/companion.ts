import type { Container } from '../../lib/k8s';
import { checkArguments } from '../../lib/options/check';
import { isMap } from '../../lib/options/matches-type';
import { structOf } from '../../lib/options/types';
import type { PodObject } from '../../lib/pod/pod-object';
import type { PodTemplate } from '../../lib/pod/pod-template';
import { parts } from './lazy-parts';
import type { CompanionConfig, CompanionOptions, CompanionProps } from './options';

/**
 * Helper container that does one well-known job, complete with image, arguments, configuration, ports,
 * probes, resources, security context and shutdown, and with what the main container must know about it.
 * Patterns accept one wherever they accept a `container`. Extend it to write your own.
 */
export class Companion {
  /** Name of the container. */
  public readonly name: string;

  /** Port that it serves; undefined if it serves none. */
  public readonly port?: number;

  /** Port of the main container that it connects to; undefined if it connects to none. */
  public readonly upstreamPort?: number;

  /** Directory of the main container that it needs; undefined if it needs none. */
  public readonly share?: string;

  /** Whether it listens only on 127.0.0.1, which the kubelet's HTTP, TCP and gRPC probes cannot reach. */
  public readonly localhostOnly: boolean;

  /** Files or directories of the main container that it reads. */
  public readonly files: string[];

  /** Directories that it fills for the main container. */
  public readonly filledPaths: string[];

  /** Settings that `mainEnv` can give to the main container, by name. */
  public readonly settings: { readonly [name: string]: string };

  private readonly options: CompanionOptions;
  private readonly container: Container;
  private readonly config?: CompanionConfig;

  /**
   * @param props what it consists of
   * @param options what the user changes; other options than these are the business of who extends it
   * @throws Error if an option contradicts the companion, such as a probe that cannot reach it
   */
  public constructor(
    private readonly props: CompanionProps,
    options: CompanionOptions = {},
  ) {
    this.options = companionOptions(options);
    checkArguments('Companion', props, this.options);
    const { assertConsistent, companionContainer, effectiveConfig } = parts();
    assertConsistent(props, options);
    this.config = effectiveConfig(props, options);
    this.container = companionContainer(props, options, this.config);
    this.name = this.container.name;
    this.port = props.port ?? props.container.ports?.[0]?.containerPort;
    this.upstreamPort = props.upstreamPort;
    this.share = props.share;
    this.localhostOnly = props.localhostOnly ?? false;
    this.files = props.files ?? [];
    this.filledPaths = props.filledPaths ?? [];
    this.settings = props.settings ?? {};
  }

  /** The container with everything that the options change. */
  public toContainer(): Container {
    return this.container;
  }

  /** The configuration files by name, as its ConfigMap or Secret contains them. */
  public toConfigFiles(): { [file: string]: string } {
    return { ...this.config?.files };
  }

  /**
   * The container as it is in a Pod.
   *
   * @internal
   */
  public _containerIn(pod: PodTemplate): Container {
    if (!this.props.asMainUser || this.options.securityContext) return this.container;
    return parts().asMainUser(pod, this.container);
  }

  /**
   * Adds everything but the container to a Pod that has it: volumes, annotations, and variables of the main
   * container.
   *
   * @internal
   */
  public _applyTo(pod: PodTemplate): void {
    const { container, props, options, config } = this;
    parts().applyCompanion(pod, { container, props, options, config });
  }

  /**
   * Objects that it needs beside the Pod.
   *
   * @internal
   */
  public _objects(): readonly PodObject[] {
    return this.config ? [parts().configObject(this.name, this.config)] : [];
  }
}

/** The options that every companion has. */
function companionOptions(given: CompanionOptions): CompanionOptions {
  if (!isMap(given)) return given;
  const { fields } = structOf('CompanionOptions');
  return Object.fromEntries(Object.entries(given).filter(([option]) => fields.has(option)));
}
