import type { Random } from '../fuzz/random';
import { mutatedText } from './mutate';
import {
  ALIASES,
  BREAKS,
  COMMENTS,
  ODD_PLAINS,
  PLAINS,
  ODD_PIECES,
  QUOTED_PIECES,
  ODD_TAGS,
  TAGS,
  WORDS,
} from './words';

/** The beginning of a manifest that kubectl takes whatever else it holds. */
const HEADS = [
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: t}\n',
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: t\n',
  'kind: ConfigMap\r\napiVersion: v1\r\nmetadata:\r\n    name: t\r\n',
  '"apiVersion": "v1"\n"kind": "ConfigMap"\n"metadata": {"name": "t"}\n',
];

/** A text with manifests: mostly YAML as people write it, in all styles, and some that is broken. */
export function yamlText(random: Random): string {
  const text = random.chance(0.07) ? jsonTexts(random) : new Grammar(random).documents();
  return random.chance(0.2) ? mutatedText(text, random) : text;
}

function jsonTexts(random: Random): string {
  const objects = Array.from({ length: 1 + random.below(3) }, () => jsonObject(random));
  return objects.join(random.pick(['\n', '', ' ', '\n---\n', '\n\n']));
}

function jsonObject(random: Random): string {
  const space = random.pick(['', ' ', '\n', '\t']);
  const comma = random.chance(0.1) ? ',' : '';
  const value = random.pick([
    '1',
    '1.50',
    '"a"',
    '[1,2]',
    '[]',
    '{"b":null}',
    '"\\u0041"',
    '"\\/"',
    '1e3',
    '-0',
  ]);
  const head = '"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"t"}';
  return `${space}{${space}${head},${space}"x":${space}${value}${comma}${space}}`;
}

/** Productions of YAML in a random choice. */
class Grammar {
  private anchors = 0;

  constructor(private readonly random: Random) {}

  documents(): string {
    const texts = Array.from({ length: this.random.chance(0.08) ? 2 : 1 }, () => this.document());
    const start = this.random.chance(0.1)
      ? this.random.pick(['---\n', '--- # a\n', '# a\n', '\n', '%YAML 1.1\n---\n'])
      : '';
    return start + texts.join(this.random.pick(['---\n', '--- # b\n', '---\r\n', '...\n---\n', '--- \n']));
  }

  private document(): string {
    this.anchors = 0;
    const entries = Array.from({ length: 1 + this.random.below(3) }, (_, index) =>
      this.entry(`x${index}`, 0, 3),
    );
    return this.random.pick(HEADS) + entries.join('');
  }

  /** Lines of one entry of a map in block style. */
  private entry(name: string, indent: number, depth: number): string {
    const { random } = this;
    const key = random.chance(0.9) ? name : this.key();
    const colon = random.pick([':', ':', ':', ':', ' :', '\t:']);
    const complex = random.chance(0.03) ? `? ${key}\n${' '.repeat(indent)}` : key;
    return `${' '.repeat(indent)}${complex}${colon}${this.value(indent, depth, true)}`;
  }

  private key(): string {
    const { random } = this;
    switch (random.below(4)) {
      case 0:
        return this.doubleQuoted('');
      case 1:
        return this.singleQuoted('');
      default:
        return this.plain();
    }
  }

  /** What follows a colon or a dash, to the end of its last line. */
  private value(indent: number, depth: number, isEntry: boolean): string {
    const { random } = this;
    const properties = this.properties();
    const kind = random.below(depth > 0 ? 10 : 6);
    if (kind < 3) return `${this.space()}${properties}${this.inline(indent, depth)}${this.lineEnd()}`;
    if (kind === 3) return `${this.space()}${properties}${this.blockScalar(indent)}`;
    if (kind === 4) {
      return properties ? `${this.space()}${properties.trim()}${this.lineEnd()}` : this.lineEnd();
    }
    if (kind === 5) return `${this.space()}${properties}${this.flow(indent, depth)}${this.lineEnd()}`;
    const head = `${properties ? this.space() + properties.trim() : ''}${this.lineEnd()}`;
    if (kind < 8) return head + this.blockMap(this.deeper(indent), depth - 1);
    return head + this.blockList(isEntry && random.chance(0.5) ? indent : this.deeper(indent), depth - 1);
  }

  private deeper(indent: number): number {
    return indent + this.random.pick([1, 2, 2, 2, 2, 4]);
  }

  private blockMap(indent: number, depth: number): string {
    const names = ['a', 'b', 'c'].slice(0, 1 + this.random.below(3));
    return names.map((name) => this.noise(indent) + this.entry(name, indent, depth)).join('');
  }

  private blockList(indent: number, depth: number): string {
    const items = Array.from({ length: 1 + this.random.below(3) }, () => this.item(indent, depth));
    return items.join('');
  }

  private item(indent: number, depth: number): string {
    const { random } = this;
    const start = `${this.noise(indent)}${' '.repeat(indent)}-`;
    if (depth > 0 && random.chance(0.35)) {
      const gap = random.pick([1, 1, 1, 3]);
      const nested = random.chance(0.7)
        ? this.blockMap(indent + 1 + gap, depth - 1)
        : this.blockList(indent + 1 + gap, depth - 1);
      return start + nested.slice(indent + 1);
    }
    return start + this.value(indent, depth, false);
  }

