import type { Container, Probe } from '../../../lib/k8s';
import { misuse } from '../../../lib/options/misuse';
import type { CompanionOptions, CompanionProps } from '../options';

/** @throws Error if an option contradicts another one, or the companion */
export function assertConsistent(props: CompanionProps, options: CompanionOptions): void {
  const fail = (text: string) => {
    throw misuse(`companion "${options.name ?? props.container.name}"`, text);
  };
  imageProblems(options)
    .concat(configProblems(props, options), mainEnvProblems(props, options))
    .forEach(fail);
  probeProblems(props, options).forEach(fail);
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
  return registry !== undefined && /^[a-z]+:\/\//.test(registry)
    ? [`"registry" is ${JSON.stringify(registry)}: remove the scheme, such as registry.example.com/mirror`]
    : [];
}

function configProblems(
  { config, reload }: CompanionProps,
  { configFiles, onConfigChange }: CompanionOptions,
): string[] {
  if (configFiles && !config) {
    return ['"configFiles" is set, but it has no configuration files: use "args" or "env"'];
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
