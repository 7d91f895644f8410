# language: pt
@criticidade-alta
Funcionalidade: Ranking de eficiência

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai

  Regra: O ranking é o das ofertas disponíveis

    Cenário: O ranking traz cada oferta, com o preço dela
      Dado que já executei `dumont instance offers gpu_name=rtx4090`
      E que anotei o campo "count" como <ofertas>
      E que anotei o campo "offers.0.id" como <oferta>
      E que anotei o campo "offers.0.dph_total" como <preço>
      E que anotei o campo "offers.0.reliability" como <confiabilidade>
      E que anotei o campo "offers.0.geolocation" como <lugar>
      Quando executo `dumont metrics efficiency gpu_name=rtx4090`
      Então a API responde 200
      E o maior "rank" da lista "rankings" é <ofertas>
      E a lista "rankings" está em ordem crescente de "rank"
      E a lista "rankings" está em ordem decrescente de "efficiency_score"
      E a lista "rankings" tem um item com:
        | campo       | condição           |
        | offer_id    | é <oferta>         |
        | gpu_name    | é "RTX 4090"       |
        | dph_total   | é <preço>          |
        | reliability | é <confiabilidade> |
        | geolocation | é <lugar>          |

  Regra: O filtro mostra só as ofertas que se pediram

    Esquema do Cenário: Ver no ranking só <o_quê>
      Quando executo `dumont metrics efficiency <filtro>`
      Então a API responde 200
      E cada item da lista "rankings" tem:
        | campo   | condição   |
        | <campo> | <condição> |
      E o campo "rankings.0.rank" é 1

      Exemplos:
        | o_quê                                     | filtro                 | campo        | condição         |
        | a RTX 3090                                | gpu_name=rtx3090       | gpu_name     | é "RTX 3090"     |
        | ofertas sob demanda                       | machine_type=on-demand | machine_type | é "on-demand"    |
        | ofertas verificadas                       | verified_only=true     | verified     | é true           |
        | ofertas com 95% de confiabilidade ou mais | min_reliability=0.95   | reliability  | é no mínimo 0.95 |
        | ofertas de até US$ 0,40 por hora          | max_price=0.40         | dph_total    | é no máximo 0.40 |
        | ofertas dos Estados Unidos                | geolocation=US         | geolocation  | contém "US"      |

    Cenário: Ver só as três ofertas mais eficientes
      Quando executo `dumont metrics efficiency limit=3`
      Então a API responde 200
      E a lista "rankings" tem 3 itens

    Cenário: GPU inexistente não aparece no ranking
      Quando executo `dumont metrics efficiency gpu_name=rtx9999`
      Então a API responde 200
      E a lista "rankings" está vazia

  Regra: Filtro de eficiência sem sentido é recusado

    Esquema do Cenário: Pedir <o_quê> é recusado
      Quando executo `dumont metrics efficiency <filtro>`
      Então a API recusa o parâmetro "<campo>"

      Exemplos:
        | o_quê                        | filtro              | campo           |
        | confiabilidade acima de 100% | min_reliability=1.5 | min_reliability |
        | preço negativo               | max_price=-1        | max_price       |
        | menos de 1 item              | limit=0             | limit           |
