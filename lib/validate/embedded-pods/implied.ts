import type { Collector } from '../collector';
import { Field } from '../field';

/**
 * A part of a Pod that a manifest leaves out, such as the template around a spec that stands alone. Its path is that
 * of what the manifest has instead.
 */
class ImpliedField extends Field {
  /**
   * @param shown the field of the manifest whose path it has
   * @param collector collector of that field
   * @param parts the parts of it that are elsewhere, by name
   */
  constructor(
    shown: Field,
    collector: Collector,
    private readonly parts: { readonly [part: string]: Field },
  ) {
    const step = shown.isRoot() ? 'root' : shown.subscripts() ? 'subscript' : 'field';
    super(shown.isRoot() ? undefined : (shown.holder as Field), shown.last, step, collector);
  }

  override field(first: string, ...rest: string[]): this {
    const part = Object.hasOwn(this.parts, first) ? this.parts[first] : undefined;
    if (!part) return super.field(first, ...rest);
    return (rest.length ? part.field(...rest) : part) as this;
  }

  override index(index: number): this {
    return (index === 0 ? this.parts.item : super.index(index)) as this;
  }
}

/** The template of a spec. */
export const templateOfSpec = (spec: Field, collector: Collector): Field =>
  new ImpliedField(spec, collector, { spec });

/** The template of a Pod with one container alone. */
export function templateOfContainer(container: Field, collector: Collector): Field {
  const containers = new ImpliedField(container, collector, { item: container });
  return templateOfSpec(new ImpliedField(container, collector, { containers }), collector);
}
