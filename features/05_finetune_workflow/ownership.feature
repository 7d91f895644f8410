# language: pt
@criticidade-media
Funcionalidade: Dono do treino

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem um dataset preparado

  Regra: O treino é só de quem o criou

    @destrutivo
    Esquema do Cenário: <ação> que não existe é recusado
      Quando executo `dumont finetune <comando> 00000000`
      Então a API responde 404
      E o erro diz "Job not found: 00000000"
      E meus treinos continuam os mesmos

      Exemplos:
        | ação                     | comando |
        | Ver os logs de um treino | logs    |
        | Cancelar um treino       | cancel  |

    @sandbox @destrutivo
    Esquema do Cenário: <ação> de outro usuário é recusado
      Dado que existe o job <alheio> de outro usuário
      Quando executo `dumont finetune <comando> <alheio>`
      Então a API responde 404
      E o erro diz "Job not found: <alheio>"
      E o que é do outro usuário continua como estava

      Exemplos:
        | ação                  | comando |
        | Ver os logs do treino | logs    |
        | Cancelar o treino     | cancel  |

    @sandbox @destrutivo
    Cenário: A lista mostra só os meus treinos
      Dado que existe o job <alheio> de outro usuário
      E que já tenho o job <job_id> em execução
      Quando executo `dumont finetune jobs`
      Então a API responde 200
      E o campo "count" é 1
      E o job <job_id> aparece na lista com:
        | campo  | condição    |
        | status | é "running" |
      E o job <alheio> não aparece na lista
