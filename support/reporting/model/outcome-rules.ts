import type { Outcome } from './outcome';

/** The written rule of each outcome (outcome.ts), for the legend of whoever shows one. */
export const OUTCOME_RULES: Readonly<Record<Outcome, string>> = {
  passed: 'Todos os passos foram executados e nenhum falhou, na primeira tentativa.',
  flaky: 'Falhou em uma tentativa e passou em outra, sem que nada mudasse entre elas. Conta à parte: nem passou, nem falhou.',
  failed: 'Um passo não se confirmou na última tentativa: o que está prometido não é o que aconteceu.',
  broken:
    'Falhou pelo que está em volta, antes de se saber da promessa: a preparação não deu certo, o backend não respondeu, faltou uma ferramenta.',
  undefined: 'Está escrito, mas ao menos um passo ainda não tem automação. Faz a execução falhar.',
  ambiguous: 'Mais de uma automação reconhece o mesmo passo, e não se sabe qual vale. Conta como falha.',
  pending: 'A automação de um passo existe, mas ainda está por fazer. Conta como não automatizado.',
  skipped: 'Não foi executado de propósito, e o motivo está com o cenário. Não conta como falha.',
  'not-run': 'Foi escolhido para a execução, mas ninguém chegou a começá-lo.',
  unfinished: 'Começou e não se sabe como acabou: o processo que o rodava morreu. Conta como sem ambiente.',
};
