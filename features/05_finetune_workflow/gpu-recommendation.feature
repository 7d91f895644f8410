# language: pt
@criticidade-media
Funcionalidade: GPU recomendada para a tarefa

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai

  Regra: A GPU recomendada dá conta da tarefa

    Esquema do Cenário: A GPU para "<tarefa>" tem ao menos <vram> GB
      Quando executo `dumont advisor recommend "task=<tarefa>"`
      Então a API responde 200
      E o campo "required_vram_gb" é <vram>
      E o campo "gpu_recommendation.num_gpus" é 1
      E o campo "gpu_recommendation.vram_gb" é no mínimo <vram>

      Exemplos:
        | tarefa                          | vram |
        | Fine-tune Llama 3 70B with LoRA | 48   |
        | Train Llama 3 8B with LoRA      | 16   |
        | Train Mistral 7B with QLoRA     | 12   |
        | Fine-tune Gemma 7B              | 12   |
        | Train Qwen2 7B with LoRA        | 12   |
        | Train Phi-3 mini with LoRA      | 8    |
        | Run inference with Flux.1       | 24   |
        | Generate images with SDXL       | 12   |
        | Serve a 13B model               | 26   |
        | Translate the sea into colours  | 24   |

    Cenário: Modelo que não cabe em uma GPU pede mais de uma
      Quando executo `dumont advisor recommend task="Serve a 120B model"`
      Então a API responde 200
      E o campo "required_vram_gb" é 240
      E o campo "gpu_recommendation.num_gpus" é maior que 1

    Cenário: A GPU recomendada é a mais barata que serve
      Dado que já executei `dumont instance offers min_gpu_ram=48`
      E que anotei o campo "offers.0.gpu_name" como <mais_barata>
      E que anotei o campo "offers.0.gpu_ram" como <vram>
      E que anotei o campo "offers.0.dph_total" como <preço>
      Quando executo `dumont advisor recommend task="Train Llama 3 70B with LoRA"`
      Então a API responde 200
      E a resposta tem:
        | campo                             | condição        |
        | gpu_recommendation.gpu_name       | é <mais_barata> |
        | gpu_recommendation.vram_gb        | é <vram>        |
        | gpu_recommendation.price_per_hour | é <preço>       |

    Cenário: A GPU recomendada está disponível
      Dado que já executei `dumont advisor recommend task="Run inference with Flux.1"`
      E que anotei o campo "gpu_recommendation.gpu_name" como <recomendada>
      Quando executo `dumont instance offers "gpu_name=<recomendada>"`
      Então a API responde 200
      E cada item da lista "offers" tem:
        | campo    | condição        |
        | gpu_name | é <recomendada> |
        | gpu_ram  | é no mínimo 24  |

  Regra: Sem uma tarefa que o mercado atenda não há recomendação

    Esquema do Cenário: Pedido <como> é recusado
      Quando executo `<comando>`
      Então a API recusa o parâmetro "task"

      Exemplos:
        | como                   | comando                           |
        | sem dizer a tarefa     | dumont advisor recommend          |
        | com a tarefa em branco | dumont advisor recommend "task= " |

    Cenário: Pedido para um modelo grande demais é recusado
      Quando executo `dumont advisor recommend "task=Serve a 2000B model"`
      Então a API responde 422
      E o erro diz "No GPU fits"
