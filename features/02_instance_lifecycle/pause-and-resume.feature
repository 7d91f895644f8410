# language: pt
@criticidade-alta
Funcionalidade: Pausa e retomada

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem saldo

  Regra: Só se pausa o que está em execução

    @destrutivo
    Cenário: Pausar uma instância já pausada é recusado
      Dado que já tenho a instância <instance_id> pausada
      Quando executo `dumont instance pause <instance_id>`
      Então a API responde 409
      E o erro diz "is paused"
      E a instância <instance_id> ainda está pausada

    @destrutivo
    Cenário: Instância retomada pode ser pausada outra vez
      Dado que já tenho a instância <instance_id> pausada
      E que já executei `dumont instance resume <instance_id>`
      Quando executo `dumont instance pause <instance_id>`
      Então a API responde 200
      E a instância <instance_id> fica pausada

  Regra: Só se retoma o que está pausado

    @destrutivo
    Cenário: Retomar uma instância em execução é recusado
      Dado que já tenho a instância <instance_id> em execução
      Quando executo `dumont instance resume <instance_id>`
      Então a API responde 409
      E o erro diz "is running"
      E a instância <instance_id> ainda está em execução

    @sandbox @destrutivo
    Cenário: Pausar e retomar não perde o que está no disco
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont instance pause <instance_id>`
      E a instância <instance_id> fica pausada
      Quando executo `dumont instance resume <instance_id>`
      Então a API responde 200
      E a instância <instance_id> fica em execução
      E a instância <instance_id> tem o arquivo "pesos.bin" intacto

  Regra: Pausada, a instância não trabalha

    @destrutivo
    Cenário: Sincronizar uma instância pausada é recusado
      Dado que a conta tem o storage de backup configurado
      E que já tenho a instância <instance_id> pausada
      Quando executo `dumont instance sync <instance_id>`
      Então a API responde 409
      E o erro diz "is paused"
      E a instância <instance_id> ainda está pausada
      E meus snapshots continuam os mesmos

    @destrutivo
    Cenário: Migrar uma instância pausada é recusado
      Dado que a conta tem o storage de backup configurado
      E que já tenho a instância <instance_id> pausada
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 409
      E o erro diz "is paused"
      E minhas instâncias continuam as mesmas
