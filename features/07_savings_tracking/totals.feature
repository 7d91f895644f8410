# language: pt
@criticidade-baixa
Funcionalidade: Totais que batem

  Contexto:
    Dado que estou autenticado
    E que a conta tem histórico de uso

  Regra: As contas batem entre si

    Esquema do Cenário: A soma por GPU é o total do resumo (<período>)
      Dado que já executei `dumont saving summary period=<período>`
      E que anotei o campo "total_hours" como <horas>
      E que anotei o campo "total_cost_dumont" como <custo_dumont>
      E que anotei o campo "total_cost_aws" como <custo_aws>
      E que anotei o campo "total_cost_gcp" como <custo_gcp>
      E que anotei o campo "total_cost_azure" como <custo_azure>
      E que anotei o campo "total_savings" como <economia>
      Quando executo `dumont saving breakdown period=<período>`
      Então a API responde 200
      E a soma de "hours" da lista "gpu_breakdown" é <horas>
      E a soma de "cost" da lista "gpu_breakdown" é <custo_dumont>
      E a soma de "aws" da lista "gpu_breakdown" é <custo_aws>
      E a soma de "gcp" da lista "gpu_breakdown" é <custo_gcp>
      E a soma de "azure" da lista "gpu_breakdown" é <custo_azure>
      E a soma de "savings" da lista "gpu_breakdown" é <economia>

      Exemplos:
        | período |
        | month   |
        | year    |
        | all     |

      @sandbox
      Exemplos: Em uma conta que acabou de trabalhar
        | período |
        | day     |
        | week    |

    Esquema do Cenário: A comparação com as nuvens repete o resumo (<período>)
      Dado que já executei `dumont saving summary period=<período>`
      E que anotei o campo "total_cost_dumont" como <custo_dumont>
      E que anotei o campo "total_cost_aws" como <custo_aws>
      E que anotei o campo "total_cost_gcp" como <custo_gcp>
      E que anotei o campo "total_cost_azure" como <custo_azure>
      E que anotei o campo "savings_vs_aws" como <economia_aws>
      E que anotei o campo "savings_vs_gcp" como <economia_gcp>
      E que anotei o campo "savings_vs_azure" como <economia_azure>
      Quando executo `dumont saving comparison period=<período>`
      Então a API responde 200
      E a resposta tem:
        | campo                          | condição           |
        | cloud_comparison.dumont.cost   | é <custo_dumont>   |
        | cloud_comparison.aws.cost      | é <custo_aws>      |
        | cloud_comparison.gcp.cost      | é <custo_gcp>      |
        | cloud_comparison.azure.cost    | é <custo_azure>    |
        | cloud_comparison.aws.savings   | é <economia_aws>   |
        | cloud_comparison.gcp.savings   | é <economia_gcp>   |
        | cloud_comparison.azure.savings | é <economia_azure> |

      Exemplos:
        | período |
        | day     |
        | month   |
        | all     |

    @sandbox
    Cenário: Em uma conta nova, a soma do histórico mensal é o total
      Dado que já executei `dumont saving summary period=all`
      E que anotei o campo "total_cost_dumont" como <custo_dumont>
      E que anotei o campo "total_cost_aws" como <custo_aws>
      E que anotei o campo "total_savings" como <economia>
      Quando executo `dumont saving history`
      Então a API responde 200
      E a soma de "dumont" da lista "monthly_data" é <custo_dumont>
      E a soma de "aws" da lista "monthly_data" é <custo_aws>
      E a soma de "savings" da lista "monthly_data" é <economia>
