# language: pt
@criticidade-alta
Funcionalidade: Instância da restauração

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Restaurar é alugar outra máquina

    @destrutivo
    Cenário: A máquina nova é a mais barata da GPU pedida e leva o nome do snapshot
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      E que já executei `dumont instance offers gpu_name=rtx4090 min_disk=100`
      E que anotei o campo "offers.0.dph_total" como <preço>
      Quando executo `dumont snapshot restore <snapshot_id> gpu_name=rtx4090`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <new_instance_id>
      E a instância <new_instance_id> tem:
        | campo      | condição              |
        | label      | é "restore-backup-v1" |
        | status     | é "running"           |
        | gpu_name   | é "RTX 4090"          |
        | dph_total  | é <preço>             |
        | disk_space | é 100                 |

    @destrutivo
    Cenário: Sem dizer a GPU, a máquina nova é a mais barata de todas
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      E que já executei `dumont instance offers min_disk=100`
      E que anotei o campo "offers.0.dph_total" como <preço>
      E que anotei o campo "offers.0.gpu_name" como <gpu>
      Quando executo `dumont snapshot restore <snapshot_id>`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <new_instance_id>
      E a instância <new_instance_id> tem:
        | campo     | condição  |
        | gpu_name  | é <gpu>   |
        | dph_total | é <preço> |

    @destrutivo @sandbox
    Cenário: A máquina nova fica na lista ao lado da origem
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      E que já executei `dumont snapshot restore <snapshot_id> gpu_name=rtx4090`
      E que anotei o campo "new_instance_id" como <new_instance_id>
      Quando executo `dumont instance list`
      Então a API responde 200
      E a lista "instances" tem 2 itens
      E a instância <instance_id> aparece na lista com:
        | campo  | condição    |
        | status | é "running" |
      E a instância <new_instance_id> aparece na lista com:
        | campo | condição              |
        | label | é "restore-backup-v1" |

    @destrutivo @sandbox
    Cenário: A máquina nova é cobrada como qualquer outra
      Dado que a conta está sem histórico de uso
      E que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      E que já executei `dumont snapshot restore <snapshot_id> gpu_name=rtx4090`
      E que se passaram 10 horas
      Quando executo `dumont saving breakdown`
      Então a API responde 200
      E a lista "gpu_breakdown" tem um item com:
        | campo | condição             |
        | gpu   | é "RTX 4090"         |
        | hours | está entre 10 e 10.1 |

    @destrutivo
    Cenário: Restaurar em uma GPU que ninguém oferece é recusado
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Quando executo `dumont snapshot restore <snapshot_id> gpu_name=rtx9999`
      Então a API responde 409
      E o erro diz "rtx9999"
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos

    @destrutivo @sandbox
    Cenário: Conta sem saldo não restaura
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Mas a conta está sem saldo
      Quando executo `dumont snapshot restore <snapshot_id> gpu_name=rtx4090`
      Então a API responde 402
      E o erro diz "Insufficient balance"
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos

    @destrutivo
    Cenário: A máquina nova tem o disco da origem
      Dado que escolhi a oferta mais barata como <ID>
      E que já executei `dumont instance create offer_id=<ID> disk_size=110`
      E que anotei o campo "id" como <origem>
      E a instância <origem> fica em execução
      E que já executei `dumont snapshot create backup-v1 <origem>`
      E que anotei o campo "id" como <snapshot_id>
      Quando executo `dumont snapshot restore <snapshot_id> gpu_name=rtx4090`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <nova>
      E a instância <nova> tem:
        | campo      | condição |
        | disk_space | é 110    |
