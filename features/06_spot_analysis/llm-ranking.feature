# language: pt
@criticidade-baixa
Funcionalidade: Ranking de GPUs para LLM

  Contexto:
    Dado que estou autenticado

  Regra: O menor custo por token vem primeiro

    Cenário: GPUs de 24 GB ou mais vêm do menor custo por token ao maior
      Quando executo `dumont spot llm-gpus min_vram=24`
      Então a API responde 200
      E a lista "rankings" tem ao menos 2 itens
      E a lista "rankings" está em ordem crescente de "cost_per_million_tokens"

  Regra: O filtro mostra só o que se pediu

    Esquema do Cenário: Ver só GPUs <quais>
      Quando executo `dumont spot <comando>`
      Então a API responde 200
      E cada item da lista "rankings" tem:
        | campo   | condição   |
        | <campo> | <condição> |

      Exemplos:
        | quais                     | comando                 | campo          | condição         |
        | de 48 GB ou mais          | llm-gpus min_vram=48    | vram_gb        | é no mínimo 48   |
        | de até US$ 0,30 por hora  | llm-gpus max_price=0.30 | price_per_hour | é no máximo 0.30 |
        | em que cabe um LLM de 13B | llm-gpus model_size=13B | vram_gb        | é no mínimo 26   |

    Cenário: GPU com exatamente a VRAM mínima fica no ranking
      Quando executo `dumont spot llm-gpus min_vram=24`
      Então a API responde 200
      E o menor "vram_gb" da lista "rankings" é 24

    Cenário: GPU que custa exatamente o máximo fica no ranking
      Dado que já executei `dumont spot prediction rtx4090`
      E que anotei o campo "current_price" como <limite>
      Quando executo `dumont spot llm-gpus max_price=<limite>`
      Então a API responde 200
      E a lista "rankings" tem um item com:
        | campo    | condição     |
        | gpu_name | é "RTX 4090" |

    Cenário: Tamanho do modelo e VRAM mínima valem juntos
      Quando executo `dumont spot llm-gpus model_size=8B min_vram=48`
      Então a API responde 200
      E o menor "vram_gb" da lista "rankings" é 48

    Cenário: Teto abaixo do mercado não traz GPU
      Quando executo `dumont spot llm-gpus max_price=0.01`
      Então a API responde 200
      E a lista "rankings" está vazia
      E o campo "best_value" é null

  Regra: Filtro de GPUs para LLM sem sentido é recusado

    Esquema do Cenário: Pedir <o_quê> é recusado
      Quando executo `dumont spot <comando>`
      Então a API recusa o parâmetro "<parâmetro>"

      Exemplos:
        | o_quê                     | comando                    | parâmetro  |
        | GPUs de 3 GB              | llm-gpus min_vram=3        | min_vram   |
        | preço negativo            | llm-gpus max_price=-1      | max_price  |
        | LLM de tamanho indefinido | llm-gpus model_size=grande | model_size |
