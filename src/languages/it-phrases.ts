import { anyOf, opening, type Phrases, words } from './phrases.ts';

const SHOWN = anyOf(
  'codice, script, frammento, frammenti, esempio, esempi, comando, comandi, tabella, tabelle, grafico, grafici, figura, figure, immagine, immagini, foto, diagramma, diagrammi, elenco, lista, sezione, sezioni, paragrafo, mappa, disegno, video, schermata, schermate',
);
const LISTED = anyOf(
  'consigli, ragioni, motivi, passi, passaggi, regole, punti, idee, esempi, domande, risposte, cose, lezioni, trucchi, modi, errori, risultati, link, comandi',
);
const COUNT = anyOf(
  "\\d+, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, dodici, alcuni, alcune, un, una, un[’']\\p{L}+, vari, varie, diversi, diverse",
);
const TEXT = anyOf('articolo, post, testo, tutorial, guida, serie, blog, pezzo, puntata, newsletter');

/** The Italian phrase rules for choosing sentences. */
export const IT_PHRASES: Phrases = {
  refersBack: [
    {
      pattern: opening(
        `egli|ella|esso|essa|essi|esse|lui|lei|loro|questo|questa|questi|queste|quello|quella|quelli|quelle|ciò|ne|entrambi|entrambe|il su[oa]|la su[oa]|i suoi|le sue
|quest[’']ultim[oa]|gli stessi|le stesse|lo stesso|la stessa`,
        `(?! (?:fine settimana|anno|mese|settimana|estate|inverno|autunno|primavera|${TEXT}|sito|pagina|progetto)(?!\\p{L}))(?! che(?!\\p{L}))`,
      ),
      why: 'a pronoun or demonstrative whose noun is in an earlier sentence',
      examples: ['Lei era fredda.', 'Questa casa perde.', 'La sua madre venne.', 'Ciò è freddo.'],
      not: ['Elena venne.', 'Questa settimana apriamo.', 'Questo blog è aperto.'],
    },
    {
      pattern: opening(
        `e|ed|ma|però|tuttavia|eppure|quindi|dunque|perciò|pertanto|così|allora|poi|dopo|inoltre|anche|infatti|invece|infine|insomma|cioè|ossia|ovvero
|per questo|per esempio|ad esempio|in effetti|di fatto|nonostante ciò|nel frattempo|d[’']altra parte|d[’']altronde|al contrario|in altre parole|detto questo
|in questo modo|in tal modo|in tal caso|in questo caso|in breve|alla fine|a quel punto|oltre a (?:ciò|questo)|come (?:sempre|promesso|detto|abbiamo visto)|allo stesso modo|analogamente`,
      ),
      why: 'a connective joins it to the sentence before',
      examples: ['Però nessuno venne.', 'Come promesso, il codice è libero.', 'D’altra parte, piove.'],
      not: ['Mattoni e malta.', 'Poiché piove, aspettiamo.'],
    },
    {
      pattern: opening('sì|no|esatto|certo|già|appunto', '(?=\\s*[,.!?:;—–-])'),
      why: 'it answers the sentence before',
      examples: ['Sì, perde.'],
      not: ['Non c’è acqua.'],
    },
    {
      pattern:
        /^(?:(?:\p{L}+mente|forse|a volte|oggi|adesso|ora|per fortuna|in fondo),? |quando |se |perché |come |benché |sebbene |prima che )(?:egli|lui|lei|loro|questo|questa|questi|queste|ciò)(?!\p{L})/iu,
      why: 'a pronoun near the start refers to an earlier sentence',
      examples: ['Praticamente questo usa due code.', 'Quando lei perde, aspettiamo.'],
      not: ['Quando piove, aspettiamo.'],
    },
    {
      pattern: opening(
        'primo|secondo|terzo|in (?:primo|secondo|terzo) luogo|innanzitutto|per ultimo',
        '(?=,| )(?! (?:il|lo|la|i|gli|le|me|noi)(?!\\p{L}))',
      ),
      why: 'it continues a count that began before',
      examples: ['In secondo luogo, perdono.'],
      not: ['Primi soccorsi per le pompe.', 'Secondo il giornale pioveva.'],
    },
  ],
  leansBack: [
    {
      pattern: words(
        "(?:quel|quella|quell[’']|in quel) ?(?:giorno|notte|anno|settimana|mese|mattina|sera|volta|momento|uomo|donna|posto|luogo|cosa|caso|epoca)",
      ),
      why: 'the time or the thing was named before',
      examples: ['Partimmo quella mattina.'],
      not: ['Partimmo di mattina.'],
    },
  ],
  deictic: [
    {
      pattern: words(
        `${SHOWN} (?:(?:qui )?(?:sopra|sotto)|precedent[ei]|seguent[ei]|in alto|in basso|accanto)|(?:precedent[ei]|suddett[oaei]) ${SHOWN}`,
      ),
      why: 'it points at another part of the post',
      examples: ['Il grafico qui sotto mostra il conto.', 'Nel precedente esempio c’era una barca.'],
      not: ['Il sindaco precedente partì.'],
    },
    {
      pattern: words(
        '(?:vedi|vedere|vedete|si veda|guarda|guardate) (?:(?:qui )?(?:sopra|sotto)|qui|(?:la )?(?:figura|tabella) \\d+)|(?:mostrat[oaei]|descritt[oaei]|citat[oaei]|vist[oaei]|spiegat[oaei]|elencat[oaei]|riportat[oaei]) (?:qui |più )?(?:sopra|sotto|in precedenza)|(?:disponibil[ei]|trovare|trova|trovate|scaricare|leggere|cliccando|clicca|cliccate) qui(?=[.,;:!)]|$)|(?:invia|inviate|acquista|acquistate|registrati|scarica|scaricate|trovi|trovate) [^.]{0,40}qui(?=[.!]|$)|(?:visita|visitate|vedi|vedete|vedere|consulta|consultate) questa pagina|a questo (?:link|indirizzo)',
      ),
      why: 'it points at a figure, a link or another part of the post',
      examples: [
        'Si veda la figura 3.',
        'Il codice è disponibile qui.',
        'La lampada si scarica a questo indirizzo.',
        'Inviate la vostra lampada qui.',
      ],
      not: ['Qui abitiamo tutti.', 'La casa di sopra è vuota.'],
    },
    {
      pattern: words(
        `(?:nel|nell[’']|nella|nei|in|per|con|del|dell[’']|della|di) ?(?:(?:questo|questa|quest[’']|mio|mia|nostro|nostra|un|una|un[’']) ?)?(?:(?:ultimo|ultima|primo|prima|prossimo|prossima|altro|altra|precedente) )?${TEXT}(?: (?:precedente|scors[oa]|seguente|successiv[oa]))?(?! (?:di|del|della|dell)(?!\\p{L}))`,
      ),
      why: 'it is about the post itself, or about another one',
      examples: [
        'In questo articolo mostro cinque coperchi.',
        'Nel post precedente abbiamo parlato di corde.',
      ],
      not: ['In questa casa nessuno cucina.', 'Lo lesse nel blog di Ada.'],
    },
  ],
  announcing: [
    {
      mayTell: true,
      pattern: words(
        `seguent[ei] (?:${COUNT} )?(?:${SHOWN}|${LISTED})|(?:${SHOWN}|${LISTED}) seguent[ei]|(?:${SHOWN}|${LISTED}) (?:che segu(?:e|ono))`,
      ),
      why: 'it announces what comes after it',
      examples: ['La seguente tabella mostra le spese.', 'I passi che seguono sono brevi.'],
      not: ['L’anno seguente traslocammo.'],
    },
    {
      mayTell: false,
      pattern: words(
        '(?:vedi|vedete|consulta|consultate|leggi|leggete|segui|seguite) (?:il|lo|la|i|gli|le) (?:\\p{L}+ )?seguenti?(?: \\p{L}+)?',
      ),
      why: 'it leads to what a summary leaves out',
      examples: ['Consultate le seguenti note.'],
      not: ['Controllate la corda ogni anno.'],
    },
    {
      mayTell: true,
      pattern: words(
        `^di seguito|^qui (?:sotto|di seguito)|^qui c[’']è|^ecco (?:${COUNT}|qui|come|cosa|perché|quali|il|lo|la|i|gli|le|alcun[ie]|l[’']\\p{L}+)|^questi sono (?:i|gli|alcuni|${COUNT})|^queste sono (?:le|alcune|${COUNT})|(?:vedremo|vediamo|andiamo a (?:vedere|scoprire)|parlerò|parleremo|spiegherò|spiegheremo|mostrerò|mostreremo|racconterò|racconteremo|presenterò|descriverò|voglio (?:\\p{L}+ )?(?:parlare|mostrare|raccontare|spiegare))`,
      ),
      why: 'it announces what comes after it',
      examples: [
        'Di seguito, l’elenco dei lavori.',
        'Ecco i cinque consigli.',
        'Ecco come funziona.',
        'Vediamo perché.',
      ],
      not: ['Andiamo a casa.', 'L’ecco torna due volte.'],
    },
  ],
  housekeeping: [
    {
      pattern: words(
        'iscriv(?:iti|etevi)|^abbonati|abbonati (?:al|alla)|alla (?:nostra |mia )?newsletter|(?:nei|un|i|vostri|tuoi) commenti|un commento|^(?:molte )?grazie|grazie (?:a|per|mille|di)|ringrazi(?:o|amo|amenti)|(?:seguitemi|seguimi|seguiteci|seguici)|non esitate? a|alla prossima|a presto|buon anno|buona lettura|(?:maggiori|più|ulteriori) (?:informazioni|dettagli)|(?:leggi|leggete|continua) (?:anche|tutto|a leggere|di più)|fatemi sapere|fammi sapere|scriv(?:imi|etemi|eteci)|condividi(?:lo|te)?|spero (?:che|di esserti|vi)|^aggiornamento:|^(?:fonte|foto|nota|avviso|crediti|traduzione):|^(?:fonti|riferimenti|bibliografia|link utili)$',
      ),
      why: 'invitations, thanks and remarks are not its content',
      examples: [
        'Grazie a tutti!',
        'Leggi anche: come pulire le lampade.',
        'Non esitate a scriverci.',
        'Maggiori informazioni sul sito.',
      ],
      not: ['La grazia del gatto.'],
    },
    {
      pattern:
        /^(?:(?:pubblicato|scritto|postato|aggiornato) (?:il|da|da[li])(?!\p{L})|tempo di lettura|\d+ min(?:uti)? di lettura|tradotto da|inviato da|\d{1,2}°? (?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre) \d{4}$)/iu,
      why: 'a byline: who wrote it, when, or how long it takes to read',
      examples: ['Pubblicato il 3 novembre 2026 da Ada Keel', '3 novembre 2026'],
      not: ['A novembre piove.'],
    },
    {
      pattern: /^Di \p{Lu}\p{L}+ \p{Lu}\p{L}+(?:[,|·•—–-]|$)/u,
      why: 'a byline: who wrote it',
      examples: ['Di Ada Keel', 'Di Ada Keel, 2026'],
      not: ['Di Ada.'],
    },
  ],
  reflexive: [],
  verbless: [],
  defining: [
    {
      pattern:
        /^(?!(?:è|questo|questa|ciò|lui|lei|c['’]è|chi|che|se|quello|quella)(?!\p{L}))(?:(?:un|uno|una|il|lo|la|i|gli|le) |l['’]|un['’])?\p{L}[^,.;:?!]{1,60}? (?:è|sono) (?:in realtà |semplicemente |solo )?(?:un|uno|una|dei|degli|delle|il|lo|la|i|gli|le|un['’]\p{L}+|l['’]\p{L}+)(?!\p{L})/iu,
      why: 'it says what something is',
      examples: ['La pila è una raccolta di piatti.', 'L’ancora è un peso.'],
      not: ['È un peccato.'],
    },
    {
      pattern: words('significa|si riferisce a|consiste (?:in|nel)|vuol dire|si chiama'),
      why: 'it says what something is',
      examples: ['URL significa un nome lungo.'],
      not: ['Si veste di nero.'],
    },
  ],
  occasion: [
    {
      pattern: words(
        '(?:felic[ei]|liet[oaie]|content[oaie]|orgoglios[oaie]|entusiast[aei]) di (?:annunciare|presentare|rilasciare|pubblicare)|piacere di annunciare|(?:è|sono) (?:ora|finalmente|ufficialmente|stat[oaie] rilasciat[oaie])|(?:abbiamo|ho|ha|hanno) (?:appena )?(?:pubblicato|lanciato|rilasciato|sostituito|finito|aperto|costruito|iniziato)',
      ),
      why: 'it says what happened, and why the post was written',
      examples: [
        'Il servizio è finalmente aperto.',
        'A maggio abbiamo sostituito la boa.',
        'Siamo lieti di annunciare una lampada.',
      ],
      not: ['Il servizio è vecchio.'],
    },
    {
      pattern:
        /^(?:oggi|ieri|(?:a|ad|in|nel) (?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|\d{4})|(?:la settimana|l['’]anno|il mese|l['’]estate|l['’]inverno) scors|(?:due|tre|\d+|pochi|poche|un|una|alcuni|alcune|qualche) (?:ore|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa|quest['’](?:anno|estate|inverno)|questo mese|recentemente)/iu,
      why: 'it says when it happened',
      examples: ['A maggio traslocammo.', 'Due anni fa si ruppe la pompa.'],
      not: ['Fare il pane è facile.'],
    },
  ],
  turning: [
    {
      pattern: words(
        "(?:il|nostro|mio|la|nostra|mia|l[’']) ?(?:problema|errore|lezione|verità|domanda|obiettivo|ragione|difficoltà|sorpresa|risultato)(?: \\p{L}+){0,3} (?:è|era|fu)|(?:ho|abbiamo) (?:imparato|scoperto|capito|deciso|notato)|si è scoperto|non è più|invece di|anziché|quanto più|ciò che conta|quello che conta",
      ),
      why: 'the story turns, or a lesson is drawn',
      examples: ['Il nostro errore era il coperchio.', 'Abbiamo imparato che l’acqua aspetta.'],
      not: ['Lui porta il coperchio.'],
    },
  ],
  contrasting:
    /^(?:ma|però|tuttavia|eppure|nonostante ciò|purtroppo|sfortunatamente|al contrario|invece)(?!\p{L})/iu,
  advising: [
    {
      pattern: words(
        'bisogna|occorre|conviene|deve|devono|devi|dovrebbe|dovrebbero|dovresti|dovreste|mai|sempre|evita|evitate|meglio|consiglio|consigliamo|raccomandiamo|non dimenticate|vale la pena',
      ),
      why: 'it gives advice',
      examples: ['Bisogna cuocerlo due volte.'],
      not: ['Il coperchio restò lì.'],
    },
  ],
  instructing: [],
  supposing: [
    {
      pattern: opening(
        'supponiamo|supponete|immagina|immaginate|immaginiamo|forse|magari|diciamo|e se|mettiamo che',
      ),
      why: 'an example or a guess is not the point',
      examples: ['Supponiamo un coperchio.', 'E se la lampada si spegne?'],
      not: ['L’immaginazione aiuta.'],
    },
  ],
  recalling: [
    {
      pattern: words('mi ricordo|ricordo|mi disse|mi ha detto|ci disse|come se|quando (?:ero|avevo)'),
      why: 'a memory is the story around the point',
      examples: ['Ancora ricordo l’odore.'],
      not: ['Lui si alza presto.'],
    },
  ],
  general: words(
    'tutt[oaie]|sempre|mai|nessun[oa]?|niente|nulla|ogni|ognuno|solo|soltanto|miglior[ei]?|peggior[ei]?',
  ),
  numerals: words(
    'metà|terzo|doppio|venti|trenta|quaranta|cinquanta|sessanta|cento|centinaia|mille|mila|milione|milioni|miliardi',
  ),
  subclause: /(?<!\p{L})(?:che|chi|cui|dove|quando|perché|benché|se|come|mentre|prima|dopo)(?!\p{L})/giu,
  logLabels:
    'colazione,pranzo,merenda,cena,sonno,dormito,tempo,umore,passi,peso,esercizio,letto,ascoltato,visto,musica,caffè'.split(
      ',',
    ),
};
