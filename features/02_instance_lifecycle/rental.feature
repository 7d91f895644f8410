# language: pt
@criticidade-alta
Funcionalidade: Aluguel de uma instância

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem saldo

  Regra: O que se pede ao alugar é o que se recebe

    @destrutivo
    Cenário: Uma oferta de duas GPUs dá uma instância de duas GPUs
      Dado que já executei `dumont instance offers num_gpus=2`
      E que anotei o campo "offers.0.id" como <ID>
      E que anotei o campo "offers.0.gpu_name" como <gpu>
      E que anotei o campo "offers.0.num_gpus" como <quantas>
      Quando executo `dumont instance create offer_id=<ID> disk_size=50`
      Então a API responde 201
      E a resposta tem:
        | campo    | condição    |
        | gpu_name | é <gpu>     |
        | num_gpus | é <quantas> |

    @destrutivo
    Cenário: As portas pedidas ficam abertas
      Dado que escolhi a oferta mais barata como <ID>
      Quando executo `dumont instance create offer_id=<ID> ports=8080,8888`
      Então a API responde 201
      E a resposta tem:
        | campo          | condição        |
        | ports.22/tcp   | está preenchido |
        | ports.8080/tcp | está preenchido |
        | ports.8888/tcp | está preenchido |

    @destrutivo
    Cenário: Instância alugada sem nome recebe um
      Dado que escolhi a oferta mais barata como <ID>
      Quando executo `dumont instance create offer_id=<ID>`
      Então a API responde 201
      E a resposta tem:
        | campo      | condição        |
        | label      | está preenchido |
        | disk_space | é 100           |

    @destrutivo
    Esquema do Cenário: O nome "<nome>" fica como foi escrito
      Dado que escolhi a oferta mais barata como <ID>
      Quando executo `dumont instance create offer_id=<ID> "label=<nome>"`
      Então a API responde 201
      E o campo "label" é "<nome>"

      Exemplos:
        | nome                              |
        | Treino do João, 3ª tentativa (v2) |
        | 2026                              |
        | lr=0.001                          |

    @destrutivo
    Cenário: Duas instâncias podem ter o mesmo nome
      Dado que escolhi a oferta mais barata como <ID>
      E que já executei `dumont instance create offer_id=<ID> label=test-gpu`
      E que anotei o campo "id" como <primeira>
      E que escolhi a oferta mais barata como <outro_ID>
      Quando executo `dumont instance create offer_id=<outro_ID> label=test-gpu`
      Então a API responde 201
      E a resposta tem:
        | campo | condição                  |
        | id    | é diferente de <primeira> |
        | label | é "test-gpu"              |

  Regra: O disco tem ao menos 10 GB e cabe na oferta

    @destrutivo
    Esquema do Cenário: Disco de <tamanho> GB é recusado
      Dado que escolhi a oferta mais barata como <ID>
      Quando executo `dumont instance create offer_id=<ID> disk_size=<disco>`
      Então a API recusa o parâmetro "disk_size"
      E minhas instâncias continuam as mesmas

      Exemplos:
        | tamanho | disco |
        | 9,9     | 9.9   |
        | -50     | -50   |

    @destrutivo
    Cenário: Disco maior que a oferta é recusado
      Dado que escolhi a oferta mais barata como <ID>
      Quando executo `dumont instance create offer_id=<ID> disk_size=1000000`
      Então a API responde 400
      E o erro diz "GB of disk"
      E minhas instâncias continuam as mesmas
      E a oferta <ID> ainda está disponível

    @destrutivo
    Cenário: Disco de 10 GB é aceito
      Dado que escolhi a oferta mais barata como <ID>
      Quando executo `dumont instance create offer_id=<ID> disk_size=10`
      Então a API responde 201
      E o campo "disk_space" é 10

    @destrutivo
    Cenário: Disco do tamanho da oferta é aceito
      Dado que já executei `dumont instance offers`
      E que anotei o campo "offers.0.id" como <ID>
      E que anotei o campo "offers.0.disk_space" como <disco>
      Quando executo `dumont instance create offer_id=<ID> disk_size=<disco>`
      Então a API responde 201
      E o campo "disk_space" é <disco>

    @destrutivo
    Cenário: Oferta recusada por causa do disco ainda pode ser alugada
      Dado que escolhi a oferta mais barata como <ID>
      E que já tentei `dumont instance create offer_id=<ID> disk_size=16000`
      Quando executo `dumont instance create offer_id=<ID> disk_size=10`
      Então a API responde 201
