# language: pt
@criticidade-media
Funcionalidade: Opções do treino

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem um dataset preparado

  Regra: O treino é como foi pedido

    @destrutivo
    Cenário: Treino sem opções usa os valores padrão
      Quando executo `dumont finetune create job_name=padrao model_id=unsloth/mistral-7b-bnb-4bit`
      Então a API responde 201
      E a resposta tem:
        | campo                              | condição                        |
        | name                               | é "padrao"                      |
        | base_model                         | é "unsloth/mistral-7b-bnb-4bit" |
        | status                             | é "queued"                      |
        | gpu_type                           | é "A100"                        |
        | num_gpus                           | é 1                             |
        | config.lora_rank                   | é 16                            |
        | config.lora_alpha                  | é 16                            |
        | config.learning_rate               | é 0.0002                        |
        | config.epochs                      | é 1                             |
        | config.batch_size                  | é 2                             |
        | config.gradient_accumulation_steps | é 4                             |
        | config.max_seq_length              | é 2048                          |
        | config.warmup_steps                | é 5                             |
        | config.weight_decay                | é 0.01                          |

    @destrutivo
    Cenário: Treino usa a GPU, o dataset e cada número do pedido
      Dado que já executei `dumont finetune create job_name=sob-medida model_id=unsloth/gemma-7b-bnb-4bit gpu_type=rtx4090 num_gpus=2 dataset_source=huggingface dataset_path=yahma/alpaca-cleaned dataset_format=sharegpt 'config={"lora_rank":32,"lora_alpha":64,"learning_rate":0.001,"epochs":3,"batch_size":8,"gradient_accumulation_steps":2,"max_seq_length":4096,"warmup_steps":100,"weight_decay":0.1}'`
      E que anotei o campo "job_id" como <job_id>
      Quando executo `dumont finetune jobs`
      Então a API responde 200
      E o job <job_id> aparece na lista com:
        | campo                              | condição                      |
        | name                               | é "sob-medida"                |
        | base_model                         | é "unsloth/gemma-7b-bnb-4bit" |
        | gpu_type                           | é "RTX 4090"                  |
        | num_gpus                           | é 2                           |
        | dataset_source                     | é "huggingface"               |
        | dataset_path                       | é "yahma/alpaca-cleaned"      |
        | dataset_format                     | é "sharegpt"                  |
        | config.lora_rank                   | é 32                          |
        | config.lora_alpha                  | é 64                          |
        | config.learning_rate               | é 0.001                       |
        | config.epochs                      | é 3                           |
        | config.batch_size                  | é 8                           |
        | config.gradient_accumulation_steps | é 2                           |
        | config.max_seq_length              | é 4096                        |
        | config.warmup_steps                | é 100                         |
        | config.weight_decay                | é 0.1                         |

    @destrutivo
    Esquema do Cenário: Treino com os <extremos> números aceitos
      Quando executo `dumont finetune create job_name=limite model_id=unsloth/llama-3-8b-bnb-4bit 'config=<números>'`
      Então a API responde 201
      E o campo "config.epochs" é <épocas>
      E o campo "config.learning_rate" é <taxa>

      Exemplos:
        | extremos | épocas | taxa     | números                                                                                                                                                                         |
        | menores  | 1      | 0.000001 | {"lora_rank":4,"lora_alpha":4,"learning_rate":0.000001,"epochs":1,"batch_size":1,"gradient_accumulation_steps":1,"max_seq_length":256,"warmup_steps":0,"weight_decay":0}        |
        | maiores  | 10     | 0.01     | {"lora_rank":128,"lora_alpha":128,"learning_rate":0.01,"epochs":10,"batch_size":32,"gradient_accumulation_steps":32,"max_seq_length":8192,"warmup_steps":1000,"weight_decay":1} |

    @destrutivo
    Cenário: Mais épocas dão mais passos
      Dado que já executei `dumont finetune create job_name=curto model_id=unsloth/llama-3-8b-bnb-4bit`
      E que anotei o campo "total_steps" como <passos>
      Quando executo `dumont finetune create job_name=longo model_id=unsloth/llama-3-8b-bnb-4bit 'config={"epochs":2}'`
      Então a API responde 201
      E o campo "total_steps" é maior que <passos>

  Regra: A lista tem um treino para cada pedido

    @sandbox @destrutivo
    Cenário: Cada pedido cria um treino só
      Dado que já executei `dumont finetune create job_name=unico model_id=unsloth/llama-3-8b-bnb-4bit`
      E que anotei o campo "job_id" como <job_id>
      Quando executo `dumont finetune jobs`
      Então a API responde 200
      E a lista "jobs" tem 1 item
      E o job <job_id> aparece na lista com:
        | campo | condição  |
        | name  | é "unico" |

    @destrutivo
    Cenário: O treino mais novo vem primeiro
      Dado que já tenho o job <antigo> em execução
      E que já tenho o job <novo> em execução
      Quando executo `dumont finetune jobs`
      Então a API responde 200
      E a resposta tem:
        | campo         | condição   |
        | jobs.0.job_id | é <novo>   |
        | jobs.1.job_id | é <antigo> |