  /** Comments and empty lines. */
  private noise(indent: number): string {
    if (!this.random.chance(0.06)) return '';
    return this.random.pick([`${' '.repeat(indent)}# note\n`, '# note\n', '\n', '  \n', '\t\n', ' # note\n']);
  }

  private space(): string {
    return this.random.pick(this.random.chance(0.03) ? ['\t', ' \t'] : [' ', ' ', ' ', '  ']);
  }

  private lineEnd(): string {
    const { random } = this;
    return (
      (random.chance(0.15) ? random.pick(COMMENTS) : '') + (random.chance(0.95) ? '\n' : random.pick(BREAKS))
    );
  }

  private properties(): string {
    const { random } = this;
    const tag = random.chance(0.06) ? `${random.pick(random.chance(0.2) ? ODD_TAGS : TAGS)} ` : '';
    const anchor = random.chance(0.08) ? `&a${this.anchors++} ` : '';
    return random.chance(0.5) ? tag + anchor : anchor + tag;
  }

  /** A scalar or an alias within a line, or going on in the next ones. */
  private inline(indent: number, depth: number): string {
    const { random } = this;
    const next = random.chance(0.85) ? '' : `\n${' '.repeat(random.below(indent + 4))}`;
    switch (random.below(7)) {
      case 0:
        return this.doubleQuoted(next);
      case 1:
        return this.singleQuoted(next);
      case 2:
        return this.anchors > 0 && random.chance(0.6)
          ? random.chance(0.1)
            ? random.pick(ALIASES)
            : `*a${random.below(this.anchors)}`
          : random.pick(WORDS);
      case 3:
        return `${this.plain()}${next || ' '}${this.plain()}`;
      case 4:
        return depth > 0 ? this.flow(indent, depth) : this.plain();
      default:
        return this.plain();
    }
  }

  private plain(): string {
    return this.random.pick(this.random.chance(0.02) ? ODD_PLAINS : PLAINS);
  }

  private doubleQuoted(next: string): string {
    return `"${this.pieces()}${next}${this.pieces()}"`;
  }

  private singleQuoted(next: string): string {
    const text = `${this.pieces()}${next}${this.pieces()}`;
    return `'${text.replaceAll("'", "''")}'`;
  }

  private pieces(): string {
    return Array.from({ length: this.random.below(4) }, () => this.piece()).join('');
  }

  private piece(): string {
    return this.random.pick(this.random.chance(0.015) ? ODD_PIECES : QUOTED_PIECES);
  }

  private blockScalar(indent: number): string {
    const { random } = this;
    const width = random.pick([1, 2, 2, 4]);
    const indicator = random.chance(0.15) ? String(width) : '';
    const chomp = random.pick(['', '', '-', '+']);
    const head = random.pick(['|', '>']) + (random.chance(0.5) ? indicator + chomp : chomp + indicator);
    const lines = Array.from({ length: random.below(5) }, () => this.blockLine(indent + width));
    return `${head}${random.chance(0.1) ? ' # c' : ''}\n${lines.join('')}`;
  }

  private blockLine(indent: number): string {
    const { random } = this;
    if (random.chance(0.2)) return `${' '.repeat(random.below(indent + 3))}\n`;
    const more = random.chance(0.2) ? random.pick([' ', '  ', '\t']) : '';
    return `${' '.repeat(indent)}${more}${this.plain()}${random.pick(['', '', ' ', '\t', ' # no'])}${random.chance(0.96) ? '\n' : random.pick(BREAKS)}`;
  }

  /** A list or a map in brackets. */
  private flow(indent: number, depth: number): string {
    const { random } = this;
    const length = random.below(4);
    const isMap = random.chance(0.5);
    const entries = Array.from({ length }, () => this.flowEntry(indent, depth - 1, isMap));
    const inside = entries.join(`${this.flowSpace(indent)},${this.flowSpace(indent)}`);
    const comma = random.chance(0.1) ? ',' : '';
    const [open, close] = isMap ? '{}' : '[]';
    return `${open}${this.flowSpace(indent)}${inside}${comma}${this.flowSpace(indent)}${close}`;
  }

  private flowEntry(indent: number, depth: number, isMap: boolean): string {
    const { random } = this;
    const value = this.flowValue(indent, depth);
    if (!isMap) return random.chance(0.08) ? `${random.pick(WORDS)}: ${value}` : value;
    const key = random.chance(0.6) ? random.pick(WORDS) : this.key();
    if (random.chance(0.06)) {
      return random.pick([key, `? ${key} : ${value}`, `${key}:`, `"${random.pick(WORDS)}":${value}`]);
    }
    return `${key}:${this.flowSpace(indent) || ' '}${value}`;
  }

  private flowValue(indent: number, depth: number): string {
    const { random } = this;
    const properties = this.properties();
    if (depth > 0 && random.chance(0.3)) return properties + this.flow(indent, depth);
    return properties + this.inline(indent, 0);
  }

  private flowSpace(indent: number): string {
    const { random } = this;
    if (random.chance(0.7)) return random.pick(['', ' ', ' ']);
    return random.pick(['', '  ', '\t', `\n${' '.repeat(random.below(indent + 4))}`, ' # c\n  ', '\n']);
  }
}
