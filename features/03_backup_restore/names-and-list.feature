# language: pt
@criticidade-alta
Funcionalidade: Nomes e lista de snapshots

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Cada snapshot tem o nome que se deu e um número curto que basta

    @destrutivo
    Cenário: O snapshot fica com o nome e as etiquetas que se deram
      Dado que já tenho a instância <instance_id> em execução
      Quando executo `dumont snapshot create "antes do treino nº 2" <instance_id> tags=semanal,ouro`
      Então a API responde 201
      E anoto o campo "id" como <snapshot_id>
      E anoto o campo "time" como <hora>
      E anoto o campo "total_bytes" como <bytes>
      E o snapshot <snapshot_id> tem:
        | campo       | condição                   |
        | time        | é <hora>                   |
        | total_bytes | é <bytes>                  |
        | name        | é "antes do treino nº 2"   |
        | instance_id | é <instance_id>            |
        | hostname    | é "instance-<instance_id>" |
        | tags        | contém "semanal"           |
        | tags        | contém "ouro"              |
        | paths       | contém "/workspace"        |

    @destrutivo
    Cenário: Dois snapshots podem ter o mesmo nome
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <primeiro> da instância <instance_id>
      Quando executo `dumont snapshot create backup-v1 <instance_id>`
      Então a API responde 201
      E anoto o campo "id" como <segundo>
      E meus snapshots só ganham o snapshot <segundo>

    @destrutivo
    Cenário: O número curto basta para restaurar
      Dado que já tenho a instância <instance_id> em execução
      E que já executei `dumont snapshot create backup-v1 <instance_id>`
      E que anotei o campo "id" como <snapshot_id>
      E que anotei o campo "short_id" como <curto>
      Quando executo `dumont snapshot restore <curto> gpu_name=rtx4090`
      Então a API responde 200
      E o campo "snapshot_id" é <snapshot_id>

    @destrutivo
    Cenário: O número curto basta para apagar
      Dado que já tenho a instância <instance_id> em execução
      E que já executei `dumont snapshot create backup-v1 <instance_id>`
      E que anotei o campo "id" como <snapshot_id>
      E que anotei o campo "short_id" como <curto>
      Quando executo `dumont snapshot delete <curto>`
      Então a API responde 200
      E o campo "message" contém "<curto>"
      E meus snapshots só perdem o snapshot <snapshot_id>

    @sandbox
    Cenário: A CLI recusa guardar sem dizer de qual instância
      Quando executo `dumont snapshot create backup-v1`
      Então o comando termina com o código 2
      E nenhum pedido chega à API

  Regra: A lista mostra os meus snapshots, do mais novo ao mais antigo

    @destrutivo
    Cenário: O último snapshot guardado vem primeiro
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <primeiro> da instância <instance_id>
      E que já tenho o snapshot <segundo> da instância <instance_id>
      Quando executo `dumont snapshot list`
      Então a API responde 200
      E a resposta tem:
        | campo          | condição     |
        | snapshots.0.id | é <segundo>  |
        | snapshots.1.id | é <primeiro> |

    @destrutivo
    Cenário: A lista repete o que foi dito ao guardar
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont snapshot create backup-v1 <instance_id>`
      E que anotei o campo "id" como <snapshot_id>
      E que anotei o campo "short_id" como <curto>
      E que anotei o campo "time" como <hora>
      E que anotei o campo "files_total" como <arquivos>
      E que anotei o campo "total_bytes" como <bytes>
      Quando executo `dumont snapshot list`
      Então a API responde 200
      E o snapshot <snapshot_id> aparece na lista com:
        | campo       | condição      |
        | short_id    | é <curto>     |
        | name        | é "backup-v1" |
        | time        | é <hora>      |
        | files_total | é <arquivos>  |
        | total_bytes | é <bytes>     |

    @destrutivo @sandbox
    Cenário: Os snapshots de outro usuário não aparecem
      Dado que existe o snapshot <alheio> de outro usuário
      E que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Quando executo `dumont snapshot list`
      Então a API responde 200
      E o snapshot <snapshot_id> aparece na lista com:
        | campo | condição      |
        | name  | é "backup-v1" |
      E o snapshot <alheio> não aparece na lista
      E o campo "count" é 1

    @sandbox
    Cenário: Conta sem snapshots vê uma lista vazia
      Quando executo `dumont snapshot list`
      Então a API responde 200
      E a lista "snapshots" está vazia
