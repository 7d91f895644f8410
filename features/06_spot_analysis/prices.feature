# language: pt
@criticidade-baixa
Funcionalidade: Preços do mercado spot

  Contexto:
    Dado que estou autenticado

  Regra: O mercado é um só, por onde quer que se olhe

    Esquema do Cenário: O preço e as ofertas da <gpu> são os mesmos <onde>
      Dado que a conta tem a chave da Vast.ai
      E que já executei `dumont instance offers "gpu_name=<gpu>"`
      E que anotei o campo "offers.0.dph_total" como <preço>
      E que anotei o campo "count" como <ofertas>
      Quando executo `<comando>`
      Então a API responde 200
      E a lista "<lista>" tem um item com:
        | campo        | condição    |
        | gpu_name     | é "<gpu>"   |
        | <preço_em>   | é <preço>   |
        | <ofertas_em> | é <ofertas> |

      Exemplos:
        | gpu       | onde                 | comando                                    | lista    | preço_em       | ofertas_em      |
        | RTX 4090  | no monitor de preços | dumont spot monitor                        | items    | spot_price     | total_offers    |
        | A100      | no monitor de preços | dumont spot monitor                        | items    | spot_price     | total_offers    |
        | RTX 4090  | no ranking para LLM  | dumont spot llm-gpus                       | rankings | price_per_hour | available_count |
        | H100 PCIE | no ranking para LLM  | dumont spot llm-gpus                       | rankings | price_per_hour | available_count |
        | L40       | no ranking para LLM  | dumont spot llm-gpus                       | rankings | price_per_hour | available_count |
        | RTX 4090  | no custo do treino   | dumont spot training-cost model=llama-3-8b | items    | spot_price     | available_count |
        | A6000     | no custo do treino   | dumont spot training-cost model=llama-3-8b | items    | spot_price     | available_count |

    Esquema do Cenário: A previsão parte do preço de agora da <gpu>
      Dado que já executei `dumont spot monitor "gpu_name=<gpu>"`
      E que anotei o campo "items.0.spot_price" como <preço>
      Quando executo `dumont spot prediction "<gpu>"`
      Então a API responde 200
      E o campo "current_price" é <preço>

      Exemplos:
        | gpu      |
        | RTX 3090 |
        | H100     |

    Esquema do Cenário: Toda GPU do monitor de preços aparece <onde>
      Dado que já executei `dumont spot monitor`
      E que anotei o campo "total_gpus_monitored" como <gpus>
      Quando executo `dumont spot <comando>`
      Então a API responde 200
      E a lista "<lista>" tem <gpus> itens

      Exemplos:
        | onde                | comando                        | lista    |
        | no ranking para LLM | llm-gpus                       | rankings |
        | na disponibilidade  | availability                   | gpus     |
        | no custo do treino  | training-cost model=phi-3-mini | items    |

    Cenário: O preço sob demanda no custo do treino é o do monitor de preços
      Dado que já executei `dumont spot monitor gpu_name=a100`
      E que anotei o campo "items.0.ondemand_price" como <sob_demanda>
      Quando executo `dumont spot training-cost model=llama-3-70b`
      Então a API responde 200
      E a lista "items" tem um item com:
        | campo          | condição        |
        | gpu_name       | é "A100"        |
        | ondemand_price | é <sob_demanda> |
