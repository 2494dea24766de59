import type { Reason, ValueError, Way } from './result';

/** Where a value is within the one that is validated. */
export class Place {
  static readonly ROOT = new Place('', []);

  private constructor(
    readonly name: string,
    readonly way: Way,
  ) {}

  /** A property is named with a dot before it, but for the first. */
  property(key: string): Place {
    return new Place(this.name ? `${this.name}.${key}` : key, [...this.way, key]);
  }

  /** What is not among the properties is named with a dot everywhere. */
  entry(key: string): Place {
    return new Place(`${this.name}.${key}`, [...this.way, key]);
  }

  index(index: number): Place {
    return new Place(`${this.name}[${index}]`, [...this.way, index]);
  }

  /** `text` is what a server says after the name. */
  error(reason: Reason, text: string, more?: Pick<ValueError, 'value' | 'valid'>): ValueError {
    return { reason, name: this.name, way: this.way, message: `${this.name} in body ${text}`, ...more };
  }

  /** What concerns the value as a whole; a server does not say where. */
  whole(message: string): ValueError {
    return { reason: 'whole', name: '', way: this.way, message };
  }
}
