import { CelNotSupported } from '../errors';
import type { Overload } from '../functions/declare';
import type { Call, Fold, Ident, ListNode, MapNode, Node, Select, StructNode } from '../syntax/ast';
import {
  BOOL,
  type CelType,
  DYN,
  ERROR,
  formatType,
  INT,
  isDyn,
  isDynOrError,
  isExactly,
  isOptional,
  listOf,
  mapOf,
  optionalOf,
  typeOf,
  typeParam,
  unwrapped,
} from '../types';
import { areAssignable } from './assignable';
import { fieldTypeOf } from './fields';
import { literalType } from './literals';
import { Mapping } from './mapping';
import { qualifiedName } from './names';
import { Unifier } from './unifier';
import type { Scope } from './scope';

/** How many nodes are checked: macros may use what they are given several times. */
const MOST_CHECKS = 60_000;

/** Finds the types of an expression, as cel-go's checker does; nodes are told what they refer to. */
export class Checker extends Unifier {
  private readonly locals: (readonly [name: string, type: CelType])[] = [];
  private checks = 0;

  constructor(private readonly scope: Scope) {
    super();
  }

  /** The type of the whole expression. */
  checkAll(node: Node): CelType {
    this.check(node);
    return this.typeOf(node);
  }

  private check(node: Node): CelType {
    if (++this.checks > MOST_CHECKS) {
      throw new CelNotSupported('the expression', 'is too large to be evaluated here');
    }
    return (node.type = this.typeFor(node));
  }

  private typeFor(node: Node): CelType {
    switch (node.kind) {
      case 'literal':
        return literalType(node.value);
      case 'ident':
        return this.identType(node);
      case 'select':
        return this.selectType(node);
      case 'call':
        return this.callType(node);
      case 'list':
        return this.listType(node);
      case 'map':
        return this.mapType(node);
      case 'struct':
        return this.structType(node);
      case 'fold':
        return this.foldType(node);
    }
  }

  private local(name: string): CelType | undefined {
    for (let index = this.locals.length - 1; index >= 0; index--) {
      if (this.locals[index][0] === name) return this.locals[index][1];
    }
    return undefined;
  }

  /** A variable of the environment, or a type by its name. */
  private global(name: string): CelType | undefined {
    const plain = name.replace(/^\./, '');
    if (Object.hasOwn(this.scope.variables, plain)) return this.scope.variables[plain];
    const type = this.scope.typeNamed(plain);
    return type && typeOf(type);
  }

  private identType({ name, written = name, at }: Ident): CelType {
    return this.local(name) ?? this.global(name) ?? this.undeclared(at, written);
  }

  private selectType(node: Select): CelType {
    const names = node.isTest ? undefined : qualifiedName(node);
    if (names && this.local(names[0]) === undefined) {
      const type = this.global(names.join('.'));
      if (type) {
        node.resolved = names.join('.').replace(/^\./, '');
        return type;
      }
    }
    const type = this.fieldType(node, node.operand, node.field, false);
    return node.isTest ? BOOL : this.known(type);
  }

  private fieldType(node: Node, operand: Node, field: string, asOptional: boolean): CelType {
    const type = this.known(this.check(operand));
    const result = this.memberType(node, unwrapped(type), field);
    return isOptional(type) || asOptional ? optionalOf(result) : result;
  }

  private memberType({ at }: Node, type: CelType, field: string): CelType {
    if (type.kind === 'map') return type.params[1];
    if (type.kind === 'struct') {
      if (!type.fields && !type.isOpen) {
        return this.report(at, `unexpected failed resolution of '${type.name}'`);
      }
      return fieldTypeOf(type, field, this.scope) ?? this.report(at, `undefined field '${field}'`);
    }
    if (type.kind === 'param') {
      this.fits(DYN, type);
    } else if (!isDynOrError(type)) {
      this.report(at, `type '${formatType(type)}' does not support field selection`);
    }
    return DYN;
  }

  private callType(node: Call): CelType {
    const { name, args, target, at } = node;
    if (name === '_?._') return this.optionalSelectType(node);
    args.forEach((arg) => this.check(arg));
    if (name === '_&&_' || name === '_||_') return this.logicalType(node);
    if (!target) return this.overloadType(node, name.replace(/^\./, ''), args, false);
    const prefix = qualifiedName(target);
    const qualified = prefix && [...prefix, name].join('.').replace(/^\./, '');
    if (qualified && this.scope.functionNamed(qualified)) {
      return this.overloadType(node, qualified, args, false);
    }
    this.check(target);
    if (!this.scope.functionNamed(name)) return this.undeclared(at, name);
    return this.overloadType(node, name, [target, ...args], true);
  }

  private optionalSelectType(node: Call): CelType {
    const [operand, field] = node.args;
    const name = field.kind === 'literal' ? String(field.value) : '';
    return this.known(this.fieldType(node, operand, name, true));
  }

