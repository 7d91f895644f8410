# language: pt
@criticidade-baixa
Funcionalidade: Conta sem uso

  Contexto:
    Dado que estou autenticado

  Regra: Quem não usou não economizou, e isso não é erro

    @sandbox
    Esquema do Cenário: Conta sem uso tem zero <onde>
      Dado que a conta está sem histórico de uso
      Quando executo `dumont <comando>`
      Então a API responde 200
      E o campo "<campo>" é 0

      Exemplos:
        | onde                              | comando           | campo                                  |
        | no resumo                         | saving summary    | total_savings                          |
        | na porcentagem                    | saving summary    | savings_percentage_avg                 |
        | na comparação com as nuvens       | saving comparison | cloud_comparison.aws.cost              |
        | na porcentagem em relação à Azure | saving comparison | cloud_comparison.azure.savings_percent |
        | na hibernação do mês              | metrics savings   | summary.total_savings_usd              |
        | na hibernação desde o início      | hibernation stats | stats.total_savings                    |

    @sandbox
    Cenário: Conta sem uso tem o detalhamento vazio
      Dado que a conta está sem histórico de uso
      Quando executo `dumont saving breakdown period=all`
      Então a API responde 200
      E a lista "gpu_breakdown" está vazia

    @sandbox
    Cenário: Conta sem uso tem seis meses zerados no histórico
      Dado que a conta está sem histórico de uso
      Quando executo `dumont saving history`
      Então a API responde 200
      E a lista "monthly_data" tem 6 itens
      E cada item da lista "monthly_data" tem:
        | campo   | condição |
        | dumont  | é 0      |
        | aws     | é 0      |
        | savings | é 0      |

  Regra: A economia de um cliente é só dele

    @sandbox
    Esquema do Cenário: O uso de outro usuário não entra <onde>
      Dado que a conta está sem histórico de uso
      E que existe a instância <alheia> de outro usuário
      Quando executo `dumont <comando>`
      Então a API responde 200
      E o campo "<campo>" é 0

      Exemplos:
        | onde          | comando                   | campo                     |
        | no resumo     | saving summary period=all | total_hours               |
        | na comparação | saving comparison         | cloud_comparison.aws.cost |
        | na hibernação | hibernation stats         | stats.total_hibernations  |
