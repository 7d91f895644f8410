# language: pt
@criticidade-alta
Funcionalidade: Instâncias que se podem guardar

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Só se guarda o que está em execução

    @destrutivo
    Esquema do Cenário: <ação> uma instância <situação> é recusado
      Dado que já tenho a instância <instance_id> <situação>
      Quando executo `dumont <comando>`
      Então a API responde 409
      E o erro diz "Instance <instance_id> is <estado>"
      E a instância <instance_id> ainda está <situação>
      E meus snapshots continuam os mesmos

      Exemplos:
        | ação        | situação | comando                                 | estado |
        | Sincronizar | pausada  | instance sync <instance_id> force=true  | paused |
        | Guardar     | pausada  | snapshot create backup-v1 <instance_id> | paused |

      @sandbox
      Exemplos: Ainda em criação
        | ação        | situação   | comando                                 | estado   |
        | Sincronizar | em criação | instance sync <instance_id>             | creating |
        | Guardar     | em criação | snapshot create backup-v1 <instance_id> | creating |

  Regra: Só se guarda a instância que é sua e que ainda existe

    @destrutivo
    Esquema do Cenário: <ação> uma instância que nunca existiu é recusado
      Quando executo `dumont <comando>`
      Então a API responde 404
      E o erro diz "Instance 1 not found"
      E meus snapshots continuam os mesmos

      Exemplos:
        | ação        | comando                     |
        | Sincronizar | instance sync 1             |
        | Guardar     | snapshot create backup-v1 1 |

    @destrutivo
    Esquema do Cenário: <ação> uma instância já destruída é recusado
      Dado que já tenho a instância <instance_id> em execução
      E que já executei `dumont instance delete <instance_id>`
      Quando executo `dumont <comando>`
      Então a API responde 404
      E o erro diz "Instance <instance_id> not found"
      E meus snapshots continuam os mesmos

      Exemplos:
        | ação        | comando                                 |
        | Sincronizar | instance sync <instance_id>             |
        | Guardar     | snapshot create backup-v1 <instance_id> |

    @destrutivo @sandbox
    Esquema do Cenário: <ação> a instância de outro usuário é recusado
      Dado que existe a instância <alheia> de outro usuário
      Quando executo `dumont <comando>`
      Então a API responde 404
      E o erro diz "Instance <alheia> not found"
      E meus snapshots continuam os mesmos
      E o que é do outro usuário continua como estava

      Exemplos:
        | ação        | comando                            |
        | Sincronizar | instance sync <alheia>             |
        | Guardar     | snapshot create backup-v1 <alheia> |
