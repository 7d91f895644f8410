/** How a parameter type is told to people, and how TypeScript receives it. */
interface ParameterFacts {
  /** What may be written, in Portuguese, to follow "aceita". */
  readonly accepts: string;
  /** Something that it accepts. */
  readonly sample: string;
  /** Name of the argument of a step's function, and its type. */
  readonly argument: string;
  readonly type: string;
  /** Where the type comes from, when it is ours. */
  readonly from?: string;
}

const FACTS: Readonly<Record<string, ParameterFacts>> = {
  string: { accepts: 'um texto entre aspas retas', sample: '"id"', argument: 'text', type: 'string' },
  int: { accepts: 'um número inteiro', sample: '1', argument: 'amount', type: 'number' },
  float: { accepts: 'um número', sample: '0.5', argument: 'amount', type: 'number' },
  word: { accepts: 'uma palavra', sample: 'palavra', argument: 'word', type: 'string' },
  comando: {
    accepts: 'um comando da CLI entre crases',
    sample: '`dumont instance list`',
    argument: 'command',
    type: 'string',
  },
  memória: {
    accepts: 'o nome de uma anotação entre < e >, sem espaços',
    sample: '<instance_id>',
    argument: 'placeholder',
    type: 'string',
  },
  condição: {
    accepts:
      'uma condição: é 5, é "x", é <y>, é true ou false, é uma lista, é maior que 0 (menor que, no mínimo, no máximo, diferente de), está entre 0 e 23, está preenchido, contém "x", começa com "x"',
    sample: 'está preenchido',
    argument: 'condition',
    type: 'Condition',
    from: '../support/suite/language/conditions',
  },
  quantidade: {
    accepts: 'quantos itens: 24 itens, ao menos 1 item, no máximo 3 itens',
    sample: '24 itens',
    argument: 'quantity',
    type: 'Quantity',
    from: '../support/suite/language/quantities',
  },
  agregado: {
    accepts: 'a conta que se faz com um campo de todos os itens',
    sample: 'a soma de',
    argument: 'kind',
    type: 'Aggregate',
    from: '../support/suite/language/aggregates',
  },
  ordem: {
    accepts: 'o sentido da ordem',
    sample: 'crescente',
    argument: 'order',
    type: 'Order',
    from: '../support/suite/language/lists',
  },
  recurso: {
    accepts:
      'algo da conta, com o nome da anotação que guarda o número: a instância <x>, a oferta <x>, o snapshot <x>, o job <x>, a CPU standby da GPU <x>; ou o auto-standby',
    sample: 'a instância <instance_id>',
    argument: 'resource',
    type: 'Resource',
    from: '../support/suite/resources/resource',
  },
  arquivos: {
    accepts: 'um ou mais arquivos: o arquivo "a.bin", os arquivos "a.bin" e "b.bin"',
    sample: 'o arquivo "pesos.bin"',
    argument: 'names',
    type: 'readonly string[]',
  },
  acervo: {
    accepts: 'uma parte do que a conta tem',
    sample: 'minhas instâncias',
    argument: 'view',
    type: 'AccountView',
    from: '../support/suite/resources/account-views',
  },
  situação: {
    accepts: 'o estado em que a coisa está',
    sample: 'pausada',
    argument: 'situation',
    type: 'Situation',
    from: '../support/suite/resources/situations',
  },
  oferta: {
    accepts: 'a oferta mais barata, se preciso de "RTX 4090" e com 16 GB de VRAM ou mais',
    sample: 'a oferta mais barata',
    argument: 'wish',
    type: 'OfferWish',
    from: '../support/suite/resources/offers',
  },
  requisito: {
    accepts: 'o que a conta precisa ter',
    sample: 'saldo',
    argument: 'requirement',
    type: 'RequirementName',
    from: '../support/suite/targets/requirements',
  },
  defeito: {
    accepts: 'o que há de errado com o token',
    sample: 'vencido',
    argument: 'defect',
    type: 'Defect',
    from: '../support/suite/targets/faulty-tokens',
  },
  dependência: {
    accepts: 'algo de que a plataforma depende',
    sample: 'a Vast.ai',
    argument: 'dependency',
    type: 'Dependency',
    from: '../support/suite/targets/dependencies',
  },
  avaria: {
    accepts: 'o que acontece com a dependência',
    sample: 'fora do ar',
    argument: 'state',
    type: 'DependencyState',
    from: '../support/suite/targets/dependencies',
  },
  etapa: {
    accepts: 'a parte da migração que falha',
    sample: 'restaurar os dados',
    argument: 'step',
    type: 'MigrationStep',
    from: '../support/suite/language/migration-steps',
  },
  movimento: { accepts: 'o que os logs fazem', sample: 'crescem', argument: 'movement', type: 'string' },
};

const UNKNOWN: ParameterFacts = { accepts: 'um valor', sample: 'valor', argument: 'value', type: 'string' };

/** How a parameter type is told to people; something general for one that nobody described. */
export function parameterFacts(name: string): ParameterFacts {
  return FACTS[name] ?? UNKNOWN;
}

/** What a parameter accepts, in one line: in words, then every value when there are only so many. */
export function parameterText(name: string, values: readonly string[]): string {
  return [parameterFacts(name).accepts, ...(values.length > 0 ? [values.join(', ')] : [])].join(': ');
}

/** The parameter types that are described here. */
export const DESCRIBED_PARAMETERS: readonly string[] = Object.keys(FACTS);
