import { anyOf, opening, type Phrases, words } from './phrases.ts';

const SHOWN = anyOf(
  'códigos?, scripts?, trechos?, exemplos?, comandos?, tabelas?, gráficos?, figuras?, image(?:m|ns), fotos?, diagramas?, listas?, seç(?:ão|ões), parágrafos?, mapas?, desenhos?, vídeos?, capturas?, prints?, telas?, links?',
);
const LISTED = anyOf(
  'dicas, razões, motivos, passos, regras, pontos, ideias, exemplos, perguntas, respostas, coisas, lições, truques, maneiras, formas, erros, resultados, links, comandos, recursos',
);
const COUNT = anyOf(
  '\\d+, dois, duas, três, quatro, cinco, seis, sete, oito, nove, dez, doze, algumas?, alguns, um, uma, vári[oa]s',
);
const TEXT = anyOf(
  'artigo, post, postagem, texto, tutorial, guia, série, blog, publicação, episódio, newsletter',
);

/** The Portuguese phrase rules for choosing sentences. */
export const PT_PHRASES: Phrases = {
  refersBack: [
    {
      pattern: opening(
        `ele|ela|eles|elas|isso|isto|aquilo|esse|essa|esses|essas|este|esta|estes|estas|nisso|nele|nela|disso|dele|dela|seus?|suas?|ambos|ambas
|este último|esta última|os dois|as duas|[oa]s? mesm[oa]s?|tais`,
        `(?! (?:fim de semana|final de semana|ano|mês|semana|verão|inverno|outono|primavera|${TEXT}|site|projeto|página)(?!\\p{L}))(?! que(?!\\p{L}))`,
      ),
      why: 'a pronoun or demonstrative whose noun is in an earlier sentence',
      examples: ['Ela estava fria.', 'Essa casa goteja.', 'Sua mãe veio.', 'Isso é frio.'],
      not: ['Helena veio.', 'Este ano abrimos o porto.', 'Este blog está aberto.', 'Elefantes dormem.'],
    },
    {
      pattern: opening(
        `e|mas|porém|contudo|todavia|entretanto|no entanto|então|aí|assim|portanto|logo|além disso|além do mais|por isso|por conta disso|com isso
|dessa forma|desse modo|dessa maneira|desta forma|deste modo|sendo assim|dito isso|por exemplo|ou seja|isto é|em outras palavras|também|tampouco
|aliás|inclusive|afinal|enfim|por fim|finalmente|depois|em seguida|só que|já que|ao mesmo tempo|enquanto isso|ainda assim|mesmo assim|apesar disso
|por outro lado|na verdade|de fato|em resumo|resumindo|da mesma forma|do mesmo jeito|nesse caso|neste caso|como sempre|como (?:eu )?(?:disse|falei|prometi|vimos|mencionei)`,
      ),
      why: 'a connective joins it to the sentence before',
      examples: ['Mas ninguém veio.', 'No entanto, a tampa vaza.', 'Como eu disse, o código é livre.'],
      not: ['Massa é água e farinha.', 'Logotipos mudam.'],
    },
    {
      pattern: opening('sim|não|exato|claro|isso mesmo|com certeza', '(?=\\s*[,.!?:;—–-])'),
      why: 'it answers the sentence before',
      examples: ['Sim, goteja.'],
      not: ['Não há água.', 'Bom, a lâmpada acende.'],
    },
    {
      pattern:
        /^(?:(?:\p{L}+mente|talvez|às vezes|hoje|agora|felizmente|no fundo),? |quando |se |porque |como |embora |antes que )(?:ele|ela|eles|elas|isso|isto|esse|essa|esses|essas)(?!\p{L})/iu,
      why: 'a pronoun near the start refers to an earlier sentence',
      examples: ['Basicamente isso usa duas filas.', 'Quando ela goteja, esperamos.'],
      not: ['Quando chove, esperamos.'],
    },
    {
      pattern: opening(
        'primeiro|segundo|terceiro|em (?:primeiro|segundo|terceiro|último) lugar|por último',
        '(?=,| )(?! (?:o|a|os|as)(?!\\p{L}))',
      ),
      why: 'it continues a count that began before',
      examples: ['Em segundo lugar, gotejam.'],
      not: ['Primeiros socorros para bombas.', 'Segundo o jornal, choveu.'],
    },
  ],
  leansBack: [
    {
      pattern: words(
        '(?:(?:n|d)?aquel[ae]|(?:n|d)?ess[ae]) (?:dia|noite|ano|semana|mês|manhã|tarde|vez|momento|homem|mulher|lugar|coisa|caso|época)',
      ),
      why: 'the time or the thing was named before',
      examples: ['Saímos naquela manhã.'],
      not: ['Saímos de manhã.'],
    },
  ],
  deictic: [
    {
      pattern: words(
        `${SHOWN} (?:(?:mais )?(?:acima|abaixo)|anterior(?:es)?|ao lado|a seguir)|${SHOWN}:? (?:abaixo|acima)`,
      ),
      why: 'it points at another part of the post',
      examples: ['O gráfico abaixo mostra a conta.', 'No exemplo anterior havia um barco.'],
      not: ['O prefeito anterior saiu.'],
    },
    {
      pattern: words(
        '(?:ver|veja|vejam|olhe|olha|confira|confiram|repare|repara|note) (?:(?:mais )?(?:acima|abaixo)|aqui|a seguir|(?:a )?(?:figura|tabela) \\d+)|(?:mostrad[oa]s?|descrit[oa]s?|citad[oa]s?|mencionad[oa]s?|vimos|vist[oa]s?|segue|seguem) (?:mais )?(?:acima|abaixo|aqui)|(?:como|conforme) (?:mostra|vemos|visto)|(?:disponível|encontrar|encontra|baixar|ler|acessar|clicando|clique) aqui(?=[.,;:!)]|$)|clique (?:aqui|no link)|nest[ae] link',
      ),
      why: 'it points at a figure, a link or another part of the post',
      examples: ['Veja a figura 3.', 'O código está disponível aqui.', 'Baixe a lâmpada neste link.'],
      not: ['Aqui moramos todos.', 'Veja o mar.'],
    },
    {
      pattern: words(
        `(?:n[oa]s?|d[oa]s?|em|para|com|neste|nesta|nesse|nessa|deste|desta|desse|dessa) (?:(?:meu|minha|nosso|nossa|um|uma) )?(?:(?:último|última|primeir[oa]|próxim[oa]|outr[oa]) )?${TEXT}(?: (?:anterior|passad[oa]|seguinte))?(?! (?:de|do|da)(?!\\p{L}))`,
      ),
      why: 'it is about the post itself, or about another one',
      examples: ['Neste artigo mostro cinco tampas.', 'No post anterior falamos de cordas.'],
      not: ['Nesta casa ninguém cozinha.', 'Ele leu no blog da Ana.'],
    },
  ],
  announcing: [
    {
      mayTell: true,
      pattern: words(
        `(?:o|a|os|as) seguintes? (?:${COUNT} )?(?:${SHOWN}|${LISTED})|(?:${SHOWN}|${LISTED}) seguintes?|(?:${SHOWN}|${LISTED}) (?:a seguir|abaixo)`,
      ),
      why: 'it announces what comes after it',
      examples: ['A seguinte tabela mostra os gastos.', 'Os passos a seguir são curtos.'],
      not: ['No ano seguinte nos mudamos.'],
    },
    {
      mayTell: false,
      pattern: words(
        '(?:veja|vejam|confira|confiram|consulte|leia|leiam|siga) (?:o|a|os|as) (?:\\p{L}+ )?seguintes?(?: \\p{L}+)?',
      ),
      why: 'it leads to what a summary leaves out',
      examples: ['Confira os seguintes assuntos.', 'Consulte as notas seguintes.'],
      not: ['Confira a corda todo ano.'],
    },
    {
      mayTell: true,
      pattern: words(
        `^a seguir|^abaixo (?:está|estão|segue|seguem|você|listo|deixo)|^segu(?:e|em) (?:abaixo|uma?|algu(?:ns|mas))|^(?:aqui|estes|estas|esses|essas|eis) (?:está|estão|vai|vão|há|são) (?:${COUNT}|(?:os|as|meus|minhas|a|uma)(?: \\p{L}+)? (?:${SHOWN}|${LISTED}))|(?:vou|vamos|irei|iremos) (?:\\p{L}+ )?(?:ver|falar|explicar|apresentar|descrever|mostrar|contar|começar)|^vejamos|^vamos (?:lá|nessa|por partes|ao que interessa)|^(?:veja|vejam|confira|olha|vejamos) (?:só|como|o que|alguns|algumas)|^bora`,
      ),
      why: 'it announces what comes after it',
      examples: [
        'A seguir, a lista de consertos.',
        'Aqui estão as cinco dicas.',
        'Vamos ver por quê.',
        'Veja como ficou a lâmpada.',
      ],
      not: ['Vamos para casa.', 'A segurança importa.'],
    },
  ],
  housekeeping: [
    {
      pattern: words(
        '(?:se )?inscreva(?:-se)?|inscrevam|assine (?:a|o|nossa|minha)|(?:n[ao]|à|da) (?:nossa |minha )?newsletter|(?:n[oa]s?|deixe|deixem|seus?|um|de) comentários?|comente|^(?:muito )?obrigad[oa]s?|agradeço|agradecemos|agradecimentos?|valeu|siga(?:-me| me|m)?(?= (?:no|na|o|a)|-)|me siga|nos siga|compartilhe|até (?:a próxima|logo|mais|breve)|feliz ano novo|(?:mais|maiores) (?:informações|detalhes)|(?:leia|saiba|veja|continue) (?:mais|também|lendo)|espero que (?:tenham?|vocês?|gostem?|goste|isso|este|esse)|qualquer dúvida|dúvidas e sugestões|me (?:conta|conte|manda|mande|chama)|^atualização:|^(?:fonte|foto|nota|obs|aviso|créditos|tradução|edit):|^(?:fontes|referências|links úteis)$|abraços?!*$',
      ),
      why: 'invitations, thanks and remarks are not its content',
      examples: [
        'Obrigado a todos!',
        'Deixe um comentário.',
        'Leia também: como limpar lâmpadas.',
        'Espero que tenham gostado.',
      ],
      not: ['A graça do gato.', 'Ele é obrigado a remar.'],
    },
    {
      pattern:
        /^(?:(?:publicado|escrito|postado|atualizado) (?:em|por|no)(?!\p{L})|tempo (?:estimado )?de leitura|\d+ min(?:utos)? de leitura|\d{1,2} de \p{L}+ de \d{4}$)/iu,
      why: 'a byline: who wrote it, when, or how long it takes to read',
      examples: ['Publicado em 3 de novembro de 2026 por Ana Keel', '3 de novembro de 2026'],
      not: ['Em novembro chove.'],
    },
    {
      pattern: /^Por \p{Lu}\p{L}+ \p{Lu}\p{L}+(?:[,|·•—–-]|$)/u,
      why: 'a byline: who wrote it',
      examples: ['Por Ana Keel', 'Por Ana Keel, 2026'],
      not: ['Por Ana.'],
    },
    {
      pattern: words(
        '(?:vou|estou|tô) (?:ouvindo|escutando)|(?:enquanto|ao) (?:vou )?escrev[^.!?]{1,60}(?:ouvindo|escutando)|^(?:fala|olá|oi|e aí),? (?:galera|pessoal|gente|povo|amigos|turma)[^,.!?]{0,20}(?:, (?:tudo|beleza|como)[^,.!?]{0,20})?[.!?]*$',
      ),
      why: 'a greeting, or what the author hears while writing',
      examples: ['Fala pessoal, tudo bem?', 'Estou ouvindo a banda do porto.'],
      not: ['Olá é uma palavra.', 'Fala pessoal, hoje a lâmpada acende.', 'Ela estava ouvindo o mar.'],
    },
  ],
  reflexive: [],
  verbless: [],
  defining: [
    {
      pattern:
        /^(?!(?:é|isso|isto|ele|ela|há|o que|quem|que|se|este|esta|esse|essa)(?!\p{L}))(?:(?:um|uma|o|a|os|as) )?\p{L}[^,.;:?!]{1,60}? (?:é|são) (?:na verdade |basicamente |simplesmente |apenas )?(?:um|uma|uns|umas|o|a|os|as)(?!\p{L})/iu,
      why: 'it says what something is',
      examples: ['A pilha é uma coleção de pratos.'],
      not: ['É uma pena.'],
    },
    {
      pattern: words(
        'significa|refere-se a|se refere a|consiste em|quer dizer|chama-se|nada mais é (?:do )?que',
      ),
      why: 'it says what something is',
      examples: ['URL significa um nome longo.'],
      not: ['Ele se veste de preto.'],
    },
  ],
  occasion: [
    {
      pattern: words(
        '(?:felizes|feliz|content[ea]s?|orgulhos[oa]s?) (?:de|em|por|ao) (?:anunciar|apresentar|lançar)|prazer (?:de|em) anunciar|(?:está|estão|é|são) (?:agora|finalmente|oficialmente)|acab(?:ei|amos|ou) de (?:lançar|publicar|terminar|abrir)|(?:lancei|lançamos|publicamos|publiquei|mudei|mudamos|trocamos|troquei|migrei|migramos|abrimos|terminei)',
      ),
      why: 'it says what happened, and why the post was written',
      examples: ['O serviço está finalmente aberto.', 'Em maio trocamos a boia.'],
      not: ['O serviço é antigo.'],
    },
    {
      pattern:
        /^(?:hoje|ontem|em (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|\d{4})|(?:n?a semana|n?o (?:mês|ano|verão|inverno)) passad[oa]|(?:há|faz) (?:\d+|um|uma|dois|duas|três|uns|umas|alguns|algumas)(?= )|(?:este|esse|neste|nesse) (?:fim de semana|ano|mês|verão|inverno)|recentemente)(?!\p{L})/iu,
      why: 'it says when it happened',
      examples: ['Em maio nos mudamos.', 'Há dois anos a bomba quebrou.'],
      not: ['Fazer pão é fácil.'],
    },
  ],
  turning: [
    {
      pattern: words(
        '(?:o|nosso|meu|a|nossa|minha) (?:problema|erro|lição|verdade|pergunta|objetivo|razão|dificuldade|surpresa|resultado)(?: \\p{L}+){0,3} (?:é|era|foi)|(?:aprendi|aprendemos|descobri|descobrimos|entendi|percebi|percebemos|decidi|decidimos)|acabou (?:que|sendo)|não é mais|em vez de|ao invés de|quanto mais|o que importa',
      ),
      why: 'the story turns, or a lesson is drawn',
      examples: ['Nosso erro foi a tampa.', 'Aprendemos que a água espera.'],
      not: ['Ele traz a tampa.'],
    },
  ],
  contrasting:
    /^(?:mas|porém|contudo|todavia|entretanto|no entanto|só que|infelizmente|apesar disso|embora)(?!\p{L})/iu,
  advising: [
    {
      pattern: words(
        'deve|devem|deveria|deveriam|precisa|é preciso|é importante|nunca|sempre|evite|evitem|melhor|recomendo|recomendamos|não (?:se )?esqueça|vale a pena|tente',
      ),
      why: 'it gives advice',
      examples: ['É preciso cozinhar duas vezes.'],
      not: ['A tampa ficou ali.'],
    },
  ],
  instructing: [],
  supposing: [
    {
      pattern: opening(
        'supon(?:ha|hamos|do)|imagine|imagina|imaginemos|talvez|digamos|e se|vamos supor|pense em',
      ),
      why: 'an example or a guess is not the point',
      examples: ['Suponha uma tampa.', 'E se a lâmpada apagar?'],
      not: ['A imaginação ajuda.'],
    },
  ],
  recalling: [
    {
      pattern: words(
        '(?:eu )?(?:me )?lembro|lembrei|me disse|nos disse|me falou|como se|quando eu (?:era|tinha)',
      ),
      why: 'a memory is the story around the point',
      examples: ['Ainda lembro do cheiro.'],
      not: ['Ele acorda cedo.'],
    },
  ],
  general: words(
    'tod[oa]s?|sempre|nunca|ninguém|nada|nenhum|nenhuma|cada|só|apenas|melhor(?:es)?|pior(?:es)?',
  ),
  numerals: words(
    'metade|terço|dobro|vinte|trinta|quarenta|cinquenta|sessenta|cem|centenas?|mil|milhão|milhões|bilhões',
  ),
  subclause:
    /(?<!\p{L})(?:que|quem|cujo|cuja|onde|quando|porque|embora|se|como|enquanto|antes|depois)(?!\p{L})/giu,
  logLabels:
    'café,café da manhã,almoço,lanche,jantar,sono,dormi,tempo,humor,passos,peso,treino,lido,lendo,ouvindo,assistindo,música'.split(
      ',',
    ),
};
