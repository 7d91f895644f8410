# language: pt
@criticidade-media
Funcionalidade: Oferta escolhida na migração

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: A migração escolhe a oferta mais barata que serve

    @destrutivo
    Cenário: A CPU alugada custa o que a estimativa disse
      Dado que já tenho a instância <instance_id> em execução
      E que já executei `dumont instance migrate <instance_id> estimate target_type=cpu`
      E que anotei o campo "target.cost_per_hour" como <preço>
      Quando executo `dumont instance migrate <instance_id> target_type=cpu`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <cpu_id>
      E a instância <cpu_id> tem:
        | campo     | condição  |
        | dph_total | é <preço> |
        | total_dph | é <preço> |

    @destrutivo
    Esquema do Cenário: A GPU alugada é a mais barata <onde>
      Dado que já tenho a instância <cpu_id> em execução em uma CPU
      E que já executei `dumont instance offers gpu_name=rtx4090 min_disk=100 <filtro>`
      E que anotei o campo "offers.0.dph_total" como <preço>
      Quando executo `dumont instance migrate <cpu_id> target_type=gpu gpu_name=rtx4090 <filtro>`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <gpu_id>
      E a instância <gpu_id> tem:
        | campo     | condição     |
        | gpu_name  | é "RTX 4090" |
        | dph_total | é <preço>    |

      Exemplos:
        | onde               | filtro      |
        | por até US$ 1      | max_price=1 |
        | nos Estados Unidos | region=US   |
        | na Europa          | region=EU   |

    @destrutivo
    Cenário: Migrar para um disco maior
      Dado que já tenho a instância <instance_id> em execução
      Quando executo `dumont instance migrate <instance_id> target_type=cpu disk_size=200`
      Então a API responde 200
      E anoto o campo "new_instance_id" como <cpu_id>
      E a instância <cpu_id> tem:
        | campo      | condição |
        | disk_space | é 200    |

  Regra: Sem oferta que sirva não se migra

    @destrutivo
    Esquema do Cenário: Migração <como> não encontra oferta
      Dado que já tenho a instância <instance_id> em execução
      Quando executo `dumont instance migrate <instance_id> <parâmetros>`
      Então a API responde 409
      E o erro diz "<motivo>"
      E a instância <instance_id> ainda está em execução
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos

      Exemplos:
        | como                          | parâmetros                       | motivo            |
        | com um teto abaixo do mercado | target_type=cpu max_price=0.001  | No CPU offer      |
        | para um disco maior que todos | target_type=cpu disk_size=100000 | 100000 GB of disk |

    @destrutivo
    Cenário: Migração para uma GPU que ninguém oferece não encontra oferta
      Dado que já tenho a instância <instance_id> em execução em uma CPU
      Quando executo `dumont instance migrate <instance_id> target_type=gpu gpu_name=rtx9999`
      Então a API responde 409
      E o erro diz "No rtx9999 offer"
      E a instância <instance_id> ainda está em execução em uma CPU
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos

    @destrutivo
    Esquema do Cenário: Migração com <o_quê> é recusada
      Dado que já tenho a instância <instance_id> em execução
      Quando executo `dumont instance migrate <instance_id> target_type=cpu <pedido>`
      Então a API recusa o parâmetro "<parâmetro>"
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos

      Exemplos:
        | o_quê                | pedido       | parâmetro |
        | disco pequeno demais | disk_size=49 | disk_size |
        | região desconhecida  | region=LUA   | region    |
