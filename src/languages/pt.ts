import type { Language } from './language.ts';

/** Portuguese, of Brazil and of Portugal. */
export const pt = {
  name: 'Portuguese',
  stopWords:
    'a à ao aos aquela aquele aqueles aquilo as às até com como da das de dela dele deles depois do dos e é ela elas ele eles em entre era essa esse esses esta está estão eu foi foram há isso isto já lhe mais mas me mesmo meu minha muito na não nas nem nessa nesse nesta neste no nos nós nossa nosso o os ou num numa para pela pelas pelo pelos por porque pra pro quando que quem são se sem ser seu seus só sobre sua suas também te tem têm ter tinha tudo um uma umas uns vai vamos você vocês vou',
  abbreviations: [
    {
      ends: 'number',
      words: 'p n v fl fls art arts',
      why: 'a page, a number or an article; also letters and ordinary words',
      example: 'P. 55 do livro mostra isso.',
    },
    {
      ends: 'never',
      words:
        'sr sra srs sras srta dr dra drs dras d prof profa profas profs eng adv arq exmo exma ilmo sto sta pe cel cap sgt gen mons mr mrs ms st',
      why: 'a title: a name follows',
      example: 'Dra. Moreira mora na torre.',
    },
    {
      ends: 'never',
      words:
        'p.ex ex aprox cf vs pág págs pag pags núm nº nºs caps vol vols fig figs tab séc sécs tel av jd pç obs ref refs ed',
      why: 'an explanation, a number or a name follows',
      example: 'Aprox. Dois mil barcos.',
    },
    {
      ends: 'capital',
      words: 'etc',
      why: 'the last member of a series: what follows with a capital letter is another sentence',
      example: 'Etc. e assim por diante.',
    },
    {
      ends: 'opener',
      words: 'ltda cia inc ltd corp co jr s.a a.c d.c e.u.a i.e jan fev abr jun jul nov min máx mín seg',
      why: 'may end a sentence, or occur inside one',
      example: 'Cia. Marítima do Norte.',
    },
  ],
  ordinals: [],
  openers:
    'o a os as um uma uns umas ele ela eles elas eu meu minha você vocês nós nosso nossa isso isto esse essa esses essas este esta estes estas aquele aquela aqui ali lá e mas porém então depois antes com sem para por em no na nos nas de do da dos das se quando como que quem onde quanto qual hoje ontem amanhã agora não sim há é são também já além apesar ainda só assim portanto tudo',
  leaning:
    'ele ela eles elas isso isto esse essa esses essas e mas porém então também assim portanto contudo',
  adverbs: 'atualmente agora infelizmente felizmente',
  behindAdverbs: 'isso isto eles elas',
  joints: {
    clause: 'mas porém porque embora pois contudo todavia',
    notClause:
      'já-que para-que mesmo-que mesmo-se mesmo-quando só-se só-quando assim-que desde-que até-que sem-que sempre-que para-quem por-que nada-mas',
    links: 'e ou quando se enquanto',
    subjects: 'eu nós ele ela eles elas você vocês isso isto',
    dependent: 'que quem onde quando se como enquanto cujo cuja conforme e ou nem pois então assim',
    phrase:
      'pra pro pras pros num numa com sem para por pelo pela em no na nos nas a ao à aos às desde até entre sobre contra durante após',
    rest: 'e assim por diante|e por aí vai|e afins|e outr[oa]s(?! \\p{L})|etc',
    bare: '',
    series: 'e ou',
    articles: 'um uma muito',
    verbs:
      'é são era eram foi foram será seria está estão estava estavam tem têm tinha tinham pode podem podia deve devem vai vão',
  },
  announcers: {
    opening:
      'aqui está|aqui estão|aqui vai|aqui vão|aqui há|eis|estes são|estas são|esses são|essas são|são eles|são elas|os seguintes|as seguintes|segue|seguem|a seguir|abaixo|(?:veja|vejam|confira|confiram) (?:abaixo|a seguir|como|os?|as?|alguns|algumas|tudo)|por exemplo|entre eles|entre elas|em resumo',
    closing:
      'a seguir|abaixo|como segue|os seguintes|as seguintes|o seguinte|seguintes|são estes|são estas|por exemplo|em resumo|como',
  },
  counts: 'dois duas três quatro cinco seis sete oito nove dez doze vários várias alguns algumas',
  months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  units:
    'horas hora dias dia semanas semana meses mês anos ano minutos minuto segundos segundo reais euros centavos mil milhão milhões bilhão bilhões páginas linhas vezes pessoas metros quilômetros quilómetros',
  numbered:
    'capítulo página figura tabela parte seção secção número tomo passo etapa linha artigo versão item aula',
} as const satisfies Language;
