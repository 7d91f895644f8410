# language: pt
@criticidade-baixa
Funcionalidade: Previsão de preços e janelas seguras

  Contexto:
    Dado que estou autenticado

  Regra: A previsão cobre cada hora das próximas 24

    Esquema do Cenário: A previsão da <gpu> aponta a hora mais barata
      Quando executo `dumont spot prediction "<gpu>"`
      Então a API responde 200
      E a lista "predictions_24h" tem 24 itens
      E a lista "predictions_24h" não repete "hour_utc"
      E anoto o campo "predicted_lowest_price" como <menor_preço>
      E anoto o campo "best_time_to_rent" como <melhor_hora>
      E o menor "predicted_price" da lista "predictions_24h" é <menor_preço>
      E a lista "predictions_24h" tem um item com:
        | campo           | condição        |
        | hour_utc        | é <melhor_hora> |
        | predicted_price | é <menor_preço> |

      Exemplos:
        | gpu      |
        | RTX 3090 |
        | A100     |
        | H100     |

  Regra: As janelas mais seguras vêm primeiro

    Cenário: As janelas da H100 vêm da menos à mais interrompida
      Quando executo `dumont spot safe-windows h100`
      Então a API responde 200
      E a lista "windows" tem ao menos 2 itens
      E a lista "windows" está em ordem crescente de "avg_interruption_rate"

    @sandbox
    Cenário: Com duas semanas de histórico, há uma janela para cada hora
      Quando executo `dumont spot safe-windows rtx4090`
      Então a API responde 200
      E a lista "windows" tem 24 itens
