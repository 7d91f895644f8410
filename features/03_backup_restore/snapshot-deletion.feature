# language: pt
@criticidade-alta
Funcionalidade: Remoção de snapshots

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: O snapshot não depende da instância

    @destrutivo
    Cenário: Destruir a instância não apaga os seus snapshots
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Quando executo `dumont instance delete <instance_id>`
      Então a API responde 200
      E o campo "message" contém "<instance_id>"
      E minhas instâncias só perdem a instância <instance_id>
      E meus snapshots continuam os mesmos

  Regra: Apagar um snapshot não toca nos outros

    @destrutivo
    Cenário: Apagar um de dois snapshots deixa o outro inteiro
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já tenho o snapshot <primeiro> da instância <instance_id>
      E que já tenho o snapshot <segundo> da instância <instance_id>
      Quando executo `dumont snapshot delete <primeiro>`
      Então a API responde 200
      E meus snapshots só perdem o snapshot <primeiro>
      E minhas instâncias continuam as mesmas
      E o snapshot <segundo> tem o arquivo "pesos.bin" intacto
      E a instância <instance_id> tem os mesmos arquivos que o snapshot <segundo>

    @destrutivo
    Cenário: O que dois snapshots têm em comum só se perde com o último deles
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já tenho o snapshot <primeiro> da instância <instance_id>
      E que já tenho o snapshot <segundo> da instância <instance_id>
      E que já executei `dumont instance delete <instance_id>`
      E que já executei `dumont snapshot delete <segundo>`
      Quando executo `dumont snapshot restore <primeiro> gpu_name=rtx4090`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <new_instance_id>
      E a instância <new_instance_id> tem os mesmos arquivos que o snapshot <primeiro>

    @destrutivo
    Cenário: Apagar o snapshot de uma sincronização não apaga os outros
      Dado que já tenho a instância <instance_id> em execução
      E que já executei `dumont instance sync <instance_id>`
      E que já executei `dumont instance sync <instance_id> force=true`
      E que anotei o campo "snapshot_id" como <segundo>
      Quando executo `dumont snapshot delete <segundo>`
      Então a API responde 200
      E meus snapshots só perdem o snapshot <segundo>
