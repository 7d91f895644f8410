# language: pt
@criticidade-media
Funcionalidade: Cancelamento do treino

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem um dataset preparado

  Regra: Treino terminado não se cancela

    @sandbox @destrutivo
    Cenário: Treino concluído não é cancelado
      Dado que já tenho o job <job_id> concluído
      Quando executo `dumont finetune cancel <job_id>`
      Então a API responde 409
      E o erro diz "already completed"
      E o job <job_id> ainda está concluído

    @destrutivo
    Cenário: Treino cancelado não é cancelado de novo
      Dado que já tenho o job <job_id> cancelado
      Quando executo `dumont finetune cancel <job_id>`
      Então a API responde 409
      E o erro diz "already cancelled"
      E o job <job_id> ainda está cancelado

  Regra: Treino cancelado para onde estava

    @sandbox @destrutivo
    Cenário: Treino cancelado na fila nem começa
      Dado que já tenho o job <job_id> na fila
      Quando executo `dumont finetune cancel <job_id>`
      Então a API responde 200
      E o job <job_id> fica cancelado
      E o job <job_id> tem:
        | campo        | condição        |
        | started_at   | é null          |
        | current_step | é 0             |
        | completed_at | está preenchido |

    @destrutivo
    Cenário: Treino cancelado no meio fica na lista, sem modelo pronto
      Dado que já tenho o job <job_id> cancelado
      Quando executo `dumont finetune jobs`
      Então a API responde 200
      E o job <job_id> aparece na lista com:
        | campo             | condição        |
        | status            | é "cancelled"   |
        | completed_at      | está preenchido |
        | progress_percent  | é menor que 100 |
        | output_model_path | é null          |

    @sandbox @destrutivo
    Cenário: Cancelar um treino não mexe nos outros
      Dado que já tenho o job <job_id> em execução
      E que já tenho o job <outro> em execução
      Quando executo `dumont finetune cancel <job_id>`
      Então a API responde 200
      E o job <job_id> fica cancelado
      E o job <outro> ainda está em execução
