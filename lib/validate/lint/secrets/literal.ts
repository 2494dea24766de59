/** Whether a word, or the name or the value of a variable, may have a secret: a cheap look. */
export const mayBeSecret = (text: string) => MAY_BE_SECRET.test(text);

/** What secrets stand beside; with the flags of one letter that a password follows. */
const MAY_BE_SECRET =
  /[Pp]ass|PASS|[Pp][Ww][Dd]|[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Kk]ey|KEY|[Aa]uth|@|(?:^|\s)-[apuw]/;

/**
 * Whether a text that stands for a password or a token is one: not a reference, a placeholder, a path, a
 * switch or nothing.
 */
export function isLiteralSecret(text: string): boolean {
  const value = unquoted(text.trim());
  return (
    value !== '' && !/\s/.test(value) && !SWITCH.test(value) && !NOT_LITERAL.some((form) => form.test(value))
  );
}

/** The same for one that may also be a number of something, or the name of a Secret. */
const isLiteralToken = (text: string) =>
  isLiteralSecret(text) && !/^\d+$/.test(text.trim()) && !NAME_OF_OBJECT.test(text.trim());

/** The same for one that often is the name of a Secret. */
const isNoName = (text: string) => isLiteralToken(text) && !NAME_WITH_SEPARATOR.test(text.trim());

const SWITCH =
  /^(?:true|false|yes|no|y|n|on|off|null|nil|none|~|0|1|enabled?|disabled?|required?|optional|auto|default|never|always|string|str|text|bool|boolean|integer|any|prompt|ask)$/i;

const NOT_LITERAL = [
  /** Replaced before or in the container: `$(NAME)`, `{{ … }}`, `<name>`, `%NAME%`, `@name@`, `%s`. */
  /[$`<>]|\{\{|^%(?:.*%|[sdvq])$|^@.*@$|^__.*__$|^\{.*\}$|^\[.*\]$/,
  /** Names to replace by hand: `YOUR_TOKEN`. */
  /^[A-Z]+(?:_[A-Z]+)+$/,
  /** Masked. */
  /^(?:\*+|x{3,}|\.{2,}|-+|_+|redacted|hidden|omitted)$/i,
  /** Files. */
  /^(?:~|\.{1,2})?\/[\w./-]*$|^[\w./-]+\.(?:pem|key|crt|json|ya?ml|txt|conf)$/,
  /** References to something that holds it: `vault:secret/data/db#password`, `op://…`, `arn:aws:…`. */
  /^(?:vault|ref\+\w+|op|arn|secrets?|secretsmanager|sm|ssm|gcp|awssm|azurekv|akv|env|file|kms|sops|https?):/i,
];

const NAME_OF_OBJECT =
  /^(?:[a-z][a-z0-9-]*\/)?[a-z][a-z0-9.-]*[-.](?:secrets?|tls|certs?|ca|creds?|credentials?|keys?|tokens?|auth|password)$/;

const NAME_WITH_SEPARATOR = /^[a-z0-9]+(?:[-./][a-z0-9]+)+$/;

/** A text without the quotes around it. */
export const unquoted = (text: string) => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;

/** Words for a secret at the end of a name, and whether a value may be something else. */
const SECRET_NAMES: readonly (readonly [name: RegExp, isLiteral: (value: string) => boolean])[] = [
  [/(?:^|[_.-]|[a-z])(?:password|passwd|passphrase|requirepass|masterauth)$/i, isLiteralSecret],
  [/(?:^|[_.-])(?:pass|mysql_pwd)$/i, isLiteralSecret],
  [
    /(?:^|[_.-]|[a-z])(?:api|access|auth|bearer|refresh|bot|github|gitlab|slack|vault|id|admin|root)[_.-]?token$/i,
    isLiteralToken,
  ],
  [/^token$|[_]token$/i, isLiteralToken],
  [/(?:^|[_.-]|[a-z])(?:api|private|encryption|secret(?:[_.-]?access)?|signing)[_.-]?key$/i, isLiteralToken],
  [
    /(?:^|[_.-]|[a-z])(?:client|cookie|jwt|app|session|shared|auth|oauth|signing|api|hmac|consumer|nextauth)[_.-]?secret$/i,
    isLiteralToken,
  ],
  [/^secret$|_secret$/i, isNoName],
];

/** What {@link isSecret} finds. */
export const valueOf = (name: string) => `the value of ${name}`;

/** Whether a value, by its name, is a secret that is written out. */
export const isSecret = (name: string, value: string) =>
  SECRET_NAMES.find(([form]) => form.test(name))?.[1](value) ?? false;

/** A form of a text with a secret in it: what every such text has, which is quick to find, and the whole. */
type Embedded = readonly [hint: string, form: RegExp];

/** Secrets in a URL, a query, a connection string, or a request's header. */
const EMBEDDED: readonly Embedded[] = [
  ['://', /[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/?#@"'<>]{0,128}:([^\s@/"'<>]{1,256})@/gi],
  ['=', /[?&;](?:password|passwd|pwd)=([^&;\s"'<>(){}]{1,256})/gi],
  [
    '=',
    /(?:^|[\s"'])(?:host|hostaddr|server|dbname|user|username)=[^\s"']{1,128}\s(?:[^()]{0,256}\s)?password=([^&;\s"'<>()]{1,256})/gi,
  ],
  ['=', /(?:^|\s)-D[\w.-]{0,80}\bpassword=([^\s"'<>]{1,256})/gi],
  ['@', /^[\w.-]{1,64}:([^\s@/]{1,256})@(?:tcp|unix)?\(/gi],
  ['uthorization:', /\bauthorization:\s{0,4}(?:bearer|basic|token)\s{1,4}([^\s"'<>]{8,1024})/gi],
];

/** What {@link hasEmbeddedSecret} finds. */
export const EMBEDDED_SECRET = 'a secret in a URL, a connection string or a header';

/** Whether a secret stands in a URL, in a connection string or in a header. */
export const hasEmbeddedSecret = (text: string) =>
  EMBEDDED.some(
    ([hint, form]) =>
      text.includes(hint) && [...text.matchAll(form)].some(([, password]) => isLiteralSecret(password)),
  );
