# language: pt
@criticidade-media
Funcionalidade: Instância de origem

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: A origem só sai da conta depois que o destino está pronto

    @destrutivo
    Cenário: A origem sai da conta e a sua oferta volta ao mercado
      Dado que escolhi a oferta mais barata como <ID>
      E que já tenho a instância <instance_id> em execução, na oferta <ID>
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 200
      E o campo "old_instance_id" é <instance_id>
      E a instância <instance_id> deixa de existir
      E a oferta <ID> fica disponível

    @destrutivo @sandbox
    Cenário: Depois da migração, a lista só tem a CPU nova
      Dado que já tenho a instância <cpu_id> em execução em uma CPU
      Quando executo `dumont instance list`
      Então a API responde 200
      E a lista "instances" tem 1 item
      E a instância <cpu_id> aparece na lista com:
        | campo      | condição    |
        | status     | é "running" |
        | num_gpus   | é 0         |
        | disk_space | é 100       |

    @destrutivo @sandbox
    Cenário: Depois da volta, a lista só tem a GPU nova
      Dado que já tenho a instância <cpu_id> em execução em uma CPU
      E que já executei `dumont instance get <cpu_id>`
      E que anotei o campo "label" como <nome>
      E que já executei `dumont instance migrate <cpu_id> target_type=gpu gpu_name=rtx4090`
      E que anotei o campo "new_instance_id" como <gpu_id>
      Quando executo `dumont instance list`
      Então a API responde 200
      E a lista "instances" tem 1 item
      E a instância <gpu_id> aparece na lista com:
        | campo      | condição     |
        | label      | é <nome>     |
        | status     | é "running"  |
        | gpu_name   | é "RTX 4090" |
        | num_gpus   | é 1          |
        | disk_space | é 100        |

    @destrutivo @sandbox
    Cenário: Depois da migração só se paga o destino
      Dado que a conta está sem histórico de uso
      E que escolhi a oferta mais barata de "RTX 4090" como <ID>
      E que já tenho a instância <instance_id> em execução em uma CPU, na oferta <ID>
      E que se passaram 10 horas
      Quando executo `dumont saving breakdown`
      Então a API responde 200
      E a lista "gpu_breakdown" tem um item com:
        | campo | condição             |
        | gpu   | é "CPU"              |
        | hours | está entre 10 e 10.1 |
      E a lista "gpu_breakdown" tem um item com:
        | campo | condição      |
        | gpu   | é "RTX 4090"  |
        | hours | é menor que 1 |

    @destrutivo
    Cenário: Migrar e manter a origem
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      Quando executo `dumont instance migrate <instance_id> target_type=cpu auto_destroy_source=false`
      Então a API responde 200
      E anoto o campo "snapshot_id" como <migração>
      E anoto o campo "new_instance_id" como <cpu_id>
      E minhas instâncias só ganham a instância <cpu_id>
      E a instância <cpu_id> ainda está em execução em uma CPU
      E a instância <instance_id> tem os mesmos arquivos que o snapshot <migração>
