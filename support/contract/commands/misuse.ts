import type { Command, Field } from './command';

/** What can be wrong with `key=value`. */
export type KeyMisuse = 'unknown-key' | 'positional-as-key' | 'repeated-key';

/** Why a command line asks for nothing that the contract offers, or not in a way that could be sent. */
export type Misuse =
  | { readonly kind: 'no-resource'; readonly resources: readonly string[] }
  | { readonly kind: 'unknown-resource'; readonly resource: string; readonly resources: readonly string[] }
  | { readonly kind: 'no-action'; readonly resource: string; readonly commands: readonly Command[] }
  | { readonly kind: 'unknown-action'; readonly resource: string; readonly action: string; readonly commands: readonly Command[] }
  | ArgumentMisuse;

/** Resource and action are known: what is wrong with the words after them. `variants` are all commands of that resource and action. */
type ArgumentMisuse = { readonly command: Command } & (
  | { readonly kind: 'missing-literal'; readonly variants: readonly Command[] }
  | { readonly kind: 'missing-argument'; readonly shown: string; readonly before?: string; readonly variants: readonly Command[] }
  | { readonly kind: 'surplus-argument'; readonly word: string; readonly variants: readonly Command[] }
  | { readonly kind: 'empty-argument'; readonly shown: string }
  | { readonly kind: KeyMisuse; readonly key: string; readonly word: string }
  | { readonly kind: 'wrong-value'; readonly shown: string; readonly field: Field; readonly text: string }
  | { readonly kind: 'dot-segment'; readonly shown: string; readonly text: string }
);

/** Thrown with what is wrong as data; the sentence is made by whoever tells it to a person. */
export class CommandMisuse extends Error {
  override readonly name = 'CommandMisuse';

  constructor(readonly misuse: Misuse) {
    super(misuse.kind);
  }
}
