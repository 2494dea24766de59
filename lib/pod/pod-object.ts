/** An object that a Pod needs beside it, such as a ConfigMap of its helper or the role of its account. */
export interface PodObject {
  /** Part of the object's name, unique in the Pod. */
  readonly id: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly labels?: { readonly [key: string]: string };
  /** Whether objects of the kind have no namespace. */
  readonly clusterScoped?: boolean;
  /** Fields of the manifest beside metadata; a function is called whenever the object renders. */
  readonly fields: { readonly [field: string]: unknown };
}

/** What an object beside a Pod can depend on: the Pod as it is rendered. */
export interface RenderedPod {
  readonly namespace?: string;
  readonly labels: { readonly [key: string]: string };
  /** Labels that select it: those of its workload's selector, or all of its labels. */
  readonly selector: { readonly [key: string]: string };
  readonly serviceAccountName: string;
  /** Name of another object beside the Pod. */
  objectName(id: string): string;
}

/** A field of an object that depends on its Pod. */
export type PodObjectField = (pod: RenderedPod) => unknown;

/** What has the Pod, and creates objects beside it. */
export interface PodOwner {
  /** Creates an object, with the fields that `objects` has for it when it renders; returns its name. */
  create(object: PodObject, objects: PodObjects): string;
}

/** The objects beside one Pod. They are created as soon as the Pod has an owner. */
export class PodObjects {
  private readonly objects = new Map<string, PodObject>();
  private readonly names = new Map<string, string>();
  private owner?: PodOwner;

  /** Adds an object, in place of one with the same id. */
  add(object: PodObject): void {
    const isNew = !this.objects.has(object.id);
    this.objects.set(object.id, object);
    if (isNew) this.create(object);
  }

  setOwner(owner: PodOwner): void {
    this.owner = owner;
    this.objects.forEach((object) => this.create(object));
  }

  /** The fields of an object as it was added last. */
  fieldsOf(id: string): PodObject['fields'] {
    return this.objects.get(id)!.fields;
  }

  /** Name of an object; its id for a Pod without an owner. */
  nameOf(id: string): string {
    return this.names.get(id) ?? id;
  }

  private create(object: PodObject): void {
    const name = this.owner?.create(object, this);
    if (name !== undefined) this.names.set(object.id, name);
  }
}
