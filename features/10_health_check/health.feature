# language: pt
@criticidade-alta
Funcionalidade: Saúde da plataforma

  Contexto:
    Dado que estou autenticado

  Regra: Ver a saúde não pede sessão

    Cenário: Ver a saúde da plataforma sem sessão
      Dado que já executei `dumont auth logout`
      Quando executo `dumont health list`
      Então a API responde 200
      E a resposta tem:
        | campo   | condição         |
        | status  | é "healthy"      |
        | service | é "dumont-cloud" |
        | version | está preenchido  |

  Regra: O que está fora do ar aparece na saúde

    @sandbox
    Esquema do Cenário: A saúde mostra que <dependência> está <avaria>
      Dado que <dependência> está <avaria>
      Quando executo `dumont health list`
      Então a API responde 200
      E o campo "status" é "degraded"
      E a lista "dependencies" tem um item com:
        | campo  | condição       |
        | name   | é "<nome>"     |
        | status | é "<situação>" |

      Exemplos:
        | dependência         | avaria     | nome     | situação |
        | a Vast.ai           | fora do ar | vast     | offline  |
        | a Vast.ai           | degradada  | vast     | degraded |
        | a GCP               | fora do ar | gcp      | offline  |
        | a GCP               | degradada  | gcp      | degraded |
        | o storage de backup | fora do ar | storage  | offline  |
        | o storage de backup | degradado  | storage  | degraded |
        | o banco de dados    | degradado  | database | degraded |

    @sandbox
    Cenário: A falha de uma dependência não aparece em outra
      Dado que a Vast.ai está fora do ar
      E que o storage de backup está degradado
      Quando executo `dumont health list`
      Então a API responde 200
      E a lista "dependencies" tem um item com:
        | campo  | condição     |
        | name   | é "storage"  |
        | status | é "degraded" |
      E a lista "dependencies" tem um item com:
        | campo  | condição    |
        | name   | é "gcp"     |
        | status | é "healthy" |

    @sandbox
    Cenário: A saúde volta quando a dependência volta
      Dado que a Vast.ai está fora do ar
      Mas a Vast.ai está de volta no ar
      Quando executo `dumont health list`
      Então a API responde 200
      E o campo "status" é "healthy"
      E cada item da lista "dependencies" tem:
        | campo  | condição    |
        | status | é "healthy" |
