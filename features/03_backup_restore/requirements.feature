# language: pt
@criticidade-alta
Funcionalidade: O que o backup precisa ter

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Sem o que o backup pede, nada se guarda nem se perde

    @destrutivo @sandbox
    Esquema do Cenário: <ação> sem storage de backup é recusado
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Mas a conta está sem storage de backup
      Quando executo `dumont <comando>`
      Então a API responde 400
      E o erro diz "Backup storage not configured"
      E minhas instâncias continuam as mesmas
      E o snapshot <snapshot_id> tem os mesmos arquivos que a instância <instance_id>

      Exemplos:
        | ação             | comando                                         |
        | Sincronizar      | instance sync <instance_id>                     |
        | Guardar          | snapshot create backup-v1 <instance_id>         |
        | Listar snapshots | snapshot list                                   |
        | Restaurar        | snapshot restore <snapshot_id> gpu_name=rtx4090 |
        | Apagar           | snapshot delete <snapshot_id>                   |

    @destrutivo @sandbox
    Esquema do Cenário: Com o storage de backup fora do ar, o erro ao <ação> diz isso
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Mas o storage de backup está fora do ar
      Quando executo `dumont <comando>`
      Então a API responde 503
      E o erro diz "Backup storage is unavailable"
      E minhas instâncias continuam as mesmas
      E o snapshot <snapshot_id> tem os mesmos arquivos que a instância <instance_id>

      Exemplos:
        | ação        | comando                                         |
        | sincronizar | instance sync <instance_id>                     |
        | restaurar   | snapshot restore <snapshot_id> gpu_name=rtx4090 |
        | apagar      | snapshot delete <snapshot_id>                   |

    @destrutivo @sandbox
    Esquema do Cenário: <ação> sem a chave da Vast.ai é recusado
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Mas a conta está sem a chave da Vast.ai
      Quando executo `dumont <comando>`
      Então a API responde 400
      E o erro diz "Vast.ai API key not configured"
      E meus snapshots continuam os mesmos
      E meus gastos continuam os mesmos

      Exemplos:
        | ação        | comando                                         |
        | Sincronizar | instance sync <instance_id>                     |
        | Guardar     | snapshot create backup-v1 <instance_id>         |
        | Restaurar   | snapshot restore <snapshot_id> gpu_name=rtx4090 |
