# language: pt
@criticidade-media
Funcionalidade: Instâncias que podem migrar

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Só se migra para o outro tipo de máquina

    @destrutivo
    Esquema do Cenário: <ação> de uma GPU para <onde> é recusado
      Dado que já tenho a instância <instance_id> em execução
      Quando executo `dumont instance migrate <instance_id> <parâmetros>`
      Então a API responde 400
      E o erro diz "<motivo>"
      E a instância <instance_id> ainda está em execução
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos

      Exemplos:
        | ação               | onde                 | parâmetros                                | motivo                                           |
        | Migrar             | outra GPU            | target_type=gpu gpu_name=rtx3090          | Instance <instance_id> is already a gpu instance |
        | Estimar a migração | outra GPU            | estimate target_type=gpu gpu_name=rtx3090 | Instance <instance_id> is already a gpu instance |
        | Migrar             | um tipo desconhecido | target_type=tpu                           | Unknown target_type tpu                          |
        | Estimar a migração | um tipo desconhecido | estimate target_type=tpu                  | Unknown target_type tpu                          |

    @destrutivo
    Esquema do Cenário: <ação> de uma CPU para <onde> é recusado
      Dado que já tenho a instância <instance_id> em execução em uma CPU
      Quando executo `dumont instance migrate <instance_id> <parâmetros>`
      Então a API responde 400
      E o erro diz "<motivo>"
      E a instância <instance_id> ainda está em execução em uma CPU
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos

      Exemplos:
        | ação               | onde                   | parâmetros               | motivo                                           |
        | Migrar             | outra CPU              | target_type=cpu          | Instance <instance_id> is already a cpu instance |
        | Estimar a migração | outra CPU              | estimate target_type=cpu | Instance <instance_id> is already a cpu instance |
        | Migrar             | uma GPU sem dizer qual | target_type=gpu          | gpu_name is required                             |
        | Estimar a migração | uma GPU sem dizer qual | estimate target_type=gpu | gpu_name is required                             |

  Regra: Só se migra o que está em execução

    @destrutivo
    Esquema do Cenário: <ação> uma instância pausada é recusado
      Dado que já tenho a instância <instance_id> pausada
      Quando executo `dumont instance migrate <instance_id> <parâmetros>`
      Então a API responde 409
      E o erro diz "Instance <instance_id> is paused"
      E a instância <instance_id> ainda está pausada
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos

      Exemplos:
        | ação                  | parâmetros               |
        | Migrar                | target_type=cpu          |
        | Estimar a migração de | estimate target_type=cpu |

  Regra: Só se migra a instância que é sua e que ainda existe

    @destrutivo
    Esquema do Cenário: <ação> uma instância que nunca existiu é recusado
      Quando executo `dumont instance migrate 1 <parâmetros>`
      Então a API responde 404
      E o erro diz "Instance 1 not found"
      E minhas instâncias continuam as mesmas

      Exemplos:
        | ação                  | parâmetros               |
        | Migrar                | target_type=cpu          |
        | Estimar a migração de | estimate target_type=cpu |

    @destrutivo
    Esquema do Cenário: <ação> uma instância já destruída é recusado
      Dado que já tenho a instância <instance_id> em execução
      E que já executei `dumont instance delete <instance_id>`
      Quando executo `dumont instance migrate <instance_id> <parâmetros>`
      Então a API responde 404
      E o erro diz "Instance <instance_id> not found"
      E minhas instâncias continuam as mesmas

      Exemplos:
        | ação                  | parâmetros               |
        | Migrar                | target_type=cpu          |
        | Estimar a migração de | estimate target_type=cpu |

    @destrutivo @sandbox
    Esquema do Cenário: <ação> uma instância de outro usuário é recusado
      Dado que existe a instância <alheia> de outro usuário
      Quando executo `dumont instance migrate <alheia> <parâmetros>`
      Então a API responde 404
      E o erro diz "Instance <alheia> not found"
      E minhas instâncias continuam as mesmas
      E o que é do outro usuário continua como estava

      Exemplos:
        | ação                  | parâmetros               |
        | Migrar                | target_type=cpu          |
        | Estimar a migração de | estimate target_type=cpu |
