# language: pt
@criticidade-media
Funcionalidade: O que a conta precisa para migrar

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Sem saldo, chave ou storage não se migra

    @destrutivo @sandbox
    Cenário: Conta sem saldo não migra
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      Mas a conta está sem saldo
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 402
      E o erro diz "Insufficient balance"
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos
      E meus gastos continuam os mesmos
      E a instância <instance_id> tem o arquivo "pesos.bin" intacto

    @destrutivo @sandbox
    Cenário: Conta sem a chave da Vast.ai não migra
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      Mas a conta está sem a chave da Vast.ai
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 400
      E o erro diz "Vast.ai API key not configured"
      E meus snapshots continuam os mesmos
      E meus gastos continuam os mesmos
      E a instância <instance_id> tem o arquivo "pesos.bin" intacto

    @destrutivo @sandbox
    Cenário: Conta sem storage de backup não migra
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      Mas a conta está sem storage de backup
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 400
      E o erro diz "Backup storage not configured"
      E minhas instâncias continuam as mesmas
      E meus gastos continuam os mesmos
      E a instância <instance_id> tem o arquivo "pesos.bin" intacto

  Regra: Dependência fora do ar: o erro diz qual

    @destrutivo @sandbox
    Esquema do Cenário: Não se migra com <dependência> fora do ar
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      Mas <dependência> está fora do ar
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 503
      E o erro diz "<motivo>"
      E meus gastos continuam os mesmos
      E a instância <instance_id> tem o arquivo "pesos.bin" intacto

      Exemplos:
        | dependência         | motivo                        |
        | a Vast.ai           | Vast.ai is unavailable        |
        | o storage de backup | Backup storage is unavailable |
