# language: pt
@criticidade-media
Funcionalidade: Modelos base para treinar

  Contexto:
    Dado que estou autenticado

  Regra: Cada modelo diz a VRAM de que precisa

    Esquema do Cenário: O <nome> pede <vram> GB de VRAM
      Quando executo `dumont finetune models`
      Então a API responde 200
      E a lista "models" tem um item com:
        | campo           | condição            |
        | id              | é "unsloth/<id>"    |
        | name            | começa com "<nome>" |
        | parameters      | é "<tamanho>"       |
        | min_vram        | é "<vram>GB"        |
        | recommended_gpu | está preenchido     |

      Exemplos:
        | nome        | id                              | tamanho | vram |
        | Llama 3 8B  | llama-3-8b-bnb-4bit             | 8B      | 16   |
        | Llama 3 70B | llama-3-70b-bnb-4bit            | 70B     | 48   |
        | Mistral 7B  | mistral-7b-bnb-4bit             | 7B      | 12   |
        | Gemma 7B    | gemma-7b-bnb-4bit               | 7B      | 12   |
        | Qwen2 7B    | Qwen2-7B-bnb-4bit               | 7B      | 12   |
        | Phi-3       | Phi-3-mini-4k-instruct-bnb-4bit | 3.8B    | 8    |
