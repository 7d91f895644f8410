# language: pt
@criticidade-media
Funcionalidade: Dados na migração

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Migrar é trocar de máquina, não de trabalho

    @destrutivo
    Cenário: Os arquivos chegam inteiros à CPU
      Dado que já tenho a instância <instance_id> em execução
      E que gravei os arquivos "pesos.bin", "dados/treino.csv" e "notas.md" na instância <instance_id>
      E que já tenho o snapshot <antes> da instância <instance_id>
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <cpu_id>
      E anoto o campo "snapshot_id" como <migração>
      E minhas instâncias só perdem a instância <instance_id> e ganham a instância <cpu_id>
      E meus snapshots só ganham o snapshot <migração>
      E a instância <cpu_id> tem os mesmos arquivos que o snapshot <antes>
      E o snapshot <migração> tem os mesmos arquivos que o snapshot <antes>

    @destrutivo
    Cenário: O que se sincroniza antes de migrar está guardado inteiro
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      Quando executo `dumont instance sync <instance_id>`
      Então a API responde 200
      E anoto o campo "snapshot_id" como <sync_id>
      E o snapshot <sync_id> fica guardado
      E o snapshot <sync_id> tem o arquivo "pesos.bin" intacto

    @destrutivo @sandbox
    Cenário: O que mudou depois da última sincronização também vai
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont instance sync <instance_id>`
      E que gravei uma nova versão do arquivo "pesos.bin" na instância <instance_id>
      E que apaguei o arquivo "README.md" na instância <instance_id>
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <cpu_id>
      E a instância <cpu_id> tem a 2ª versão do arquivo "pesos.bin"
      E a instância <cpu_id> não tem o arquivo "README.md"

    @destrutivo
    Cenário: O nome e as portas da instância vão junto
      Dado que escolhi a oferta mais barata como <ID>
      E que já executei `dumont instance create offer_id=<ID> label=meu-treino ports=8080`
      E que anotei o campo "id" como <instance_id>
      E a instância <instance_id> fica em execução
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <cpu_id>
      E a instância <cpu_id> tem:
        | campo          | condição        |
        | label          | é "meu-treino"  |
        | ports.8080/tcp | está preenchido |
        | num_gpus       | é 0             |
        | gpu_name       | é "CPU"         |
        | disk_space     | é 100           |

    @destrutivo
    Cenário: A migração deixa um snapshot, guardado como os outros
      Dado que já tenho a instância <instance_id> em execução
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 200
      E anoto o campo "snapshot_id" como <migração>
      E o snapshot <migração> tem:
        | campo       | condição                    |
        | name        | é "migration-<instance_id>" |
        | instance_id | é <instance_id>             |
        | tags        | contém "migration"          |
        | tags        | contém "from-<instance_id>" |
