# language: pt
@criticidade-media
Funcionalidade: Treinos recusados

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem um dataset preparado

  Regra: Pedido inválido não entra na fila

    @destrutivo
    Esquema do Cenário: Treino com <o_quê> é recusado
      Quando executo `dumont finetune create job_name=recusado <pedido>`
      Então a API recusa o parâmetro "<parâmetro>"
      E meus treinos continuam os mesmos

      Exemplos:
        | o_quê                           | pedido                                                  | parâmetro      |
        | modelo desconhecido             | model_id=unsloth/llama-9-900b                           | model_id       |
        | GPU desconhecida                | model_id=unsloth/llama-3-8b-bnb-4bit gpu_type=xyz9000   | gpu_type       |
        | nove GPUs                       | model_id=unsloth/llama-3-8b-bnb-4bit num_gpus=9         | num_gpus       |
        | dataset de origem desconhecida  | model_id=unsloth/llama-3-8b-bnb-4bit dataset_source=ftp | dataset_source |
        | dataset de formato desconhecido | model_id=unsloth/llama-3-8b-bnb-4bit dataset_format=csv | dataset_format |

    @destrutivo
    Esquema do Cenário: Treino com todos os números <direção> do limite é recusado
      Quando executo `dumont finetune create job_name=recusado model_id=unsloth/llama-3-8b-bnb-4bit 'config=<números>'`
      Então a API responde 422
      E a lista "details" tem 9 itens
      E a lista "details" não repete "loc"
      E meus treinos continuam os mesmos

      Exemplos:
        | direção | números                                                                                                                                                                            |
        | abaixo  | {"lora_rank":3,"lora_alpha":3,"learning_rate":0.0000009,"epochs":0,"batch_size":0,"gradient_accumulation_steps":0,"max_seq_length":255,"warmup_steps":-1,"weight_decay":-0.1}      |
        | acima   | {"lora_rank":129,"lora_alpha":129,"learning_rate":0.011,"epochs":11,"batch_size":33,"gradient_accumulation_steps":33,"max_seq_length":8193,"warmup_steps":1001,"weight_decay":1.1} |

    @destrutivo
    Cenário: Treino sem nome é recusado
      Quando executo `dumont finetune create job_name= model_id=unsloth/llama-3-8b-bnb-4bit`
      Então a API recusa o parâmetro "job_name"
      E meus treinos continuam os mesmos

  Regra: Sem dataset não há treino

    @sandbox @destrutivo
    Cenário: Conta sem dataset preparado precisa dizer qual usar
      Dado que a conta está sem dataset preparado
      Quando executo `dumont finetune create job_name=recusado model_id=unsloth/llama-3-8b-bnb-4bit`
      Então a API responde 400
      E o erro diz "No dataset"
      E meus treinos continuam os mesmos

    @sandbox @destrutivo
    Cenário: Conta sem dataset preparado treina com o dataset do pedido
      Dado que a conta está sem dataset preparado
      Quando executo `dumont finetune create job_name=de-fora model_id=unsloth/llama-3-8b-bnb-4bit dataset_source=huggingface dataset_path=yahma/alpaca-cleaned`
      Então a API responde 201
      E o campo "dataset_path" é "yahma/alpaca-cleaned"
