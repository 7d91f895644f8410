# language: pt
@criticidade-alta
Funcionalidade: Dados restaurados

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: O que foi para o snapshot volta igual

    @destrutivo
    Cenário: Todos os arquivos guardados voltam
      Dado que já tenho a instância <instance_id> em execução
      E que gravei os arquivos "pesos.bin", "dados/treino.csv" e "notas.md" na instância <instance_id>
      E que já executei `dumont snapshot create backup-v1 <instance_id>`
      E que anotei o campo "id" como <snapshot_id>
      E que anotei o campo "files_total" como <arquivos>
      Quando executo `dumont snapshot restore <snapshot_id> gpu_name=rtx4090 verify=true`
      Então a API responde 200
      E o campo "files_restored" é <arquivos>
      E anoto o campo "new_instance_id" como <new_instance_id>
      E minhas instâncias só ganham a instância <new_instance_id>
      E a instância <new_instance_id> tem os mesmos arquivos que o snapshot <snapshot_id>

    @destrutivo @sandbox
    Cenário: Restaurar um snapshot antigo traz o que havia quando ele foi feito
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já tenho o snapshot <antigo> da instância <instance_id>
      E que gravei uma nova versão do arquivo "pesos.bin" na instância <instance_id>
      E que gravei o arquivo "notas.md" na instância <instance_id>
      E que já executei `dumont instance sync <instance_id>`
      Quando executo `dumont snapshot restore <antigo> gpu_name=rtx4090`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <new_instance_id>
      E a instância <new_instance_id> tem a 1ª versão do arquivo "pesos.bin"
      E a instância <new_instance_id> não tem o arquivo "notas.md"
      E a instância <new_instance_id> tem os mesmos arquivos que o snapshot <antigo>

    @destrutivo @sandbox
    Cenário: Restaurar o snapshot mais novo traz a última versão
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont instance sync <instance_id>`
      E que gravei uma nova versão do arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont instance sync <instance_id> force=true`
      E que anotei o campo "snapshot_id" como <sync_id>
      Quando executo `dumont snapshot restore <sync_id> gpu_name=rtx4090`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <new_instance_id>
      E a instância <new_instance_id> tem a 2ª versão do arquivo "pesos.bin"

    @destrutivo @sandbox
    Cenário: O que se apagou antes do snapshot não reaparece
      Dado que já tenho a instância <instance_id> em execução
      E que apaguei o arquivo "README.md" na instância <instance_id>
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Quando executo `dumont snapshot restore <snapshot_id> gpu_name=rtx4090`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <new_instance_id>
      E a instância <new_instance_id> não tem o arquivo "README.md"
      E a instância <new_instance_id> tem os mesmos arquivos que o snapshot <snapshot_id>

    @destrutivo @sandbox
    Cenário: Os dados podem voltar em uma pasta à parte
      Dado que já tenho a instância <instance_id> em execução
      E que gravei os arquivos "pesos.bin" e "dados/treino.csv" na instância <instance_id>
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Quando executo `dumont snapshot restore <snapshot_id> target_path=/workspace/recuperado`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <new_instance_id>
      E a instância <new_instance_id> tem os arquivos "pesos.bin" e "dados/treino.csv" intactos na pasta "recuperado"
      E a instância <new_instance_id> não tem o arquivo "pesos.bin"

    @destrutivo
    Cenário: Restaurar fora do workspace é recusado
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Quando executo `dumont snapshot restore <snapshot_id> target_path=/etc`
      Então a API responde 400
      E o erro diz "/etc"
      E minhas instâncias continuam as mesmas

  Regra: Restaurar não mexe no que já existe

    @destrutivo
    Cenário: A origem e o snapshot continuam como estavam
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Quando executo `dumont snapshot restore <snapshot_id> gpu_name=rtx4090`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <new_instance_id>
      E minhas instâncias só ganham a instância <new_instance_id>
      E meus snapshots continuam os mesmos
      E a instância <instance_id> tem os mesmos arquivos que o snapshot <snapshot_id>

    @destrutivo @sandbox
    Cenário: Mudar a instância restaurada não muda a origem nem o snapshot
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      E que já executei `dumont snapshot restore <snapshot_id> gpu_name=rtx4090`
      E que anotei o campo "new_instance_id" como <new_instance_id>
      E que gravei uma nova versão do arquivo "pesos.bin" na instância <new_instance_id>
      Quando executo `dumont instance sync <new_instance_id>`
      Então a API responde 200
      E o campo "files_changed" é 1
      E o campo "files_new" é 0
      E a instância <instance_id> tem a 1ª versão do arquivo "pesos.bin"
      E o snapshot <snapshot_id> tem a 1ª versão do arquivo "pesos.bin"

    @destrutivo
    Cenário: O mesmo snapshot se restaura mais de uma vez
      Dado que já tenho a instância <instance_id> em execução
      E que gravei o arquivo "pesos.bin" na instância <instance_id>
      E que já executei `dumont snapshot create backup-v1 <instance_id>`
      E que anotei o campo "id" como <snapshot_id>
      E que já executei `dumont snapshot restore <snapshot_id> gpu_name=rtx4090`
      E que anotei o campo "new_instance_id" como <primeira>
      Quando executo `dumont snapshot restore <snapshot_id> gpu_name=rtx4090`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <segunda>
      E a instância <segunda> tem o arquivo "pesos.bin" intacto
      E a instância <primeira> tem o arquivo "pesos.bin" intacto
