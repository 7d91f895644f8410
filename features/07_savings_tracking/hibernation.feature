# language: pt
@criticidade-baixa
Funcionalidade: Economia com hibernação

  Contexto:
    Dado que estou autenticado
    E que a conta tem histórico de uso

  Regra: A economia com hibernação é contada à parte

    Esquema do Cenário: A economia com hibernação em <dias> dias é igual nos dois comandos
      Dado que já executei `dumont saving summary period=<período>`
      E que anotei o campo "auto_hibernate_savings" como <economizado>
      Quando executo `dumont metrics savings days=<dias>`
      Então a API responde 200
      E o campo "period_days" é <dias>
      E o campo "summary.total_savings_usd" é <economizado>

      Exemplos:
        | dias | período |
        | 7    | week    |
        | 30   | month   |
        | 365  | year    |

    @sandbox
    Cenário: Em uma conta nova, a economia do ano é igual à total
      Dado que já executei `dumont metrics savings days=365`
      E que anotei o campo "summary.total_savings_usd" como <economizado>
      E que anotei o campo "summary.total_hours_saved" como <horas>
      E que anotei o campo "summary.hibernation_count" como <vezes>
      Quando executo `dumont hibernation stats`
      Então a API responde 200
      E a resposta tem:
        | campo                    | condição        |
        | stats.total_savings      | é <economizado> |
        | stats.total_hours_saved  | é <horas>       |
        | stats.total_hibernations | é <vezes>       |
      E a soma de "hibernations" da lista "stats.machines" é <vezes>

    @sandbox
    Cenário: Cada máquina mostra quanto a sua hibernação economizou
      Quando executo `dumont hibernation stats`
      Então a API responde 200
      E a lista "stats.machines" tem 2 itens
      E a lista "stats.machines" tem um item com:
        | campo        | condição      |
        | instance_id  | é "9001"      |
        | hibernations | é 2           |
        | savings      | é maior que 0 |
      E a lista "stats.machines" tem um item com:
        | campo        | condição      |
        | instance_id  | é "9002"      |
        | hibernations | é 2           |
        | savings      | é maior que 0 |

    @sandbox
    Cenário: A hibernação não entra na economia em relação às nuvens
      Dado que já executei `dumont saving breakdown`
      E que anotei o campo "gpu_breakdown.0.gpu" como <gpu>
      Quando executo `dumont saving summary`
      Então a API responde 200
      E anoto o campo "savings_vs_aws" como <economia_aws>
      E a resposta tem:
        | campo                  | condição         |
        | auto_hibernate_savings | é maior que 0    |
        | total_savings          | é <economia_aws> |

    @sandbox
    Cenário: A economia com hibernação continua na conta depois de 60 dias
      Dado que já executei `dumont hibernation stats`
      E que anotei o campo "stats.total_savings" como <economizado>
      E que se passaram 60 dias
      Quando executo `dumont hibernation stats`
      Então a API responde 200
      E o campo "stats.total_savings" é maior que 0
      E o campo "stats.total_savings" é <economizado>
