/** Ways to write one manifest. */
export const STYLES = [
  'block',
  'indentless',
  'quoted',
  'flow',
  'json',
  'compact',
  'crlf',
  'anchored',
  'list',
  'commented',
] as const;

export type Style = (typeof STYLES)[number];

/** A manifest as YAML. Texts are quoted, so that they mean the same to every reader. */
export function writeYaml(manifest: unknown, style: Style): string {
  switch (style) {
    case 'block':
      return block(manifest, { indent: '  ' });
    case 'indentless':
      return block(manifest, { indent: '' });
    case 'quoted':
      return block(manifest, { indent: '   ', key: (key) => JSON.stringify(key) });
    case 'flow':
      return `${Object.entries(manifest as object)
        .map(([key, value]) => `${keyText(key)}: ${flow(value)}`)
        .join('\n')}\n`;
    case 'json':
      return `${JSON.stringify(manifest, undefined, 4)}\n`;
    case 'compact':
      return JSON.stringify(manifest);
    case 'crlf':
      return block(manifest, { indent: '  ' }).replaceAll('\n', '\r\n');
    case 'anchored':
      return block(manifest, { indent: '  ', anchors: true });
    case 'list':
      return `---\n# first\n---\napiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n-\n${block(manifest, { indent: '  ' }).replace(/^(?=.)/gm, '  ')}`;
    case 'commented':
      return block(manifest, { indent: '  ' })
        .replace(/^( *)(?=[^ ])/gm, '$1# - comment: here\n$1')
        .replace(/(?<=": |\w: )(?=[^\n|"]+$)/gm, '  ');
  }
}

interface Look {
  /** What a list in a map is indented by. */
  readonly indent: string;
  readonly key?: (key: string) => string;
  /** Whether what stands there twice is an alias the second time. */
  readonly anchors?: boolean;
}

function block(manifest: unknown, look: Look): string {
  const seen = new Map<string, string>();
  return node(manifest, '', look, seen).replace(/^\n/, '').replace(/\n?$/, '\n');
}

/** Text after `key:` or `-`. */
function node(value: unknown, at: string, look: Look, seen: Map<string, string>): string {
  if (typeof value !== 'object' || value === null) return ` ${scalar(value, at)}`;
  const empty = Object.keys(value).length === 0;
  if (empty) return Array.isArray(value) ? ' []' : ' {}';
  const anchor = look.anchors && at !== '' ? anchorOf(value, seen) : '';
  if (anchor.startsWith('*')) return ` ${anchor}`;
  const lines = Array.isArray(value)
    ? value.map((item) => `${at}-${item === null ? '' : itemText(item, `${at}  `, look, seen)}`)
    : Object.entries(value).map(
        ([key, field]) =>
          `${at}${(look.key ?? keyText)(key)}:${node(field, at + (Array.isArray(field) ? look.indent : '  '), look, seen)}`,
      );
  return `${anchor && ` ${anchor}`}\n${lines.join('\n')}`;
}

/** The first line of an item stands beside its dash. */
function itemText(item: unknown, at: string, look: Look, seen: Map<string, string>): string {
  const text = node(item, at, look, seen);
  return text.startsWith(`\n${at}`) ? ` ${text.slice(at.length + 1)}` : text;
}

function anchorOf(value: object, seen: Map<string, string>): string {
  const text = JSON.stringify(value);
  const known = seen.get(text);
  if (known) return `*${known}`;
  seen.set(text, `a${seen.size}`);
  return `&${seen.get(text)}`;
}

function scalar(value: unknown, at: string): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'null';
  if (/^[a-zA-Z][\w ]*\n(\w[\w ]*\n)*$/.test(value)) return `|\n${value.trimEnd().replace(/^/gm, `${at}  `)}`;
  return /^(?!(?:[yn]|yes|no|on|off|true|false|null)$)[a-zA-Z][\w./-]*$/i.test(value)
    ? value
    : JSON.stringify(value);
}

const keyText = (key: string) =>
  /^(?!(?:[yn]|yes|no|on|off|true|false|null)$)[a-zA-Z][\w./-]*$/i.test(key) ? key : JSON.stringify(key);

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, field]) => `${keyText(key)}: ${flow(field)}`)
      .join(', ')}}`;
  }
  return typeof value === 'string' && value.includes("'")
    ? JSON.stringify(value)
    : scalar(value, '').replace(/^"(.*)"$/, (text, inner: string) =>
        inner.includes('\\') ? text : `'${inner}'`,
      );
}
