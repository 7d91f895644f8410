# language: pt
@criticidade-alta
Funcionalidade: Mercado de GPUs

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai

  Regra: O mercado que se vê é o mercado em que se aluga

    Cenário: As ofertas confirmam a linha mais nova do mercado
      Dado que já executei `dumont metrics market gpu_name=rtx4090 machine_type=interruptible limit=1`
      E que anotei o campo "data.0.total_offers" como <ofertas>
      E que anotei o campo "data.0.available_gpus" como <gpus>
      E que anotei o campo "data.0.min_price" como <menor_preço>
      E que anotei o campo "data.0.max_price" como <maior_preço>
      Quando executo `dumont instance offers gpu_name=rtx4090 machine_type=interruptible`
      Então a API responde 200
      E o campo "count" é <ofertas>
      E a soma de "num_gpus" da lista "offers" é <gpus>
      E o menor "dph_total" da lista "offers" é <menor_preço>
      E o maior "dph_total" da lista "offers" é <maior_preço>

    Cenário: O resumo do mercado conta as ofertas verificadas
      Dado que já executei `dumont instance offers gpu_name=rtx4090 machine_type=on-demand verified_only=true`
      E que anotei o campo "count" como <verificadas>
      Quando executo `dumont metrics market gpu_name=rtx4090 machine_type=on-demand hours=1`
      Então a API responde 200
      E a lista "data" tem 1 item
      E o campo "data.0.verified_offers" é <verificadas>

  Regra: O filtro mostra só o que se pediu

    Esquema do Cenário: Ver no mercado só <o_quê>
      Quando executo `dumont metrics market <filtro>`
      Então a API responde 200
      E cada item da lista "data" tem:
        | campo   | condição   |
        | <campo> | <condição> |

      Exemplos:
        | o_quê               | filtro                 | campo        | condição      |
        | a RTX 3090          | gpu_name=rtx3090       | gpu_name     | é "RTX 3090"  |
        | ofertas sob demanda | machine_type=on-demand | machine_type | é "on-demand" |

    Cenário: Ver só a última hora do mercado
      Quando executo `dumont metrics market machine_type=on-demand hours=1`
      Então a API responde 200
      E a lista "data" tem ao menos 1 item
      E a lista "data" não repete "gpu_name"

    Cenário: Ver só três linhas do mercado
      Quando executo `dumont metrics market limit=3`
      Então a API responde 200
      E a lista "data" tem 3 itens

    Cenário: GPU inexistente não aparece no mercado
      Quando executo `dumont metrics market gpu_name=rtx9999`
      Então a API responde 200
      E a lista "data" está vazia

  Regra: Filtro de mercado sem sentido é recusado

    Esquema do Cenário: Pedir <o_quê> é recusado
      Quando executo `dumont metrics market <filtro>`
      Então a API recusa o parâmetro "<campo>"

      Exemplos:
        | o_quê                           | filtro              | campo        |
        | menos de 1 hora de mercado      | hours=0             | hours        |
        | mais de 168 horas de mercado    | hours=169           | hours        |
        | um tipo de máquina desconhecido | machine_type=barata | machine_type |
        | mais de 1.000 itens             | limit=1001          | limit        |
