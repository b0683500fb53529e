import { anyOf, opening, type Phrases, words } from './phrases.ts';

const SHOWN = `${anyOf('código, script, fragmento, comando, tabla, gráfic[oa], figura, imagen, foto, diagrama, ejemplo, lista, sección, párrafo, mapa, dibujo, vídeo, video')}s?`;
const LISTED = anyOf(
  'consejos, razones, pasos, reglas, puntos, ideas, ejemplos, preguntas, respuestas, cosas, lecciones, trucos, maneras, formas, errores, resultados',
);
const COUNT = anyOf(
  '\\d+, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, doce, algun[oa]s, un[oa]s, vari[oa]s',
);
const TEXT = anyOf('artículo, post, entrada, texto, tutorial, guía, serie, blog, boletín, episodio');

/** The Spanish phrase rules for choosing sentences. */
export const ES_PHRASES: Phrases = {
  refersBack: [
    {
      pattern: opening(
        `él|ella|ellos|ellas|esto|eso|aquello|este|esta|estos|estas|ese|esa|esos|esas|ambos|ambas|su|sus|lo|la última|el último|le|les
|(?:el|la|los|las) mism[oa]s?|dich[oa]s?`,
        '(?! que\\b)(?! (?:fin de semana|año|mes|semana|verano|invierno|otoño|primavera)\\b)',
      ),
      why: 'a pronoun or demonstrative whose noun is in an earlier sentence',
      examples: ['Ella estaba fría.', 'Esta casa gotea.', 'Su madre vino.'],
      not: ['Elena vino.', 'Este año abrimos.'],
    },
    {
      pattern: opening(
        `y|e|pero|o|sino|pues|así|entonces|luego|después|además|también|tampoco|sin embargo|no obstante|por eso|por lo tanto|por tanto
|por ejemplo|en cambio|en efecto|de hecho|aun así|mientras tanto|al final|finalmente|por otro lado|por otra parte|es decir|en otras palabras
|o sea|de todas formas|de todos modos|en resumen|como (?:siempre|de costumbre|prometí|dije|vimos)|igualmente|asimismo|ahora bien`,
      ),
      why: 'a connective joins it to the sentence before',
      examples: ['Pero nadie vino.', 'Como siempre, el código es libre.'],
      not: ['Yeso hay poco.'],
    },
    {
      pattern: opening('sí|no|exacto|claro|bueno|bien|vale|vaya|ah', '(?=\\s*[,.!?:;—–-])'),
      why: 'it answers the sentence before',
      examples: ['Sí, gotea.'],
      not: ['No hay agua.'],
    },
    {
      pattern:
        /^(?:(?:\p{L}+mente|quizás?|tal vez|a veces|hoy|ahora|por suerte|en el fondo),? |cuando |si |porque |como |aunque |antes de que )(?:él|ella|ellos|ellas|esto|eso|este|esta|ese|esa|estos|estas)(?!\p{L})/iu,
      why: 'a pronoun near the start refers to an earlier sentence',
      examples: ['Básicamente esto usa dos colas.', 'Cuando ella gotea, esperamos.'],
      not: ['Cuando llueve, esperamos.'],
    },
    {
      pattern: opening(
        'primero|segundo|tercero|en (?:primer|segundo|tercer|último) lugar|por último',
        '(?=,| )',
      ),
      why: 'it continues a count that began before',
      examples: ['En segundo lugar, gotean.'],
      not: ['Primeros auxilios para bombas.'],
    },
  ],
  leansBack: [
    {
      pattern: words(
        '(?:ese|aquel|aquella|esa) (?:día|noche|año|semana|mes|mañana|tarde|vez|momento|hombre|mujer|lugar|cosa|caso)',
      ),
      why: 'the time or the thing was named before',
      examples: ['Nos fuimos aquella mañana.'],
      not: ['Nos fuimos por la mañana.'],
    },
  ],
  deictic: [
    {
      pattern: words(`${SHOWN} (?:(?:de |más )?(?:arriba|abajo)|anterior(?:es)?)`),
      why: 'it points at another part of the post',
      examples: ['El gráfico de abajo muestra la factura.'],
      not: ['El alcalde anterior se fue.'],
    },
    {
      pattern: words(
        '(?:ver|véase|vea|mira|mire) (?:(?:más )?(?:arriba|abajo)|aquí|(?:la )?(?:figura|tabla) \\d+)|(?:se (?:muestra|ve|explica|describe)|vimos|mencionad[oa]s?|descrit[oa]s?) (?:más )?(?:arriba|abajo|aquí)|(?:disponible|encontrar|encuentra|descargar|leer)s? aquí(?=[.,;:!)]|$)',
      ),
      why: 'it points at a figure, a link or another part of the post',
      examples: ['Véase la figura 3.', 'El código está disponible aquí.'],
      not: ['Aquí vivimos todos.'],
    },
    {
      pattern: words(
        `(?:en|para|con|de) (?:este|esta|mi|nuestro|nuestra|el|la|un|una|los|las) (?:(?:último|última|primer|primera|próximo|próxima) )?${TEXT}(?: (?:anterior|pasad[oa]|siguiente))?(?! (?:de|del))`,
      ),
      why: 'it is about the post itself, or about another one',
      examples: ['En este artículo muestro cinco tapas.', 'En la entrada anterior hablamos de cuerdas.'],
      not: ['En esta casa nadie cocina.'],
    },
  ],
  announcing: [
    {
      mayTell: true,
      pattern: words(`siguientes? (?:${COUNT} )?(?:${SHOWN}|${LISTED})|(?:${SHOWN}|${LISTED}) siguientes?`),
      why: 'it announces what comes after it',
      examples: ['La siguiente tabla muestra los gastos.'],
      not: ['El año siguiente nos mudamos.'],
    },
    {
      mayTell: false,
      pattern: words(
        '(?:revisen?|vean?|consulten?|lean?|mira|miren) (?:l[oa]s|el|la) (?:\\p{L}+ )?siguientes?(?: \\p{L}+)?',
      ),
      why: 'it leads to what a summary leaves out',
      examples: ['Por favor revise los temas siguientes.', 'Consulte los siguientes apuntes.'],
      not: ['Revise la cuerda cada año.'],
    },
    {
      mayTell: true,
      pattern: words(
        `^a continuación|^lo que sigue (?:es|son)|^(?:aquí|estos|estas) (?:están?|van?|tienes|hay|son) (?:${COUNT}|(?:los|las|mis|la|una)(?: \\p{L}+)? (?:${SHOWN}|${LISTED}))|(?:voy a|vamos a) (?:\\p{L}+ )?(?:ver|hablar|explicar|presentar|describir|mostrar|contar)|^veamos`,
      ),
      why: 'it announces what comes after it',
      examples: [
        'A continuación, la lista de reparaciones.',
        'Aquí están los cinco consejos.',
        'Vamos a ver por qué.',
      ],
      not: ['Vamos a casa.'],
    },
  ],
  housekeeping: [
    {
      pattern: words(
        'suscríbete|suscríbanse|(?:a|en) (?:la|nuestra|mi) newsletter|(?:al|en el|a nuestro|a mi) boletín|comentarios?|gracias|no dudes en|síguenos|sígueme|hasta (?:pronto|la próxima)|feliz año|más (?:información|detalles|info)|leer más|seguir leyendo|cuéntame|cuéntanos|escríbeme|escríbenos|^actualización:|^fuente:|^foto:|^nota:',
      ),
      why: 'invitations, thanks and remarks are not its content',
      examples: ['¡Gracias a todos!', 'No dudes en escribirnos.'],
      not: ['La gracia del gato.'],
    },
    {
      pattern:
        /^(?:(?:publicado|escrito|actualizado) (?:el|por)\b|tiempo de lectura|\d+ min(?:utos)? de lectura|\d{1,2} de \p{L}+ de \d{4}$)/iu,
      why: 'a byline: who wrote it, when, or how long it takes to read',
      examples: ['Publicado el 3 de noviembre de 2026 por Ana Keel', '3 de noviembre de 2026'],
      not: ['Por la mañana llueve.'],
    },
    {
      pattern: /^Por \p{Lu}\p{L}+ \p{Lu}\p{L}+(?:[,|·•—–-]|$)/u,
      why: 'a byline: who wrote it',
      examples: ['Por Ana Keel', 'Por Ana Keel, 2026'],
      not: ['Por Ana.'],
    },
  ],
  reflexive: [],
  verbless: [],
  defining: [
    {
      pattern:
        /^(?!(?:es|esto|eso|él|ella|hay|lo|quien|que|si)\b)(?:(?:un|una|el|la|los|las) )?\p{L}[^,.;:?!]{1,60}? (?:es|son) (?:en realidad |simplemente |solo )?(?:un|una|unos|unas|el|la|los|las)(?!\p{L})/iu,
      why: 'it says what something is',
      examples: ['La pila es una colección de platos.'],
      not: ['Es una pena.'],
    },
    {
      pattern: words('significa|se refiere a|consiste en|quiere decir|se llama'),
      why: 'it says what something is',
      examples: ['URL significa un nombre largo.'],
      not: ['Se viste de negro.'],
    },
  ],
  occasion: [
    {
      pattern: words(
        '(?:felices|feliz|encantad[oa]s?|orgullos[oa]s?|complace|alegra) (?:de )?anunciar|(?:está|están|es|son) (?:ahora|por fin|ya|oficialmente)|(?:hemos|he|ha|han) (?:publicado|lanzado|reemplazado|terminado|abierto|construido|empezado)|(?:publicamos|lanzamos|cambiamos|reemplazamos|abrimos)',
      ),
      why: 'it says what happened, and why the post was written',
      examples: ['Nuestro servicio está ya abierto.', 'En mayo hemos reemplazado el flotador.'],
      not: ['El servicio es viejo.'],
    },
    {
      pattern:
        /^(?:hoy|ayer|en (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|\d{4})|(?:la semana|el (?:mes|año|verano|invierno|lunes|martes|miércoles|jueves|viernes)) pasad|hace (?:\d+|un|una|dos|tres|unos|unas) |este (?:fin de semana|año|mes|verano|invierno))/iu,
      why: 'it says when it happened',
      examples: ['En mayo nos mudamos.', 'Hace dos años se rompió la bomba.'],
      not: ['Hacer pan es fácil.'],
    },
  ],
  turning: [
    {
      pattern: words(
        '(?:el|nuestro|mi|la|nuestra) (?:problema|error|lección|verdad|pregunta|objetivo|razón|dificultad|sorpresa)(?: \\p{L}+){0,3} (?:es|era|fue)|(?:aprendí|aprendimos|descubrí|descubrimos|entendí|decidimos|notamos)|resultó|ya no|en (?:lugar|vez) de|cuanto más|lo que importa',
      ),
      why: 'the story turns, or a lesson is drawn',
      examples: ['Nuestro error fue la tapa.', 'Aprendimos que el agua espera.'],
      not: ['Él trae la tapa.'],
    },
  ],
  contrasting:
    /^(?:pero|sin embargo|no obstante|aunque|por desgracia|desgraciadamente|lamentablemente|salvo que)(?!\p{L})/iu,
  advising: [
    {
      pattern: words(
        'hay que|debe|deben|debes|debería|deberías|nunca|siempre|evita|evite|mejor|recomiendo|recomendamos|no olvides|vale la pena',
      ),
      why: 'it gives advice',
      examples: ['Hay que cocerlo dos veces.'],
      not: ['La tapa se quedó allí.'],
    },
  ],
  instructing: [],
  supposing: [
    {
      pattern: opening('supón|supongamos|imagina(?:te|d)?|imaginemos|quizás?|tal vez|digamos|y si'),
      why: 'an example or a guess is not the point',
      examples: ['Supongamos una tapa.'],
      not: ['La imaginación ayuda.'],
    },
  ],
  recalling: [
    {
      pattern: words('(?:me acuerdo|recuerdo)|me dijo|nos dijo|como si|cuando (?:era|tenía)'),
      why: 'a memory is the story around the point',
      examples: ['Todavía recuerdo el olor.'],
      not: ['Él se levanta temprano.'],
    },
  ],
  general: words('tod[oa]s?|siempre|nunca|nadie|nada|ningun[oa]|cada|solo|mejor(?:es)?|peor(?:es)?'),
  numerals: words(
    'mitad|tercio|doble|veinte|treinta|cuarenta|cincuenta|sesenta|cien|cientos?|mil|millón|millones',
  ),
  subclause:
    /(?<!\p{L})(?:que|quien|cuyo|donde|cuando|porque|aunque|si|como|mientras|antes|después)(?!\p{L})/giu,
  logLabels:
    'desayuno,almuerzo,comida,cena,sueño,dormí,tiempo,humor,pasos,peso,ejercicio,leído,escuchado,visto,música,café'.split(
      ',',
    ),
};
