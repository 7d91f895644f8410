# language: pt
@criticidade-media
Funcionalidade: Migração que falha

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Se a migração falha no meio, fica tudo como estava

    @destrutivo @sandbox
    Esquema do Cenário: Falha ao <etapa> não muda nada na conta
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      Mas a próxima migração falha ao <etapa>
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 503
      E o erro diz "Migration failed at <nome>"
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos
      E meus gastos continuam os mesmos
      E a instância <instance_id> tem o arquivo "pesos.bin" intacto

      Exemplos:
        | etapa                    | nome             |
        | conferir a origem        | validate_source  |
        | tirar o snapshot         | create_snapshot  |
        | procurar uma oferta      | search_offers    |
        | criar a instância nova   | create_instance  |
        | entrar na instância nova | ssh_ready        |
        | restaurar os dados       | restore_snapshot |
        | destruir a origem        | destroy_source   |

    @destrutivo @sandbox
    Cenário: Migrar de novo depois de uma falha leva os dados
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que a próxima migração falha ao restaurar os dados
      E que já tentei `dumont instance migrate <instance_id> target_type=cpu`
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <cpu_id>
      E a instância <cpu_id> tem o arquivo "pesos.bin" intacto

    @destrutivo @sandbox
    Cenário: O que a tentativa alugou não se paga
      Dado que a conta está sem histórico de uso
      E que escolhi a oferta mais barata de "RTX 4090" como <ID>
      E que já tenho a instância <instance_id> em execução, na oferta <ID>
      E que a próxima migração falha ao restaurar os dados
      E que já tentei `dumont instance migrate <instance_id> target_type=cpu`
      E que se passaram 10 horas
      Quando executo `dumont saving breakdown`
      Então a API responde 200
      E a lista "gpu_breakdown" tem 1 item
      E a lista "gpu_breakdown" tem um item com:
        | campo | condição             |
        | gpu   | é "RTX 4090"         |
        | hours | está entre 10 e 10.1 |

    @destrutivo @sandbox
    Cenário: O que a tentativa guardou não conta como backup
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que a próxima migração falha ao procurar uma oferta
      E que já tentei `dumont instance migrate <instance_id> target_type=cpu`
      Quando executo `dumont instance sync <instance_id>`
      Então a API responde 200
      E o campo "files_new" é 1
      E o campo "data_added_bytes" é 4096

    @sandbox @destrutivo
    Cenário: A GPU que a tentativa alugou não deixa CPU standby para trás
      Dado que já tenho a instância <cpu_id> em execução em uma CPU
      E que já executei `dumont standby configure enabled=true gcp_zone=europe-west1-b`
      E que a próxima migração falha ao restaurar os dados
      E que já tentei `dumont instance migrate <cpu_id> target_type=gpu gpu_name=rtx4090`
      Quando executo `dumont standby associations`
      Então a API responde 200
      E o campo "count" é 0
