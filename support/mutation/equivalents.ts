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
  ...['gpu_util', 'gpu_temp', 'cpu_util', 'ram_used'].map((field) => ({
    id: `j2.5 field-value ${field}`,
    reason: 'é uma medição do momento, que muda de um olhar para o outro: só se promete que venha e que caiba nos seus limites',
  })),
  ...['first', 'last'].map((item) => ({
    id: `j8.1 field-value analysis.reasons[] ${item}`,
    reason: 'é um texto livre que explica a análise; o documento não diz qual, só que há ao menos um',
  })),
  ...['first', 'last'].map((item) => ({
    id: `j8.3 field-value optimization.reasons[] ${item}`,
    reason: 'é um texto livre que explica a escolha; o documento não diz qual, só que há ao menos um',
  })),
];
