# language: pt
@criticidade-alta
Funcionalidade: Destruição de uma instância

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem saldo

  Regra: Instância destruída não volta

    @destrutivo
    Esquema do Cenário: <ação> uma instância destruída é recusado
      Dado que já tenho a instância <instance_id> em execução
      E que já executei `dumont instance delete <instance_id>`
      Quando executo `<comando>`
      Então a API responde 404
      E o erro diz "not found"
      E minhas instâncias continuam as mesmas

      Exemplos:
        | ação        | comando                              |
        | Ver         | dumont instance get <instance_id>    |
        | Retomar     | dumont instance resume <instance_id> |
        | Destruir    | dumont instance delete <instance_id> |
        | Sincronizar | dumont instance sync <instance_id>   |

    @destrutivo
    Cenário: Destruir uma instância não destrói as outras
      Dado que já tenho a instância <outra> em execução
      E que já tenho a instância <instance_id> em execução
      Quando executo `dumont instance delete <instance_id>`
      Então a API responde 200
      E a instância <instance_id> deixa de existir
      E a instância <outra> ainda está em execução

    @destrutivo
    Cenário: Destruir por um motivo que não existe é recusado
      Dado que já tenho a instância <instance_id> em execução
      Quando executo `dumont instance delete <instance_id> reason=cansei`
      Então a API recusa o parâmetro "reason"
      E a instância <instance_id> ainda está em execução

  Regra: O que nunca existiu não se encontra

    @destrutivo
    Esquema do Cenário: <ação> que nunca existiu é recusado
      Quando executo `<comando>`
      Então a API responde 404
      E o erro diz "Instance 1 not found"

      Exemplos:
        | ação                                | comando                                            |
        | Ver uma instância                   | dumont instance get 1                              |
        | Pausar uma instância                | dumont instance pause 1                            |
        | Retomar uma instância               | dumont instance resume 1                           |
        | Destruir uma instância              | dumont instance delete 1                           |
        | Sincronizar uma instância           | dumont instance sync 1                             |
        | Migrar uma instância                | dumont instance migrate 1 target_type=cpu          |
        | Estimar a migração de uma instância | dumont instance migrate 1 estimate target_type=cpu |