  private logicalType({ args }: Call): CelType {
    const wrong = args.filter(({ at, type }) => {
      if (this.fits(type!, BOOL)) return false;
      this.mismatch(at, BOOL, type!);
      return true;
    });
    return wrong.length ? ERROR : BOOL;
  }

  private overloadType(node: Call, name: string, args: readonly Node[], isMember: boolean): CelType {
    const declared = this.scope.functionNamed(name);
    if (!declared) return this.undeclared(node.at, node.name);
    const types = args.map(({ type }) => type!);
    const fitting: Overload[] = [];
    let result: CelType | undefined;
    for (const overload of declared.overloads) {
      const found = overload.isMember === isMember ? this.resultOf(overload, types) : undefined;
      if (!found) continue;
      fitting.push(overload);
      if (!result) result = found;
      else if (!isDyn(result) && !isExactly(found, result)) result = DYN;
    }
    if (!result) {
      return this.noOverload(
        node.at,
        name,
        types.map((type) => this.mapping.substitute(type, true)),
        isMember,
      );
    }
    // With several candidates, the values decide, and may choose any overload.
    node.resolved = { name, overloads: fitting.length === 1 ? fitting : declared.overloads, isMember };
    return result;
  }

  /** What an overload returns for arguments of certain types, if it takes them. */
  private resultOf({ params, result, typeParams }: Overload, types: readonly CelType[]): CelType | undefined {
    const fresh = new Mapping();
    for (const name of typeParams) fresh.bind(typeParam(name), this.freeType());
    const wanted = params.map((param) => fresh.substitute(param, false));
    if (!areAssignable(this.mapping, types, wanted)) return undefined;
    return this.known(fresh.substitute(result, false));
  }

  private listType({ items, optional }: ListNode): CelType {
    let joined: CelType | undefined;
    items.forEach((item, index) => {
      const type = this.check(item);
      joined = this.joined(joined, optional.has(index) ? this.content(item, type) : type);
    });
    return listOf(joined ?? this.freeType());
  }

  private mapType({ entries }: MapNode): CelType {
    let keys: CelType | undefined;
    let values: CelType | undefined;
    for (const { key, value, isOptional: mayLack } of entries) {
      keys = this.joined(keys, this.check(key));
      const type = this.check(value);
      values = this.joined(values, mayLack ? this.content(value, type) : type);
    }
    return mapOf(keys ?? this.freeType(), values ?? this.freeType());
  }

  /** The type within an optional that is written with `?`. */
  private content({ at }: Node, type: CelType): CelType {
    if (!isOptional(type) && !isDyn(type)) this.mismatch(at, optionalOf(type), type);
    return unwrapped(type);
  }

  private structType(node: StructNode): CelType {
    const name = node.name.replace(/^\./, '');
    const type = this.scope.typeNamed(name);
    if (!type && name.startsWith('google.protobuf.')) {
      throw new CelNotSupported(`a message of type ${name}`, 'is not made here');
    }
    if (!type) return this.undeclared(node.at, node.name);
    if (type.kind !== 'struct') return this.report(node.at, `'${formatType(type)}' is not a message type`);
    node.resolved = type.name;
    for (const { at, name: field, value, isOptional: mayLack } of node.fields) {
      const found = this.check(value);
      const given = mayLack ? this.content(value, found) : found;
      const wanted = fieldTypeOf(type, field, this.scope);
      if (!wanted) {
        this.report(at, `undefined field '${field}'`);
      } else if (!this.fits(wanted, given)) {
        this.report(
          at,
          `expected type of field '${field}' is '${formatType(wanted)}' but provided type is '${formatType(given)}'`,
        );
      }
    }
    return type;
  }

  private foldType(node: Fold): CelType {
    this.check(node.range);
    const accumulated = this.check(node.init);
    const types = this.variableTypes(node, this.known(node.range.type!));
    const outside = this.locals.length;
    this.locals.push([node.accumulator, accumulated]);
    node.variables.forEach((name, index) => this.locals.push([name, types[index]]));
    this.expect(node.condition, BOOL);
    this.expect(node.step, accumulated);
    this.locals.length = outside + 1;
    const result = this.known(this.check(node.result));
    this.locals.length = outside;
    return result;
  }

  /** Types of the variables of a loop; in a list, the first of two is the index. */
  private variableTypes({ range, variables }: Fold, type: CelType): readonly CelType[] {
    const hasTwo = variables.length === 2;
    if (type.kind === 'list') return hasTwo ? [INT, type.params[0]] : type.params;
    if (type.kind === 'map') return type.params;
    if (isDynOrError(type) || type.kind === 'param') {
      this.fits(DYN, type);
      return [DYN, DYN];
    }
    const shown = formatType(type);
    const wrong = `cannot be range of a comprehension (must be list, map, or dynamic)`;
    const error = this.report(range.at, `expression of type '${shown}' ${wrong}`);
    return [error, error];
  }

  private expect(node: Node, wanted: CelType): void {
    const found = this.check(node);
    if (!this.fits(wanted, found)) this.mismatch(node.at, wanted, found);
  }
}
