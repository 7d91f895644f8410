/** A mutant that no one could tell from the product as it is meant to be, and why. */
export interface Equivalent {
  /** The mutant's id. */
  readonly id: string;
  /** One Portuguese sentence that a reviewer would accept. */
  readonly reason: string;
}

/** No more than 3 % of all mutants (a test counts). */
export const EQUIVALENTS: readonly Equivalent[] = [
  {
    id: 'j1.4 swallowed',
    reason:
      'o logout não tem estado no servidor: o token é um JWT, e sair é esquecê-lo, o que a CLI faz sozinha (resolutions.md, J1)',
  },
];
