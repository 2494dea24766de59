import type {
  Callable,
  ClassType,
  EnumType,
  InterfaceType,
  Method,
  Parameter,
  Property,
  Type,
} from '@jsii/spec';
import type { References } from './references';
import { defaultText, described, paragraphs, table } from './text';

/** All about a type, below a heading with its name. */
export function typeSection(type: Type, references: References): string {
  const body =
    type.kind === 'enum'
      ? enumBody(type)
      : type.kind === 'class'
        ? classBody(type, references)
        : structBody(type, references);
  return paragraphs(`## ${type.name}`, described(type.docs), body);
}

function enumBody({ members }: EnumType): string {
  return table(
    ['member', 'description'],
    members.map(({ name, docs }) => [`\`${name}\``, described(docs)]),
  );
}

function structBody(
  { interfaces = [], properties = [], methods = [] }: InterfaceType,
  references: References,
): string {
  const more = interfaces.length
    ? `${properties.length ? 'And all' : 'All'} options of ${links(interfaces, references)}.`
    : '';
  const rows = properties.map((property) => [
    `\`${property.name}\``,
    references.text(property.type),
    property.optional ? defaultText(property.docs) : '**required**',
    described(property.docs),
  ]);
  const own = rows.length ? table(['name', 'type', 'default', 'description'], rows) : '';
  return paragraphs(own, more, ...methods.map((method) => methodText('', method, references)));
}

function classBody(
  { name, abstract, base, interfaces = [], initializer, properties = [], methods = [] }: ClassType,
  references: References,
): string {
  const kin = [
    abstract ? 'Abstract: made to be extended.' : '',
    base ? `Extends ${references.link(base)}.` : '',
    interfaces.length ? `Implements ${links(interfaces, references)}.` : '',
  ];
  const make =
    initializer && !initializer.protected ? callableText(`new ${name}`, initializer, references) : '';
  const visible = methods.filter((method) => !method.overrides || described(method.docs));
  return paragraphs(
    kin.filter(Boolean).join(' '),
    make,
    propertyTable(name, properties, references),
    ...visible.map((method) => methodText(name, method, references)),
  );
}

function propertyTable(owner: string, properties: readonly Property[], references: References): string {
  if (!properties.length) return '';
  return table(
    ['property', 'type', 'description'],
    properties.map((property) => [
      `\`${property.static ? `${owner}.` : ''}${property.name}\``,
      `${references.text(property.type)}${property.optional ? ', or none' : ''}`,
      described(property.docs),
    ]),
  );
}

function methodText(owner: string, method: Method, references: References): string {
  const { name, static: ofClass, abstract, returns } = method;
  const gives = [
    returns?.type && `Returns ${references.text(returns.type)}${returns.optional ? ', or nothing' : ''}`,
    method.docs?.returns,
  ].filter(Boolean);
  const sentence = gives.length ? `${gives.join(': ')}.` : '';
  return callableText(
    ofClass ? `${owner}.${name}` : name,
    method,
    references,
    abstract ? 'To be written by who extends the class.' : '',
    sentence,
  );
}

/** A constructor or a method: how it is called, what it does, takes and throws. */
function callableText(
  name: string,
  { docs, parameters = [] }: Callable,
  references: References,
  ...more: readonly string[]
): string {
  const throws = docs?.custom?.throws;
  return paragraphs(
    `### ${name}(${parameters.map(parameterName).join(', ')})`,
    described(docs),
    parameters.length
      ? table(
          ['parameter', 'type', 'description'],
          parameters.map((parameter) => [
            `\`${parameter.name}\``,
            `${references.text(parameter.type)}${parameter.optional ? ', optional' : ''}`,
            described(parameter.docs),
          ]),
        )
      : '',
    ...more,
    throws ? `Throws ${throws}.` : '',
  );
}

const parameterName = ({ name, optional, variadic }: Parameter): string =>
  `${variadic ? '...' : ''}${name}${optional ? '?' : ''}`;

const links = (fqns: readonly string[], references: References): string =>
  fqns.map((fqn) => references.link(fqn)).join(', ');
