# language: pt
@criticidade-alta
Funcionalidade: Instâncias de outros usuários

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem saldo

  Regra: Cada cliente só enxerga as suas instâncias

    @sandbox @destrutivo
    Cenário: A lista não mostra as instâncias de outro usuário
      Dado que existe a instância <alheia> de outro usuário
      E que já tenho a instância <minha> em execução
      Quando executo `dumont instance list`
      Então a API responde 200
      E a lista "instances" tem 1 item
      E a instância <minha> aparece na lista com:
        | campo  | condição    |
        | status | é "running" |
      E a instância <alheia> não aparece na lista

    @sandbox @destrutivo
    Esquema do Cenário: <ação> de outro usuário é recusado
      Dado que existe a instância <alheia> de outro usuário
      Quando executo `<comando>`
      Então a API responde 404
      E o erro diz "Instance <alheia> not found"
      E o que é do outro usuário continua como estava

      Exemplos:
        | ação                                | comando                                                   |
        | Ver uma instância                   | dumont instance get <alheia>                              |
        | Pausar uma instância                | dumont instance pause <alheia>                            |
        | Retomar uma instância               | dumont instance resume <alheia>                           |
        | Destruir uma instância              | dumont instance delete <alheia>                           |
        | Sincronizar uma instância           | dumont instance sync <alheia>                             |
        | Migrar uma instância                | dumont instance migrate <alheia> target_type=cpu          |
        | Estimar a migração de uma instância | dumont instance migrate <alheia> estimate target_type=cpu |
