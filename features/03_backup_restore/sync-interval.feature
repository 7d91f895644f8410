# language: pt
@criticidade-alta
Funcionalidade: Intervalo entre sincronizações

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Entre uma sincronização e outra se espera meio minuto

    @destrutivo
    Cenário: Sincronizar logo depois de sincronizar é recusado
      Dado que já tenho a instância <instance_id> em execução
      E que já executei `dumont instance sync <instance_id>`
      Quando executo `dumont instance sync <instance_id>`
      Então a API responde 409
      E o erro diz "force=true"
      E meus snapshots continuam os mesmos

    @destrutivo @sandbox
    Cenário: Mais tarde, sincronizar de novo dispensa force=true
      Dado que já tenho a instância <instance_id> em execução
      E que já executei `dumont instance sync <instance_id>`
      E que se passaram 2 horas
      Quando executo `dumont instance sync <instance_id>`
      Então a API responde 200
      E anoto o campo "snapshot_id" como <sync_id>
      E o snapshot <sync_id> tem:
        | campo | condição                        |
        | name  | é "sync-2"                      |
        | tags  | contém "instance-<instance_id>" |

    @destrutivo
    Cenário: Sincronizar uma instância não faz a outra esperar
      Dado que já tenho a instância <primeira> em execução
      E que já tenho a instância <segunda> em execução
      E que já executei `dumont instance sync <primeira>`
      Quando executo `dumont instance sync <segunda>`
      Então a API responde 200

    @destrutivo
    Cenário: Uma sincronização recusada não faz esperar
      Dado que já tenho a instância <instance_id> em execução
      E que já tentei `dumont instance sync <instance_id> source_path=/workspace/erro`
      Quando executo `dumont instance sync <instance_id>`
      Então a API responde 200
