# language: pt
@criticidade-media
Funcionalidade: Deploy com o assistente

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem saldo

  Regra: O assistente fica com a melhor oferta

    @destrutivo
    Esquema do Cenário: Subir uma <gpu> aluga a oferta mais barata
      Dado que escolhi a oferta mais barata de "<gpu>" como <melhor_oferta>
      Quando executo `dumont instance create wizard "gpu_name=<gpu>"`
      Então a API responde 201
      E a resposta tem:
        | campo                 | condição              |
        | gpu_name              | é "<gpu>"             |
        | optimization.offer_id | é <melhor_oferta>     |
        | optimization.reasons  | está preenchido       |
        | disk_space            | é 50                  |
        | label                 | é "wizard-<etiqueta>" |

      Exemplos:
        | gpu      | etiqueta |
        | RTX 3090 | rtx3090  |
        | A100     | a100     |

    @destrutivo
    Cenário: Com a melhor oferta já alugada, o assistente fica com a seguinte
      Dado que escolhi a oferta mais barata de "RTX 4090" como <ID>
      E que já executei `dumont instance create offer_id=<ID>`
      E que escolhi a oferta mais barata de "RTX 4090" como <seguinte>
      Quando executo `dumont instance create wizard gpu_name=rtx4090`
      Então a API responde 201
      E o campo "optimization.offer_id" é diferente de <ID>
      E o campo "optimization.offer_id" é <seguinte>

    @destrutivo
    Cenário: O assistente compara todas as ofertas da GPU
      Dado que já executei `dumont instance offers gpu_name=rtx4090 min_disk=50 max_price=2`
      E que anotei o campo "count" como <ofertas>
      Quando executo `dumont instance create wizard gpu_name=rtx4090`
      Então a API responde 201
      E o campo "optimization.considered_offers" é <ofertas>

    @destrutivo
    Esquema do Cenário: Subir uma RTX 4090 na região <região> aluga a oferta mais barata de lá
      Dado que já executei `dumont instance offers gpu_name=rtx4090 region=<região>`
      E que anotei o campo "offers.0.id" como <melhor_da_região>
      Quando executo `dumont instance create wizard gpu_name=rtx4090 region=<região>`
      Então a API responde 201
      E o campo "optimization.offer_id" é <melhor_da_região>

      Exemplos:
        | região |
        | US     |
        | EU     |
        | ASIA   |

    @destrutivo
    Cenário: Oferta que custa exatamente o máximo serve
      Dado que já executei `dumont instance offers gpu_name=rtx4090`
      E que anotei o campo "offers.0.dph_total" como <preço>
      Quando executo `dumont instance create wizard gpu_name=rtx4090 max_price=<preço>`
      Então a API responde 201
      E o campo "dph_total" é <preço>
      E o campo "optimization.considered_offers" é 1

  Regra: A instância é a que foi pedida ao assistente

    @destrutivo
    Cenário: Subir com um disco maior
      Dado que já executei `dumont instance create wizard gpu_name=rtx4090 disk_size=120`
      E que anotei o campo "id" como <instance_id>
      Quando executo `dumont instance get <instance_id>`
      Então a API responde 200
      E o campo "disk_space" é 120

    @sandbox @destrutivo
    Cenário: Cada pedido ao assistente cria uma instância só
      Dado que a conta não tem nenhuma instância
      E que já executei `dumont instance create wizard gpu_name=rtx4090`
      E que anotei o campo "id" como <instance_id>
      Quando executo `dumont instance list`
      Então a API responde 200
      E o campo "count" é 1
      E a instância <instance_id> aparece na lista com:
        | campo | condição           |
        | label | é "wizard-rtx4090" |

    @destrutivo
    Cenário: A oferta que o assistente alugou sai do mercado
      Dado que já executei `dumont instance create wizard gpu_name=rtx4090`
      E que anotei o campo "optimization.offer_id" como <alugada>
      Quando executo `dumont instance offers gpu_name=rtx4090`
      Então a API responde 200
      E a lista "offers" tem ao menos 1 item
      E nenhum item da lista "offers" tem:
        | campo | condição    |
        | id    | é <alugada> |
