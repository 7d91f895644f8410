# language: pt
@criticidade-alta
Funcionalidade: Snapshots de outros usuários ou que não existem

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Só se restaura ou apaga o snapshot que é seu e que ainda existe

    @destrutivo
    Esquema do Cenário: <ação> um snapshot que nunca existiu é recusado
      Quando executo `dumont <comando>`
      Então a API responde 404
      E o erro diz "Snapshot ffffffff not found"
      E minhas instâncias continuam as mesmas

      Exemplos:
        | ação      | comando                                    |
        | Restaurar | snapshot restore ffffffff gpu_name=rtx4090 |
        | Apagar    | snapshot delete ffffffff                   |

    @destrutivo
    Esquema do Cenário: <ação> um snapshot já apagado é recusado
      Dado que já tenho a instância <instance_id> em execução
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      E que já executei `dumont snapshot delete <snapshot_id>`
      Quando executo `dumont <comando>`
      Então a API responde 404
      E o erro diz "Snapshot <snapshot_id> not found"
      E minhas instâncias continuam as mesmas

      Exemplos:
        | ação      | comando                                         |
        | Restaurar | snapshot restore <snapshot_id> gpu_name=rtx4090 |
        | Apagar    | snapshot delete <snapshot_id>                   |

    @destrutivo @sandbox
    Esquema do Cenário: <ação> o snapshot de outro usuário é recusado
      Dado que existe o snapshot <alheio> de outro usuário
      Quando executo `dumont <comando>`
      Então a API responde 404
      E o erro diz "Snapshot <alheio> not found"
      E minhas instâncias continuam as mesmas
      E o que é do outro usuário continua como estava

      Exemplos:
        | ação      | comando                                    |
        | Restaurar | snapshot restore <alheio> gpu_name=rtx4090 |
        | Apagar    | snapshot delete <alheio>                   |
