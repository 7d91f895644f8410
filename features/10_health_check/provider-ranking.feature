# language: pt
@criticidade-alta
Funcionalidade: Ranking de provedores

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai

  Regra: O ranking é o das máquinas disponíveis

    Cenário: A nota da máquina no ranking é a que a oferta dela mostra
      Dado que já executei `dumont instance offers gpu_name=rtx4090`
      E que anotei o campo "offers.0.machine_id" como <máquina>
      E que anotei o campo "offers.0.reliability" como <confiabilidade>
      E que anotei o campo "offers.0.geolocation" como <lugar>
      E que anotei o campo "offers.0.verified" como <verificada>
      Quando executo `dumont metrics providers gpu_name=rtx4090`
      Então a API responde 200
      E a lista "rankings" tem um item com:
        | campo             | condição           |
        | machine_id        | é <máquina>        |
        | gpu_name          | é "RTX 4090"       |
        | reliability_score | é <confiabilidade> |
        | geolocation       | é <lugar>          |
        | verified          | é <verificada>     |

  Regra: O ranking vem na ordem pedida

    Esquema do Cenário: Ver o ranking por <critério>
      Quando executo `dumont metrics providers order_by=<critério>`
      Então a API responde 200
      E a lista "rankings" está em ordem decrescente de "<critério>"

      Exemplos:
        | critério              |
        | availability_score    |
        | price_stability_score |
        | total_observations    |

  Regra: O filtro mostra só os provedores que se pediram

    Esquema do Cenário: Ver no ranking só <o_quê>
      Quando executo `dumont metrics providers <filtro>`
      Então a API responde 200
      E cada item da lista "rankings" tem:
        | campo   | condição   |
        | <campo> | <condição> |

      Exemplos:
        | o_quê                                        | filtro               | campo             | condição         |
        | a RTX 3090                                   | gpu_name=rtx3090     | gpu_name          | é "RTX 3090"     |
        | provedores verificados                       | verified_only=true   | verified          | é true           |
        | provedores com 95% de confiabilidade ou mais | min_reliability=0.95 | reliability_score | é no mínimo 0.95 |
        | provedores dos Estados Unidos                | geolocation=US       | geolocation       | contém "US"      |

    Cenário: Ver só os provedores mais observados
      Dado que já executei `dumont metrics providers order_by=total_observations`
      E que anotei o campo "rankings.0.total_observations" como <máximo>
      Quando executo `dumont metrics providers min_observations=<máximo>`
      Então a API responde 200
      E cada item da lista "rankings" tem:
        | campo              | condição   |
        | total_observations | é <máximo> |

    Cenário: Ver só os três provedores mais confiáveis
      Quando executo `dumont metrics providers limit=3`
      Então a API responde 200
      E a lista "rankings" tem 3 itens

    Cenário: GPU inexistente não aparece no ranking
      Quando executo `dumont metrics providers gpu_name=rtx9999`
      Então a API responde 200
      E a lista "rankings" está vazia

  Regra: Filtro de provedores sem sentido é recusado

    Esquema do Cenário: Pedir <o_quê> é recusado
      Quando executo `dumont metrics providers <filtro>`
      Então a API recusa o parâmetro "<campo>"

      Exemplos:
        | o_quê                   | filtro               | campo            |
        | uma ordem desconhecida  | order_by=preço       | order_by         |
        | menos de 1 observação   | min_observations=0   | min_observations |
        | confiabilidade negativa | min_reliability=-0.1 | min_reliability  |
        | mais de 200 itens       | limit=201            | limit            |
