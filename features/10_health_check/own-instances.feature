# language: pt
@criticidade-alta
Funcionalidade: Instâncias da conta

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai

  Regra: A lista só tem as instâncias da conta

    Cenário: Conta sem instâncias tem a lista vazia
      Dado que a conta não tem nenhuma instância
      Quando executo `dumont instance list`
      Então a API responde 200
      E o campo "count" é 0
      E a lista "instances" está vazia

    @sandbox @destrutivo
    Cenário: A instância de outro usuário não aparece na minha lista
      Dado que existe a instância <alheia> de outro usuário
      Quando executo `dumont instance list`
      Então a API responde 200
      E a instância <alheia> não aparece na lista
