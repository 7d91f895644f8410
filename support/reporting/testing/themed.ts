/** A suite of journeys whose rules stand in folders beside their main files. */
export const THEMED: Readonly<Record<string, string>> = {
  'features/02_vida.feature': `# language: pt
@criticidade-alta
Funcionalidade: Jornada 2 - Ciclo de vida
  Quem precisa aluga.

  Contexto:
    Dado que estou autenticado

  @jornada
  Cenário: Alugar e destruir
    # 1. Alugar
    Quando executo \`dumont instance create\`
    Então a API responde 201
`,
  'features/02_vida/pausa.feature': `# language: pt
@criticidade-alta
Funcionalidade: Pausar e retomar
  O que está pausado não custa GPU.

  Contexto:
    Dado que já tenho a instância <i> em execução

  Cenário: Pausar duas vezes
    Quando executo \`dumont instance pause <i>\`

  Regra: Só se retoma o que está pausado

    Cenário: Retomar uma instância em execução
      Quando executo \`dumont instance resume <i>\`
`,
  'features/02_vida/aluguel.feature': `# language: pt
@criticidade-alta
Funcionalidade: Alugar

  Regra: Sem saldo não se aluga

    Cenário: Alugar sem saldo
      Quando executo \`dumont instance create\`
`,
  'features/10_saude.feature': `# language: pt
@criticidade-baixa
Funcionalidade: Jornada 10 - Saúde

  @jornada
  Cenário: Ver a saúde
    # 1. Ver
    Quando executo \`dumont health list\`
`,
};
