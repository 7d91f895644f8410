import type { ContractDocument, OrReference } from './document';
import { valueAt } from './json-pointer';

/** Replaces references by what they point to. What stands beside a `$ref` wins over what it points to. */
export class References {
  readonly #document: ContractDocument;
  readonly #resolved = new Map<string, unknown>();
  readonly #open = new Set<string>();

  constructor(document: ContractDocument) {
    this.#document = document;
  }

  /** `node` without any `$ref`, at any depth. Shared parts are the same object, so treat it as read-only. */
  resolve<T>(node: OrReference<T>): T {
    return this.#whole(node) as T;
  }

  /** What `node` points to, when it does, with the `$ref`s inside left as they are. */
  follow<T>(node: OrReference<T>): T {
    const { $ref } = node as { readonly $ref?: unknown };
    return typeof $ref === 'string' ? this.follow(this.#find($ref) as OrReference<T>) : (node as T);
  }

  #whole(node: unknown): unknown {
    if (Array.isArray(node)) return node.map((item) => this.#whole(item));
    if (typeof node !== 'object' || node === null) return node;
    const { $ref, ...rest } = node as { $ref?: unknown };
    const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, this.#whole(value)]));
    if (typeof $ref !== 'string') return own;
    const target = this.#target($ref);
    return Object.keys(own).length === 0 ? target : { ...(target as object), ...own };
  }

  #target(reference: string): unknown {
    if (!this.#resolved.has(reference)) {
      const found = this.#find(reference);
      if (this.#open.has(reference)) throw new Error(`no contrato, ${reference} refere-se a si mesmo`);
      this.#open.add(reference);
      this.#resolved.set(reference, this.#whole(found));
      this.#open.delete(reference);
    }
    return this.#resolved.get(reference);
  }

  #find(reference: string): unknown {
    const found = valueAt(this.#document, reference.slice(1));
    if (found === undefined) throw new Error(`o contrato não tem ${reference}`);
    return found;
  }
}
