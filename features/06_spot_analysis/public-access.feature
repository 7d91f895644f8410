# language: pt
@criticidade-baixa
Funcionalidade: Acesso ao mercado spot

  Contexto:
    Dado que estou autenticado

  Regra: O mercado spot está aberto a todos

    Esquema do Cenário: Ver <visão> sem sessão
      Dado que já executei `dumont auth logout`
      E que não estou autenticado
      Quando executo `<comando>`
      Então a API responde 200
      E a lista "<lista>" tem ao menos 1 item

      Exemplos:
        | visão                | comando                                    | lista           |
        | a previsão de preços | dumont spot prediction rtx4090             | predictions_24h |
        | os preços de agora   | dumont spot monitor                        | items           |
        | a confiabilidade     | dumont spot reliability                    | items           |
        | o ranking para LLM   | dumont spot llm-gpus                       | rankings        |
        | as janelas seguras   | dumont spot safe-windows rtx4090           | windows         |
        | a disponibilidade    | dumont spot availability                   | gpus            |
        | o custo do treino    | dumont spot training-cost model=llama-3-8b | items           |

  Regra: Sem o banco de dados não há preços

    @sandbox
    Cenário: Com o banco de dados fora do ar, o monitor de preços fica indisponível
      Dado que o banco de dados está fora do ar
      Quando executo `dumont spot monitor`
      Então a API responde 503
      E o erro diz "unavailable"
