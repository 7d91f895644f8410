# language: pt
@criticidade-media
Funcionalidade: Estimativa da migração

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem o storage de backup configurado

  Regra: Estimar não mexe em nada

    @destrutivo
    Cenário: Estimar a migração de uma GPU para uma CPU
      Dado que já tenho a instância <instance_id> em execução
      Quando executo `dumont instance migrate <instance_id> estimate target_type=cpu`
      Então a API responde 200
      E o campo "available" é true
      E o campo "source.id" é <instance_id>
      E o campo "target.type" é "cpu"
      E a instância <instance_id> ainda está em execução
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos

    @destrutivo
    Cenário: Estimar a migração de uma CPU para uma GPU
      Dado que já tenho a instância <instance_id> em execução em uma CPU
      Quando executo `dumont instance migrate <instance_id> estimate target_type=gpu gpu_name=rtx4090`
      Então a API responde 200
      E o campo "available" é true
      E o campo "source.id" é <instance_id>
      E o campo "target.type" é "gpu"
      E a instância <instance_id> ainda está em execução em uma CPU
      E minhas instâncias continuam as mesmas
      E meus snapshots continuam os mesmos

    @destrutivo @sandbox
    Cenário: Estimar não custa nada, nem pede saldo
      Dado que já tenho a instância <instance_id> em execução
      Mas a conta está sem saldo
      Quando executo `dumont instance migrate <instance_id> estimate target_type=cpu`
      Então a API responde 200
      E o campo "available" é true
      E meus gastos continuam os mesmos

    @destrutivo
    Esquema do Cenário: Sem <o_que_falta> não há estimativa
      Dado que já tenho a instância <instance_id> em execução em uma CPU
      Quando executo `dumont instance migrate <instance_id> estimate target_type=gpu <parâmetros>`
      Então a API responde 200
      E a resposta tem:
        | campo            | condição       |
        | available        | é false        |
        | error            | contém "<GPU>" |
        | target           | é null         |
        | estimated_time   | é null         |
        | estimated_cost   | é null         |
        | offers_available | é 0            |

      Exemplos:
        | o_que_falta           | parâmetros                      | GPU     |
        | oferta da GPU pedida  | gpu_name=rtx9999                | rtx9999 |
        | oferta abaixo do teto | gpu_name=rtx4090 max_price=0.01 | rtx4090 |

  Regra: A estimativa é feita sobre a oferta mais barata

    @destrutivo
    Cenário: A estimativa mostra a oferta mais barata, o tempo e o custo da migração
      Dado que já tenho a instância <instance_id> em execução em uma CPU
      E que já executei `dumont instance offers gpu_name=rtx4090 min_disk=100 max_price=2`
      E que anotei o campo "count" como <ofertas>
      E que anotei o campo "offers.0.id" como <ID>
      E que anotei o campo "offers.0.dph_total" como <preço>
      Quando executo `dumont instance migrate <instance_id> estimate target_type=gpu gpu_name=rtx4090`
      Então a API responde 200
      E a resposta tem:
        | campo                | condição      |
        | target.offer_id      | é <ID>        |
        | target.gpu_name      | é "RTX 4090"  |
        | target.cost_per_hour | é <preço>     |
        | offers_available     | é <ofertas>   |
        | estimated_time       | é maior que 0 |
        | estimated_cost       | é maior que 0 |

    @destrutivo
    Cenário: A estimativa mostra a origem e quanto ela custa hoje
      Dado que escolhi a oferta mais barata de "RTX 4090" como <ID>
      E que já tenho a instância <instance_id> em execução, na oferta <ID>
      E que já executei `dumont instance get <instance_id>`
      E que anotei o campo "dph_total" como <preço>
      Quando executo `dumont instance migrate <instance_id> estimate target_type=cpu`
      Então a API responde 200
      E a resposta tem:
        | campo                | condição            |
        | source.id            | é <instance_id>     |
        | source.type          | é "gpu"             |
        | source.gpu_name      | é "RTX 4090"        |
        | source.cost_per_hour | é <preço>           |
        | target.cost_per_hour | é menor que <preço> |

    @destrutivo
    Esquema do Cenário: Estimar na região <região> usa a oferta mais barata de lá
      Dado que já tenho a instância <instance_id> em execução em uma CPU
      E que já executei `dumont instance offers gpu_name=rtx4090 min_disk=100 region=<região>`
      E que anotei o campo "offers.0.id" como <ID>
      Quando executo `dumont instance migrate <instance_id> estimate target_type=gpu gpu_name=rtx4090 region=<região>`
      Então a API responde 200
      E o campo "target.offer_id" é <ID>

      Exemplos:
        | região |
        | US     |
        | EU     |
