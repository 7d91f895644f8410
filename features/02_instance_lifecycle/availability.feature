# language: pt
@criticidade-alta
Funcionalidade: Ofertas disponíveis para alugar

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem saldo

  Regra: Só se aluga o que está disponível

    @destrutivo
    Cenário: Alugar uma oferta que não existe é recusado
      Quando executo `dumont instance create offer_id=1`
      Então a API responde 400
      E o erro diz "Offer 1 is not available"
      E minhas instâncias continuam as mesmas

    @destrutivo
    Cenário: Alugar de novo a mesma oferta é recusado
      Dado que escolhi a oferta mais barata como <ID>
      E que já tenho a instância <instance_id> em execução, na oferta <ID>
      Quando executo `dumont instance create offer_id=<ID>`
      Então a API responde 400
      E o erro diz "is not available"
      E minhas instâncias continuam as mesmas

    @destrutivo
    Cenário: Oferta alugada sai da busca
      Dado que escolhi a oferta mais barata como <ID>
      E que já tenho a instância <instance_id> em execução, na oferta <ID>
      Quando executo `dumont instance offers limit=100`
      Então a API responde 200
      E a oferta <ID> não aparece na lista

    @destrutivo
    Cenário: Destruir uma instância devolve a oferta, mesmo que ela estivesse pausada
      Dado que escolhi a oferta mais barata como <ID>
      E que já tenho a instância <instance_id> pausada, na oferta <ID>
      Quando executo `dumont instance delete <instance_id>`
      Então a API responde 200
      E a instância <instance_id> deixa de existir
      E a oferta <ID> fica disponível

    @destrutivo
    Cenário: Oferta devolvida pode ser alugada outra vez
      Dado que escolhi a oferta mais barata como <ID>
      E que já tenho a instância <instance_id> em execução, na oferta <ID>
      E que já executei `dumont instance delete <instance_id>`
      Quando executo `dumont instance create offer_id=<ID>`
      Então a API responde 201
      E o campo "id" é diferente de <instance_id>
      E anoto o campo "id" como <nova>
      E a instância <nova> fica em execução

    @destrutivo
    Cenário: Alugar sem dizer qual oferta é recusado
      Quando executo `dumont instance create label=sem-oferta`
      Então a API recusa o parâmetro "offer_id"
      E minhas instâncias continuam as mesmas

    @destrutivo
    Cenário: Destruir uma instância não devolve a oferta da outra
      Dado que escolhi a oferta mais barata como <ID_que_fica>
      E que já tenho a instância <instance_id> em execução, na oferta <ID_que_fica>
      E que escolhi a oferta mais barata como <ID>
      E que já tenho a instância <devolvida> em execução, na oferta <ID>
      E que já executei `dumont instance delete <devolvida>`
      Quando executo `dumont instance offers limit=100`
      Então a API responde 200
      E a oferta <ID> aparece na lista com:
        | campo | condição |
        | id    | é <ID>   |
      E a oferta <ID_que_fica> não aparece na lista
