/** What a tag may stand on. */
export type TagPlace = 'Funcionalidade' | 'Regra' | 'Cenário' | 'Exemplos';

/** A tag of the closed set, with what it says. */
export interface Tag {
  readonly name: string;
  /** For the guide and for messages: one Portuguese sentence without its full stop. */
  readonly meaning: string;
  /** Where it may stand. */
  readonly places: readonly TagPlace[];
}

const ANYWHERE: readonly TagPlace[] = ['Funcionalidade', 'Regra', 'Cenário', 'Exemplos'];

/** The scenario that walks the whole journey. */
export const JOURNEY_TAG = '@jornada';

/** How much it hurts when a journey fails: a feature bears exactly one of these. */
export const CRITICALITY_TAGS = ['@criticidade-alta', '@criticidade-media', '@criticidade-baixa'] as const;

/** All tags there are. A tag that is not here is a finding. */
export const TAGS: readonly Tag[] = [
  {
    name: JOURNEY_TAG,
    meaning: 'o cenário que percorre a jornada inteira, na ordem do documento; há exatamente um em cada jornada',
    places: ['Cenário'],
  },
  {
    name: '@criticidade-alta',
    meaning: 'se a jornada falha, o cliente não consegue trabalhar ou gasta o que não devia',
    places: ['Funcionalidade'],
  },
  {
    name: '@criticidade-media',
    meaning: 'se a jornada falha, o cliente trabalha pior ou fica sem uma proteção',
    places: ['Funcionalidade'],
  },
  {
    name: '@criticidade-baixa',
    meaning: 'se a jornada falha, o cliente fica sem uma informação',
    places: ['Funcionalidade'],
  },
  {
    name: '@destrutivo',
    meaning:
      'cria, altera ou destrói recursos da conta: contra uma instalação de verdade, só roda com DUMONT_SKIP_DESTRUCTIVE=false',
    places: ANYWHERE,
  },
  {
    name: '@sandbox',
    meaning: 'depende do que só o sandbox sabe preparar: contra uma instalação de verdade, não roda',
    places: ANYWHERE,
  },
];

/** The tag of that name, if it is one of ours. */
export function tagNamed(name: string): Tag | undefined {
  return TAGS.find((tag) => tag.name === name);
}
