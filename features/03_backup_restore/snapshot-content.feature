# language: pt
@criticidade-alta
Funcionalidade: O que entra no snapshot

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: O snapshot guarda tudo o que havia, e só o que havia

    @destrutivo
    Cenário: Vários arquivos se guardam de uma vez
      Dado que já tenho a instância <instance_id> em execução
      E que gravei os arquivos "pesos.bin", "dados/treino.csv" e "notas.md" na instância <instance_id>
      Quando executo `dumont snapshot create backup-v1 <instance_id>`
      Então a API responde 201
      E anoto o campo "id" como <snapshot_id>
      E meus snapshots só ganham o snapshot <snapshot_id>
      E minhas instâncias continuam as mesmas
      E o snapshot <snapshot_id> tem os arquivos "pesos.bin", "dados/treino.csv" e "notas.md" intactos
      E o snapshot <snapshot_id> tem os mesmos arquivos que a instância <instance_id>

    @destrutivo @sandbox
    Cenário: O snapshot não muda quando a instância muda
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já tenho o snapshot <antigo> da instância <instance_id>
      E que gravei uma nova versão do arquivo "pesos.bin" na instância <instance_id>
      Quando executo `dumont snapshot create backup-v2 <instance_id>`
      Então a API responde 201
      E anoto o campo "id" como <novo>
      E o snapshot <novo> tem a 2ª versão do arquivo "pesos.bin"
      E o snapshot <antigo> tem a 1ª versão do arquivo "pesos.bin"

    @destrutivo @sandbox
    Cenário: O que se apagou da instância não vai para o próximo snapshot
      Dado que já tenho a instância <instance_id> em execução
      E que gravei os arquivos "pesos.bin" e "rascunho.txt" na instância <instance_id>
      E que já executei `dumont instance sync <instance_id>`
      Mas apaguei o arquivo "rascunho.txt" na instância <instance_id>
      Quando executo `dumont instance sync <instance_id> force=true`
      Então a API responde 200
      E anoto o campo "snapshot_id" como <sync_id>
      E meus snapshots só ganham o snapshot <sync_id>
      E o snapshot <sync_id> não tem o arquivo "rascunho.txt"
      E o snapshot <sync_id> tem o arquivo "pesos.bin" intacto

    @destrutivo @sandbox
    Esquema do Cenário: <ação> só uma pasta
      Dado que já tenho a instância <instance_id> em execução
      E que gravei os arquivos "dados/treino.csv" e "pesos.bin" na instância <instance_id>
      Quando executo `dumont <comando> source_path=/workspace/dados`
      Então a API responde <status>
      E anoto o campo "<campo>" como <snapshot_id>
      E o snapshot <snapshot_id> tem o arquivo "dados/treino.csv" intacto
      E o snapshot <snapshot_id> não tem o arquivo "pesos.bin"
      E o snapshot <snapshot_id> tem:
        | campo       | condição                  |
        | files_total | é 1                       |
        | paths       | contém "/workspace/dados" |

      Exemplos:
        | ação        | comando                                | status | campo       |
        | Sincronizar | instance sync <instance_id>            | 200    | snapshot_id |
        | Guardar     | snapshot create dados-v1 <instance_id> | 201    | id          |

    @destrutivo
    Esquema do Cenário: <ação> uma pasta <qual> é recusado
      Dado que já tenho a instância <instance_id> em execução
      Quando executo `dumont <comando> source_path=<pasta>`
      Então a API responde 400
      E o erro diz "<pasta>"
      E meus snapshots continuam os mesmos

      Exemplos:
        | ação        | qual                 | comando                                | pasta           |
        | Sincronizar | de fora do workspace | instance sync <instance_id>            | /etc            |
        | Sincronizar | que não existe       | instance sync <instance_id>            | /workspace/erro |
        | Guardar     | de fora do workspace | snapshot create dados-v1 <instance_id> | /etc            |
        | Guardar     | que não existe       | snapshot create dados-v1 <instance_id> | /workspace/erro |

    @destrutivo
    Cenário: Os arquivos ocultos também se guardam
      Dado que já tenho a instância <instance_id> em execução
      E que gravei os arquivos ".env" e "dados/.cache/indice.bin" na instância <instance_id>
      Quando executo `dumont snapshot create backup-v1 <instance_id>`
      Então a API responde 201
      E anoto o campo "id" como <snapshot_id>
      E o snapshot <snapshot_id> tem os arquivos ".env" e "dados/.cache/indice.bin" intactos
