# language: pt
@criticidade-media
Funcionalidade: Leitura dos pacotes

  Contexto:
    Dado que estou autenticado

  Regra: Vale o pacote que será instalado, como quer que se escreva

    Cenário: Pacote comentado não conta
      Dado que a pasta do projeto tem o arquivo "requirements.txt":
        """
        # tensorflow==2.15
        torch==2.1.0  # era vllm
        """
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 200
      E a lista "analysis.frameworks" tem 1 item
      E o campo "analysis.frameworks" contém "torch"

    Esquema do Cenário: Tanto faz como se escreve o nome do pacote (<pacote>)
      Dado que a pasta do projeto tem o arquivo "requirements.txt":
        """
        <pacote>
        """
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 200
      E o campo "analysis.frameworks" contém "<framework>"

      Exemplos:
        | pacote                | framework             |
        | Torch==2.1.0          | torch                 |
        | pytorch_lightning     | lightning             |
        | Sentence.Transformers | sentence-transformers |

    Cenário: RUN de várias linhas conta inteiro
      Dado que a pasta do projeto está vazia
      E que a pasta do projeto tem o arquivo "Dockerfile":
        """
        FROM python:3.11
        RUN pip install \
            flask \
            vllm
        """
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 200
      E o campo "analysis.frameworks" contém "vllm"

    Esquema do Cenário: Vale o pacote que mais exige, em qualquer ordem (<primeiro>, <segundo>)
      Dado que a pasta do projeto tem o arquivo "requirements.txt":
        """
        <primeiro>
        <segundo>
        """
      Quando executo `dumont ai-wizard analyze`
      Então a API responde 200
      E o campo "analysis.min_vram_gb" é no mínimo 24

      Exemplos:
        | primeiro  | segundo   |
        | deepspeed | torch     |
        | torch     | deepspeed |
