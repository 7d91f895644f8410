# language: pt
@criticidade-media
Funcionalidade: Logs do treino

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem um dataset preparado

  Regra: Os logs contam o treino desde o começo

    @destrutivo
    Cenário: Cada treino tem os seus logs
      Dado que já executei `dumont finetune create job_name=primeiro model_id=unsloth/Qwen2-7B-bnb-4bit`
      E que anotei o campo "job_id" como <job_id>
      E que já executei `dumont finetune create job_name=segundo model_id=unsloth/gemma-7b-bnb-4bit`
      Quando executo `dumont finetune logs <job_id>`
      Então a API responde 200
      E o campo "logs" contém "unsloth/Qwen2-7B-bnb-4bit"

    @destrutivo
    Cenário: A primeira linha diz o modelo e o dataset
      Dado que já executei `dumont finetune create job_name=falante model_id=unsloth/Qwen2-7B-bnb-4bit`
      E que anotei o campo "job_id" como <job_id>
      E que anotei o campo "dataset_path" como <dataset>
      Quando executo `dumont finetune logs <job_id>`
      Então a API responde 200
      E o campo "logs" contém "unsloth/Qwen2-7B-bnb-4bit"
      E o campo "logs" contém <dataset>

    @destrutivo
    Cenário: Enquanto o treino roda, os logs crescem
      Dado que já tenho o job <job_id> em execução
      Quando executo `dumont finetune logs <job_id>`
      Então a API responde 200
      E o campo "job_id" é <job_id>
      E os logs do job <job_id> crescem

    @destrutivo
    Cenário: Cancelado o treino, os logs param de crescer
      Dado que já tenho o job <job_id> em execução
      E os logs do job <job_id> crescem
      Quando executo `dumont finetune cancel <job_id>`
      Então a API responde 200
      E o job <job_id> fica cancelado
      E os logs do job <job_id> param de crescer

    @destrutivo
    Cenário: Ver só as duas últimas linhas
      Dado que já tenho o job <job_id> em execução
      Quando executo `dumont finetune logs <job_id> tail=2`
      Então a API responde 200
      E o campo "logs" tem 2 linhas

    @sandbox @destrutivo
    Cenário: Os logs do treino concluído chegam ao último passo
      Dado que já tenho o job <job_id> concluído
      E que já executei `dumont finetune jobs`
      E que anotei o campo "jobs.0.total_steps" como <passos>
      Quando executo `dumont finetune logs <job_id>`
      Então a API responde 200
      E o campo "logs" contém "step <passos>/<passos>"

    @destrutivo
    Cenário: Pedir zero linhas é recusado
      Dado que já tenho o job <job_id> em execução
      Quando executo `dumont finetune logs <job_id> tail=0`
      Então a API recusa o parâmetro "tail"
