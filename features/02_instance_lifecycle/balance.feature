# language: pt
@criticidade-alta
Funcionalidade: Saldo da conta

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem saldo

  Regra: Sem saldo não se aluga

    @sandbox @destrutivo
    Cenário: Conta sem saldo não aluga
      Dado que escolhi a oferta mais barata como <ID>
      Mas a conta está sem saldo
      Quando executo `dumont instance create offer_id=<ID>`
      Então a API responde 402
      E o erro diz "Insufficient balance"
      E a saída mostra "Error (402)"
      E a saída mostra "Insufficient balance"
      E minhas instâncias continuam as mesmas
      E a oferta <ID> ainda está disponível

    @sandbox @destrutivo
    Cenário: GPU esquecida em execução gasta todo o saldo
      Dado que já tenho a instância <esquecida> em execução
      E que escolhi a oferta mais barata como <outra>
      E que se passaram 208 dias
      Quando executo `dumont instance create offer_id=<outra>`
      Então a API responde 402
      E minhas instâncias continuam as mesmas

    @sandbox @destrutivo
    Cenário: GPU pausada pelo mesmo tempo não gasta todo o saldo
      Dado que já tenho a instância <pausada> pausada
      E que escolhi a oferta mais barata como <outra>
      E que se passaram 208 dias
      Quando executo `dumont instance create offer_id=<outra>`
      Então a API responde 201

    @sandbox @destrutivo
    Cenário: GPU destruída não gasta mais o saldo
      Dado que já tenho a instância <destruída> em execução
      E que já executei `dumont instance delete <destruída>`
      E que escolhi a oferta mais barata como <outra>
      E que se passaram 208 dias
      Quando executo `dumont instance create offer_id=<outra>`
      Então a API responde 201

    @sandbox @destrutivo
    Cenário: Quem ficou sem saldo ainda pode destruir o que alugou
      Dado que já tenho a instância <instance_id> em execução
      Mas a conta está sem saldo
      Quando executo `dumont instance delete <instance_id>`
      Então a API responde 200
      E a instância <instance_id> deixa de existir

    @sandbox @destrutivo
    Cenário: Pausar uma GPU não impede a outra de gastar todo o saldo
      Dado que já tenho a instância <ligada> em execução
      E que já tenho a instância <pausada> pausada
      E que escolhi a oferta mais barata como <ID>
      E que se passaram 208 dias
      Quando executo `dumont instance create offer_id=<ID>`
      Então a API responde 402
      E minhas instâncias continuam as mesmas

    @sandbox @destrutivo
    Cenário: GPU retomada volta a gastar o saldo
      Dado que já tenho a instância <retomada> pausada
      E que já executei `dumont instance resume <retomada>`
      E que escolhi a oferta mais barata como <ID>
      E que se passaram 208 dias
      Quando executo `dumont instance create offer_id=<ID>`
      Então a API responde 402
      E minhas instâncias continuam as mesmas

    @sandbox @destrutivo
    Cenário: GPU destruída em pausa não gasta mais o saldo
      Dado que já tenho a instância <destruída> pausada
      E que já executei `dumont instance delete <destruída>`
      E que escolhi a oferta mais barata como <ID>
      E que se passaram 1040 dias
      Quando executo `dumont instance create offer_id=<ID>`
      Então a API responde 201
