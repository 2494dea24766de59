import type { Container, Probe } from '../../../lib/k8s';
import { misuse, valueMisuse } from '../../../lib/options/misuse';
import type { CompanionOptions, CompanionProps } from '../options';
import { configId } from './config';
import { reloaderName } from './reload';

/** @throws Error if an option contradicts another one, or the companion */
export function assertConsistent(props: CompanionProps, options: CompanionOptions): void {
  const fail = (text: string) => {
    throw misuse(`companion "${options.name ?? props.container.name}"`, text);
  };
  assertContainer(props);
  nameProblems(props, options)
    .concat(imageProblems(options), configProblems(props, options), mainEnvProblems(props, options))
    .forEach(fail);
  probeProblems(props, options).forEach(fail);
}

/** Containers are judged in the Pod, except for what companions read. */
function assertContainer({ container }: CompanionProps): void {
  for (const field of ['name', 'image'] as const) {
    if (typeof container[field] !== 'string') {
      throw valueMisuse('Companion', `container.${field}`, container[field], 'expected a string');
    }
  }
}

/** Longest name of a volume, a container, or an annotation after its domain. */
const LONGEST_NAME = 63;

/** Volumes, the ConfigMap and the annotation are named after the container. */
function nameProblems(
  { container, config, volumes = [] }: CompanionProps,
  options: CompanionOptions,
): string[] {
  const { name = container.name, onConfigChange } = options;
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name)) {
    return [
      `"name" is ${JSON.stringify(name)}: use lowercase letters, digits and "-", such as "${container.name}"`,
    ];
  }
  const names = [
    name,
    ...(config ? [configId(name)] : []),
    ...(onConfigChange === 'reload' ? [reloaderName(name)] : []),
    ...volumes.flatMap((volume) => volume.name ?? []),
  ];
  const room = LONGEST_NAME - Math.max(...names.map(({ length }) => length)) + name.length;
  return name.length <= room
    ? []
    : [`"name" has ${name.length} characters: use at most ${room}, as other names begin with it`];
}

function imageProblems({ image, registry, version, digest }: CompanionOptions): string[] {
  const parts = Object.entries({ version, registry, digest }).filter(([, part]) => part !== undefined);
  if (image !== undefined && parts.length) {
    return [
      `"image" and "${parts[0][0]}" are both set: "${parts[0][0]}" changes the default image, so remove one`,
    ];
  }
  if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest)) {
    return [
      `"digest" is ${JSON.stringify(digest)}: use sha256: and 64 hexadecimal digits, as docker images --digests shows it`,
    ];
  }
  if (version !== undefined && !/^\w[\w.-]{0,127}$/.test(version)) {
    return [
      `"version" is ${JSON.stringify(version)}: use a tag of the image, such as "1.4.2"; a digest is an option of its own`,
    ];
  }
  return registry === undefined ? [] : registryProblems(registry);
}

/** A host, perhaps with a port, and perhaps a path, as distribution/reference reads them. */
const REGISTRY =
  /^(\[[\da-fA-F:]+\]|[A-Za-z\d]([\w.-]*[A-Za-z\d])?)(:\d+)?(\/[a-z\d]+([._-]+[a-z\d]+)*)*\/?$/;

function registryProblems(registry: string): string[] {
  if (REGISTRY.test(registry)) return [];
  const advice = /^[a-z]+:\/\//i.test(registry)
    ? 'remove the scheme, such as registry.example.com/mirror'
    : 'use a host and a path in lowercase, such as registry.example.com/mirror';
  return [`"registry" is ${JSON.stringify(registry)}: ${advice}`];
}

function configProblems(
  { config, reload }: CompanionProps,
  { configFiles, onConfigChange }: CompanionOptions,
): string[] {
  if (configFiles && !config) {
    return ['"configFiles" is set, but it has no configuration files: use "args" or "env"'];
  }
  const file = Object.keys(configFiles ?? {}).find((key) => !/^(?!\.\.)[\w.-]{1,253}$/.test(key));
  if (file !== undefined) {
    return [
      `"configFiles" contains ${JSON.stringify(file)}: use letters, digits, "-", "_" and ".", such as "extra.conf"`,
    ];
  }
  return onConfigChange === 'reload' && !reload
    ? [`"onConfigChange" is "reload", but it cannot reload its configuration: use "roll"`]
    : [];
}

function mainEnvProblems({ settings = {} }: CompanionProps, { mainEnv = {} }: CompanionOptions): string[] {
  const names = Object.keys(settings);
  const known = names.length ? `use one of its settings: ${names.join(', ')}` : 'it has no settings';
  return Object.entries(mainEnv)
    .filter(([, setting]) => !names.includes(setting))
    .map(([variable, setting]) => {
      const suggestion = names.includes(variable)
        ? `swap them, the name of the variable comes first: { ${setting}: '${variable}' }`
        : known;
      return `"mainEnv" sets ${variable} to the unknown setting ${JSON.stringify(setting)}: ${suggestion}`;
    });
}

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
const NETWORK = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** The kubelet connects to the Pod's IP address. */
function probeProblems(
  { container, localhostOnly, port }: CompanionProps,
  options: CompanionOptions,
): string[] {
  const listening = port ?? container.ports?.[0]?.containerPort;
  if (!localhostOnly || listening === undefined) return [];
  return PROBES.filter((name) => options[name] && connectsTo(options[name], listening, container)).map(
    (name) =>
      `"${name}" connects to port ${listening} on the Pod's IP address, but the companion listens on 127.0.0.1 only: use an exec probe or another port`,
  );
}

const connectsTo = (probe: Probe, port: number, { ports = [] }: Container) =>
  NETWORK.some((kind) => {
    const target = probe[kind]?.port;
    return (
      target === port ||
      ports.some(({ name, containerPort }) => containerPort === port && name !== undefined && name === target)
    );
  });
