/** The languages whose dangling openers are known. */
export type SummaryLanguage = 'en' | 'de' | 'fr' | 'es';

const list = (words: string): readonly string[] => words.split(' ');

/**
 * The commonest function words of each language: they carry no meaning of their own, so that two sentences are not
 * alike for sharing them, and they tell the languages apart.
 */
export const STOP_WORDS: Readonly<Record<SummaryLanguage, readonly string[]>> = {
  en: list(
    "a about above after again against all also am an and any are as at be because been before being below between both but by can could did didn't do does doesn't doing don't down during each even every few for from further get got had has have having he her here hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it's its itself just like me more most much my myself no nor not now of off on once one only or other our ours out over own same she should so some such than that that's the their them then there there's these they they're this those through to too under until up upon us very was wasn't we we're we've were what when where which while who whom why will with without would you you're your yours",
  ),
  de: list(
    'aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass dein dem den denn der des die dies diese dieser doch dort du durch ein eine einem einen einer eines er es euch für gegen hat hatte hier ich ihm ihn ihr im in ist ja jede jeder kann kein keine man mehr mein mich mir mit nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so über um und uns unter vom von vor war waren was weil wenn wer wie wir wird wo zu zum zur',
  ),
  fr: list(
    "au aux avec ce ces cela cette comme dans de des donc du elle elles en est et eu il ils je la le les leur lui ma mais me même mes moi mon ne nos notre nous on ont ou où par pas plus pour qu que qui sa sans se ses si son sont sur ta te tu un une vous y à été être c'est j'ai",
  ),
  es: list(
    'al algo ante antes así aun aunque cada como con contra cual cuando de del desde donde durante e el ella ellos en entre era es esa ese eso esta este esto fue ha hay la las le les lo los me mi mis muy más nada ni no nos nosotros o otra otro para pero poco por porque pues que quien se sea ser si sin sobre son su sus sí también tan te tiene todo tras tu un una uno y ya yo',
  ),
};
