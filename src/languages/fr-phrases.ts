import { anyOf, opening, type Phrases, words } from './phrases.ts';

const SHOWN = `${anyOf('code, script, extrait, commande, tableau, graphique, figure, schéma, image, photo, diagramme, exemple, liste, section, paragraphe, carte, dessin, vidéo')}s?`;
const LISTED = anyOf(
  'conseils, raisons, étapes, règles, points, idées, exemples, questions, réponses, choses, leçons, astuces, façons, erreurs, résultats',
);
const COUNT = anyOf(
  '\\d+, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, douze, quelques, plusieurs',
);
const TEXT = anyOf('article, billet, post, texte, tutoriel, guide, série, blog, newsletter, épisode, note');

/** The French phrase rules for choosing sentences. */
export const FR_PHRASES: Phrases = {
  refersBack: [
    {
      pattern: opening(
        `il|elle|ils|elles|cela|ça|c['’](?:est|était|était)|ceci|celui-ci|celle-ci|ceux-ci|celui-là|celle-là|ce dernier|cette dernière|lui|leur|leurs
|les deux|en|y|ce|cet|cette|ces|son|sa|ses`,
        '(?! (?:y a|y avait|faut|fallait|pleut|neige|est (?:possible|temps)|\\d))',
      ),
      why: 'a pronoun or demonstrative whose noun is in an earlier sentence',
      examples: ['Elle était froide.', 'C’est dommage.', 'Cette maison fuit.'],
      not: ['Il y a des jours froids.', 'En 2024, nous avons ouvert.'],
    },
    {
      pattern: opening(
        `et|mais|ou|donc|or|ni|car|puis|ensuite|alors|pourtant|cependant|toutefois|néanmoins|ainsi|aussi|enfin|d['’]ailleurs|en effet
|par exemple|de plus|au contraire|par contre|sinon|du coup|bref|en revanche|par ailleurs|c['’]est-à-dire|autrement dit|finalement|en outre
|en fait|de même|malgré cela|pour cela|comme (?:toujours|d['’]habitude|promis|prévu|je l['’]ai dit)|voilà|quant à (?:elle|lui|eux|elles)`,
      ),
      why: 'a connective joins it to the sentence before',
      examples: ['Mais personne ne vint.', 'Comme toujours, le code est libre.'],
      not: ['Ouvrir coûte cher.'],
    },
    {
      pattern: opening('oui|non|exactement|bon|bien|eh bien|certes|soit|ah|tiens', '(?=\\s*[,.!?:;—–-])'),
      why: 'it answers the sentence before',
      examples: ['Oui, elle fuit.'],
      not: ['Bien des maisons fuient.'],
    },
    {
      pattern:
        /^(?:(?:\p{L}+ment|peut-être|parfois|souvent|aujourd['’]hui|maintenant|heureusement|au fond|en gros),? |quand |lorsque |si |parce qu['’]|comme |dès qu['’]|avant qu['’])(?:il|elle|ils|elles|cela|ça|ce|cette|ces|c['’]est)(?!\p{L})(?! (?:y a|faut|pleut|neige))/iu,
      why: 'a pronoun near the start refers to an earlier sentence',
      examples: ['Heureusement, elle tenait.', 'Quand elle fuit, on attend.'],
      not: ['Quand il pleut, on attend.', 'Heureusement, la pompe tenait.'],
    },
    {
      pattern: opening(
        'premièrement|deuxièmement|troisièmement|d[' +
          "'" +
          '’]abord|en (?:premier|second|deuxième|dernier) lieu|pour finir',
      ),
      why: 'it continues a count that began before',
      examples: ['Deuxièmement, elles fuient.'],
      not: ['Premier arrivé, premier servi.'],
    },
  ],
  leansBack: [
    {
      pattern: words(
        '(?:ce|cet|cette|ces) (?:jour|nuit|année|semaine|mois|matin|soir|fois|moment|homme|femme|endroit|chose|point|cas)(?:-là)?',
      ),
      why: 'the time or the thing was named before',
      examples: ['Nous sommes partis ce matin-là.'],
      not: ['Nous sommes partis le matin.'],
    },
  ],
  deictic: [
    {
      pattern: words('ci-dessus|ci-dessous|ci-contre|ci-après'),
      why: 'it points at another part of the post',
      examples: ['Le tableau ci-dessous montre la facture.'],
      not: ['La maison est au-dessus du port.'],
    },
    {
      pattern: words(`${SHOWN} (?:précédente?s?|plus (?:haut|bas))`),
      why: 'it points at another part of the post',
      examples: ['Le code précédent fuit.'],
      not: ['Le maire précédent fuit.'],
    },
    {
      pattern: words(
        '(?:voir|voyez|cf\\.) (?:plus (?:haut|bas)|ici|(?:la |le )?(?:figure|tableau|schéma) \\d+)|(?:vu|montré|indiqué|décrit|expliqué|mentionné)e?s? plus (?:haut|bas)|(?:disponible|trouver|trouverez|cliquez|lire|suivre)s? ici(?=[.,;:!)]|$)',
      ),
      why: 'it points at a figure, a link or another part of the post',
      examples: ['Voir la figure 3.', 'Le code est disponible ici.'],
      not: ['Ici, on attend.'],
    },
    {
      pattern: words(
        `(?:dans|pour|avec|de|à|lors de|au fil de) (?:ce|cet|cette|mon|ma|notre|le|la|l['’]|un|une|les|mes|nos) ?(?:(?:dernier|dernière|premier|première|prochain|prochaine|précédent|précédente|nouvel) )?${TEXT}(?: (?:précédente?|suivante?))?(?! (?:de|du|des))`,
      ),
      why: 'it is about the post itself, or about another one',
      examples: [
        'Dans cet article, je montre cinq couvercles.',
        'Dans le dernier billet, on parlait de cordes.',
      ],
      not: ['Dans cette maison, personne ne cuisine.'],
    },
  ],
  announcing: [
    {
      mayTell: true,
      pattern: words(`(?:${SHOWN}|${LISTED}) suivante?s?`),
      why: 'it announces what comes after it',
      examples: ['Le code suivant lit la page deux fois.'],
      not: ['La semaine suivante, nous avons déménagé.'],
    },
    {
      mayTell: true,
      pattern: words(
        `^voici (?:donc )?(?:${COUNT}|comment|pourquoi|ce qu(?:e|['’])|(?:les|la|le|mes|nos|une?|l['’])(?: ?\\p{L}+)? ?(?:${SHOWN}|${LISTED}))|^ce qui suit est|comme suit|(?:je vais|nous allons|on va) (?:\\p{L}+ )?(?:voir|parler|expliquer|présenter|décrire|montrer|regarder|raconter)|^voyons|^regardons|^passons`,
      ),
      why: 'it announces what comes after it',
      examples: ['Voici cinq conseils pour faire de même.', 'Nous allons voir pourquoi.'],
      not: ['Voici l’hiver.'],
    },
  ],
  housekeeping: [
    {
      pattern: words(
        "abonnez-vous|inscrivez-vous|à (?:la|notre|ma) newsletter|commentaires?|merci|n['’]hésitez pas|suivez-(?:moi|nous)|à bientôt|bonne (?:lecture|année)|plus d['’](?:infos?|informations|détails)|en savoir plus|lire la suite|dites-(?:moi|nous)|écrivez-(?:moi|nous)|rejoignez|mise à jour\\s?:|^source\\s?:|^photo\\s?:|^note\\s?:|^p\\.-s\\.",
      ),
      why: 'invitations, thanks and remarks are not its content',
      examples: ['Merci à tous !', 'N’hésitez pas à nous écrire.'],
      not: ['La merise est un fruit.'],
    },
    {
      pattern:
        /^(?:(?:publié|écrit|posté|mis à jour) (?:le|par)\b|temps de lecture|\d+ min(?:utes)? de lecture|(?:le )?\d{1,2}(?:er)? \p{L}+ \d{4}$)/iu,
      why: 'a byline: who wrote it, when, or how long it takes to read',
      examples: ['Publié le 3 novembre 2026 par Ana Keel', '3 novembre 2026'],
      not: ['Par beau temps, on marche.'],
    },
    {
      pattern: /^Par \p{Lu}\p{L}+ \p{Lu}\p{L}+(?:[,|·•—–-]|$)/u,
      why: 'a byline: who wrote it',
      examples: ['Par Ana Keel', 'Par Ana Keel, 2026'],
      not: ['Par Ana.'],
    },
  ],
  reflexive: [],
  verbless: [],
  defining: [
    {
      pattern:
        /^(?!(?:il|elle|ce|c['’]|cela|ça|on|nous|je|qui|voici|voilà)\b)(?:(?:un|une|le|la|les|l['’]) ?)?\p{L}[^,.;:?!]{1,60}? (?:est|sont) (?:en fait |simplement |juste )?(?:un|une|le|la|les|des|l['’]un)(?!\p{L})/iu,
      why: 'it says what something is',
      examples: ['La pile est une collection d’assiettes.'],
      not: ['Il est une heure.'],
    },
    {
      pattern: words('signifie|désigne|veut dire|consiste (?:à|en)'),
      why: 'it says what something is',
      examples: ['URL désigne un long nom.'],
      not: ['Il dessine un nom.'],
    },
  ],
  occasion: [
    {
      pattern: words(
        "(?:heureux|heureuse|ravis?|fiers?) d['’e](?: |annoncer)|(?:est|sont) (?:maintenant|enfin|désormais|officiellement)|(?:avons|ai|a|ont) (?:\\p{L}+ )?(?:publié|lancé|remplacé|terminé|ouvert|sorti|construit|commencé)",
      ),
      why: 'it says what happened, and why the post was written',
      examples: ['Notre service est désormais ouvert.', 'En mai, nous avons remplacé le flotteur.'],
      not: ['Le service est vieux.'],
    },
    {
      pattern:
        /^(?:aujourd['’]hui|hier|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|\d{4})|(?:la semaine|l['’]année|l['’]été|l['’]hiver) derni|(?:le )?(?:mois|printemps|automne) dernier|il y a (?:\d+|un|deux|trois|quelques))(?!\p{L}{3})/iu,
      why: 'it says when it happened',
      examples: ['En mai, nous avons déménagé.', 'Il y a deux ans, la pompe a cassé.'],
      not: ['En mairie, on attend.'],
    },
  ],
  turning: [
    {
      pattern: words(
        "(?:le|notre|mon|la|ma) (?:problème|erreur|leçon|vérité|question|but|raison|difficulté|surprise)(?: \\p{L}+){0,3} (?:est|était)|(?:appris|compris|découvert|réalisé|décidé|remarqué)|ne \\p{L}+ plus|au lieu d(?:e|['’])|plutôt que|plus (?:on|tu|vous|je)|ce qui compte",
      ),
      why: 'the story turns, or a lesson is drawn',
      examples: ['Notre erreur était le couvercle.', 'J’ai appris que l’eau attend.'],
      not: ['Il apporte le couvercle.'],
    },
  ],
  contrasting: /^(?:mais|cependant|pourtant|toutefois|néanmoins|malheureusement|sauf que|or)(?!\p{L})/iu,
  advising: [
    {
      pattern: words(
        'il faut|doit|doivent|devez|devrait|devriez|jamais|toujours|évitez|préférez|mieux vaut|recommande|pensez à|n[' +
          "'" +
          '’]oubliez pas',
      ),
      why: 'it gives advice',
      examples: ['On devrait le cuire deux fois.'],
      not: ['Le couvercle est resté là.'],
    },
  ],
  instructing: [],
  supposing: [
    {
      pattern: opening('supposons|imagine(?:z|ons)?|peut-être|disons|admettons|et si'),
      why: 'an example or a guess is not the point',
      examples: ['Supposons un couvercle.'],
      not: ['L’imagination aide.'],
    },
  ],
  recalling: [
    {
      pattern: words("je me (?:souviens|rappelle)|m['’]a dit|nous a dit|comme si|quand j['’]étais"),
      why: 'a memory is the story around the point',
      examples: ['Je me souviens de l’odeur.'],
      not: ['Il se lève tôt.'],
    },
  ],
  general: words(
    'toujours|jamais|personne|tou(?:s|tes|t|te)|rien|aucun|aucune|chaque|seul|seule|seulement|meilleure?s?|pires?',
  ),
  numerals: words(
    'moitié|tiers|double|vingt|trente|quarante|cinquante|soixante|cents?|mille|millions?|milliards?',
  ),
  subclause:
    /(?<!\p{L})(?:que|qui|dont|où|quand|lorsque|parce|puisque|bien que|si|comme|avant|après)(?!\p{L})/giu,
  logLabels:
    'petit-déjeuner,déjeuner,dîner,sommeil,réveil,météo,humeur,pas,poids,sport,lu,écouté,vu,musique,café'.split(
      ',',
    ),
};
