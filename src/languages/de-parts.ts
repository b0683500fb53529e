import { anyOf } from './phrases.ts';

/** What a German post shows beside its sentences, and its parts. */
export const SHOWN =
  anyOf(`Code, Codes, Skript, Skripts, Befehle?, Tabellen?, Grafik, Graphik, Abbildung, Bild, Bilder, Foto, Fotos, Diagramm,
  Schaubild, Kurve, Beispiel, Beispiele, Listen?, Liste, Abschnitt, Absatz, Kapitel, Ausgabe, Video, Karte, Zeichnung, Skizze`);
/** What lists consist of. */
export const LISTED =
  anyOf(`Tipps, Gründen?, Schritten?, Regeln, Punkten?, Ideen, Beispielen?, Fragen, Antworten, Dingen?, Lehren, Vorschlägen?,
  Ergebnissen?, Fehlern?, Tricks, Möglichkeiten, Vorteilen?, Liste, Links`);
