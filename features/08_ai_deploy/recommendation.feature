# language: pt
@criticidade-media
Funcionalidade: GPU recomendada

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai

  Regra: A recomendação é a GPU mais barata que dá conta

    Cenário: A GPU recomendada para o Flux.1 é a mais barata de 24 GB ou mais
      Dado que já executei `dumont instance offers min_gpu_ram=24`
      E que anotei o campo "offers.0.gpu_name" como <mais_barata>
      E que anotei o campo "offers.0.gpu_ram" como <vram>
      E que anotei o campo "offers.0.dph_total" como <preço>
      Quando executo `dumont advisor recommend task="Run inference with Flux.1"`
      Então a API responde 200
      E a resposta tem:
        | campo                             | condição        |
        | required_vram_gb                  | é 24            |
        | gpu_recommendation.gpu_name       | é <mais_barata> |
        | gpu_recommendation.vram_gb        | é <vram>        |
        | gpu_recommendation.num_gpus       | é 1             |
        | gpu_recommendation.price_per_hour | é <preço>       |

    @sandbox
    Cenário: A configuração recomendada traz a imagem padrão e disco para os pesos do modelo
      Quando executo `dumont advisor recommend task="Run inference with Flux.1"`
      Então a API responde 200
      E a resposta tem:
        | campo            | condição                                          |
        | config.image     | é "pytorch/pytorch:2.1.0-cuda12.1-cudnn8-runtime" |
        | config.disk_size | é 60                                              |

    @destrutivo
    Cenário: A GPU recomendada pode ser alugada
      Dado que já executei `dumont advisor recommend task="Run inference with Flux.1"`
      E que anotei o campo "gpu_recommendation.gpu_name" como <recomendada>
      Quando executo `dumont instance create wizard "gpu_name=<recomendada>"`
      Então a API responde 201
      E o campo "gpu_name" é <recomendada>
