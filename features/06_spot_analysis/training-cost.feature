# language: pt
@criticidade-baixa
Funcionalidade: Custo do treino

  Contexto:
    Dado que estou autenticado

  Regra: Modelo maior custa mais

    Esquema do Cenário: Treinar o <maior> custa mais que treinar o <menor>
      Dado que já executei `dumont spot training-cost model=<menor>`
      E que anotei o campo "estimated_cost" como <custo_do_menor>
      Quando executo `dumont spot training-cost model=<maior>`
      Então a API responde 200
      E o campo "estimated_cost" é maior que <custo_do_menor>

      Exemplos:
        | menor      | maior       |
        | phi-3-mini | mistral-7b  |
        | mistral-7b | llama-3-8b  |
        | llama-3-8b | llama-3-70b |

    Esquema do Cenário: O <modelo> custa o mesmo que outro modelo de 7B
      Dado que já executei `dumont spot training-cost model=mistral-7b`
      E que anotei o campo "estimated_cost" como <custo>
      Quando executo `dumont spot training-cost model=<modelo>`
      Então a API responde 200
      E o campo "estimated_cost" é <custo>

      Exemplos:
        | modelo                    |
        | gemma-7b                  |
        | unsloth/Qwen2-7B-bnb-4bit |

  Regra: Só entram as GPUs em que o modelo cabe

    Esquema do Cenário: O <modelo> pede GPUs de <vram> GB ou mais
      Quando executo `dumont spot training-cost model=<modelo>`
      Então a API responde 200
      E o campo "model" é "<modelo>"
      E o menor "vram_gb" da lista "items" é <vram>
      E anoto o campo "estimated_cost" como <custo>
      E o menor "estimated_cost" da lista "items" é <custo>

      Exemplos:
        | modelo      | vram |
        | phi-3-mini  | 8    |
        | mistral-7b  | 12   |
        | llama-3-8b  | 16   |
        | llama-3-70b | 48   |

  Regra: O filtro mostra só o que se pediu

    Esquema do Cenário: Treinar só em GPUs <quais>
      Quando executo `dumont spot <comando>`
      Então a API responde 200
      E cada item da lista "items" tem:
        | campo   | condição   |
        | <campo> | <condição> |

      Exemplos:
        | quais                    | comando                                      | campo      | condição        |
        | de 48 GB ou mais         | training-cost model=llama-3-8b min_vram=48   | vram_gb    | é no mínimo 48  |
        | de até US$ 0,40 por hora | training-cost model=llama-3-8b max_price=0.4 | spot_price | é no máximo 0.4 |

    Cenário: GPU que custa exatamente o máximo fica na lista
      Dado que já executei `dumont spot prediction rtx4090`
      E que anotei o campo "current_price" como <limite>
      Quando executo `dumont spot training-cost model=llama-3-8b max_price=<limite>`
      Então a API responde 200
      E a lista "items" tem um item com:
        | campo    | condição     |
        | gpu_name | é "RTX 4090" |

    Cenário: Modelo que não cabe no orçamento não tem custo estimado
      Quando executo `dumont spot training-cost model=llama-3-70b max_price=0.05`
      Então a API responde 200
      E a lista "items" está vazia
      E o campo "estimated_cost" é null

  Regra: Pedido sem sentido é recusado

    Esquema do Cenário: Pedir <o_quê> é recusado
      Quando executo `dumont spot <comando>`
      Então a API recusa o parâmetro "<parâmetro>"

      Exemplos:
        | o_quê                           | comando                                   | parâmetro |
        | custo sem dizer o modelo        | training-cost                             | model     |
        | GPUs de 3 GB                    | training-cost model=llama-3-8b min_vram=3 | min_vram  |
        | custo de um modelo desconhecido | training-cost model=llama-9-900b          | model     |
