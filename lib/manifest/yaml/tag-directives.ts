import type { Scanner } from './scanner';
import { type TagText, TOKEN, type Token } from './tokens';
import { YamlFailure } from '../yaml-problem';

/** What the handles of tags stand for. */
export class TagDirectives {
  private readonly prefixes = new Map<string, string>();

  /** Reads the directives before a document (yaml_parser_process_directives, go.yaml.in/yaml/v2). */
  read(scanner: Scanner): void {
    let hasVersion = false;
    for (;;) {
      const token = scanner.peek();
      if (token.type === TOKEN.VERSION_DIRECTIVE) {
        if (hasVersion) throw failure('found duplicate %YAML directive', token);
        if (token.tag!.suffix !== '1.1') throw failure('found incompatible YAML document', token);
        hasVersion = true;
      } else if (token.type === TOKEN.TAG_DIRECTIVE) {
        this.add(token, token.tag!);
      } else {
        return;
      }
      scanner.skip();
    }
  }

  private add(token: Token, { handle, suffix }: TagText): void {
    if (this.prefixes.has(handle)) throw failure('found duplicate %TAG directive', token);
    this.prefixes.set(handle, suffix);
  }

  /** The whole tag. */
  resolve(token: Token, node: Token): string {
    const { handle, suffix } = token.tag!;
    if (handle === '') return suffix;
    const prefix = this.prefixes.get(handle) ?? STANDARD.get(handle);
    if (prefix === undefined) {
      throw new YamlFailure('found undefined tag handle', token.start, undefined, token.line || node.line);
    }
    return prefix + suffix;
  }
}

const STANDARD = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]);

const failure = (message: string, { start, line }: Token) => new YamlFailure(message, start, undefined, line);
