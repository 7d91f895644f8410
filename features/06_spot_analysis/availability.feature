# language: pt
@criticidade-baixa
Funcionalidade: GPUs disponíveis agora

  Contexto:
    Dado que estou autenticado

  Regra: A disponibilidade é a das ofertas

    Cenário: A disponibilidade da RTX 4090 é a soma das suas ofertas
      Dado que a conta tem a chave da Vast.ai
      E que já executei `dumont spot availability gpu_name=rtx4090`
      E que anotei o campo "gpus.0.available_now" como <disponíveis>
      E que anotei o campo "gpus.0.spot_price" como <preço>
      E que anotei o campo "gpus.0.best_offer_id" como <melhor_oferta>
      Quando executo `dumont instance offers gpu_name=rtx4090`
      Então a API responde 200
      E a soma de "num_gpus" da lista "offers" é <disponíveis>
      E o menor "dph_total" da lista "offers" é <preço>
      E a lista "offers" tem um item com:
        | campo     | condição          |
        | id        | é <melhor_oferta> |
        | dph_total | é <preço>         |

    Cenário: O total disponível é a soma dos modelos
      Quando executo `dumont spot availability`
      Então a API responde 200
      E anoto o campo "total_available" como <disponíveis>
      E a soma de "available_now" da lista "gpus" é <disponíveis>

  Regra: O filtro mostra só o que se pediu

    Cenário: Ver só modelos com 5 GPUs ou mais disponíveis
      Quando executo `dumont spot availability min_available=5`
      Então a API responde 200
      E cada item da lista "gpus" tem:
        | campo         | condição      |
        | available_now | é no mínimo 5 |

    Cenário: GPU com exatamente a quantidade mínima fica na lista
      Dado que já executei `dumont spot availability gpu_name=rtx4090`
      E que anotei o campo "gpus.0.available_now" como <limite>
      Quando executo `dumont spot availability min_available=<limite>`
      Então a API responde 200
      E a lista "gpus" tem um item com:
        | campo    | condição     |
        | gpu_name | é "RTX 4090" |

    Cenário: Pedir quantidade negativa é recusado
      Quando executo `dumont spot availability min_available=-1`
      Então a API recusa o parâmetro "min_available"
