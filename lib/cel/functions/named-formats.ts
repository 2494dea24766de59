import { asPrefix, dns1035Label, dnsLabel, dnsSubdomain } from '../../apimachinery/dns';
import { labelValue, qualifiedName } from '../../apimachinery/labels';
import { isBase64, isDate, isDateTime, isUuid } from '../../apimachinery/string-formats';
import { parseRequestUrl, STRICT_COLONS } from '../../go/url';
import { ListValue } from '../values/collections';
import { Optional } from '../values/scalars';
import type { Value } from '../values/value';
import { type Library, typed } from './declare';
import { Opaque } from './opaque';

type Check = (text: string, minor: number) => readonly string[];

/** A format: how long a server thinks its pattern is, and what it checks. */
type Format = readonly [patternLength: number, check: Check];

export class NamedFormat extends Opaque<NamedFormat> {
  readonly typeName = 'kubernetes.NamedFormat';

  constructor(
    readonly name: string,
    readonly patternLength: number,
    readonly problems: (text: string) => readonly string[],
  ) {
    super();
  }

  protected isSame(other: NamedFormat): boolean {
    return this.name === other.name;
  }

  toString(): string {
    return this.name;
  }
}

const unless =
  (holds: (text: string) => boolean, problem: string): Check =>
  (text) =>
    holds(text) ? [] : [problem];

const ofPrefix =
  (check: (text: string) => readonly string[]): Check =>
  (text) =>
    check(asPrefix(text));

function uri(text: string, minor: number): readonly string[] {
  const url = parseRequestUrl(text, minor >= STRICT_COLONS);
  return typeof url === 'string' ? [url] : [];
}

const FORMATS: { readonly [name: string]: Format } = {
  dns1123Label: [30, (text) => dnsLabel(text)],
  dns1123Subdomain: [60, (text) => dnsSubdomain(text)],
  dns1035Label: [30, dns1035Label],
  qualifiedName: [60, qualifiedName],
  dns1123LabelPrefix: [30, ofPrefix(dnsLabel)],
  dns1123SubdomainPrefix: [60, ofPrefix(dnsSubdomain)],
  dns1035LabelPrefix: [30, ofPrefix(dns1035Label)],
  labelValue: [40, labelValue],
  uri: [1103, uri],
  uuid: [70, unless(isUuid, 'does not match the UUID format')],
  byte: [84, unless(isBase64, 'invalid base64')],
  date: [70, unless(isDate, 'invalid date')],
  datetime: [70, unless(isDateTime, 'invalid datetime')],
};

function validate(format: NamedFormat, text: string): Value {
  const problems = format.problems(text);
  return problems.length ? Optional.of(new ListValue(problems)) : Optional.NONE;
}

/** Formats of strings by their names (library.Format). */
export function namedFormats(minor: number): readonly Library[] {
  const formats = new Map(
    Object.entries(FORMATS).map(([name, [patternLength, check]]) => [
      name,
      new NamedFormat(name, patternLength, (text) => check(text, minor)),
    ]),
  );
  return [
    typed({
      'kubernetes.NamedFormat.validate(string) -> optional_type(list(string))': validate,
      'format.named(string) -> optional_type(kubernetes.NamedFormat)': (name: string): Value => {
        const format = formats.get(name);
        return format ? Optional.of(format) : Optional.NONE;
      },
    }),
    ...Array.from(formats, ([name, format]) =>
      typed({ [`format.${name}() -> kubernetes.NamedFormat`]: () => format }),
    ),
  ];
}
