/** The states of the product in the words of the features. */
export const SITUATIONS = [
  'em criação',
  'em execução',
  'em execução em uma CPU',
  'pausada',
  'na fila',
  'concluído',
  'cancelado',
  'guardado',
  'pronta',
  'sincronizando',
  'órfã',
  'ligado',
  'desligado',
  'disponível',
] as const;

export type Situation = (typeof SITUATIONS)[number];
