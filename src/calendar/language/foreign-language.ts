interface Foreign {
  readonly name: string;
  /** Words of days, hours and meetings that English does not have. */
  readonly event: RegExp;
  /** Small words that carry a sentence. */
  readonly small: RegExp;
}

const words = (list: string) => new RegExp(`(?<![\\p{L}])(?:${list})(?![\\p{L}])`, 'giu');

const LANGUAGES: readonly Foreign[] = [
  {
    name: 'German',
    event: words(
      'morgen|heute|übermorgen|(?:di|mi)(?=\\.? \\d)|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|uhr|besprechung|termin|treffen|mittagessen|abendessen|frühstück|zahnarzt|arzttermin|januar|februar|märz|mai|juni|juli|oktober|dezember|urlaub|nachmittags?|vormittags?|abends?|woche|wöchentlich|jeden|besprechen|kaffee',
    ),
    small: words(
      'mit|um|am|und|der|die|das|ein|eine|einen|im|für|von|bis|nächste[nr]?|ich|wir|bitte|lege|eintragen|zum|zur|beim|mal|halb|trage|ist|den',
    ),
  },
  {
    name: 'French',
    event: words(
      "demain|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|réunion|reunion|rendez-vous|rdv|déjeuner|dejeuner|dîner|heures?|midi|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|semaine|matin|après-midi|soir",
    ),
    small: words(
      'avec|à|et|le|la|les|un|une|du|de|des|pour|prochain|prochaine|chaque|je|nous|au|chez|en|dans|ajoute|planifie|créer|crée',
    ),
  },
  {
    name: 'Spanish',
    event: words(
      'mañana|hoy|lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo|reunión|reunion|cita|almuerzo|comida|cena|desayuno|dentista|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|semana|tarde|mediodía',
    ),
    small: words(
      'con|a|las|la|el|los|un|una|y|de|del|para|próximo|proximo|próxima|cada|yo|por|en|agenda|crea|añade|al',
    ),
  },
  {
    name: 'Italian',
    event: words(
      'domani|oggi|lunedì|lunedi|martedì|martedi|mercoledì|mercoledi|giovedì|giovedi|venerdì|venerdi|sabato|domenica|riunione|appuntamento|pranzo|cena|colazione|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|settimana|pomeriggio|sera|mattina|ore',
    ),
    small: words('con|alle|a|il|la|lo|un|una|e|di|del|per|prossimo|prossima|ogni|dal|al|dalle|crea|aggiungi'),
  },
  {
    name: 'Portuguese',
    event: words(
      'amanhã|amanha|hoje|segunda(?:-feira)?|terça(?:-feira)?|quarta-feira|quinta(?:-feira)?|sexta(?:-feira)?|reunião|reuniao|almoço|almoco|jantar|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|dezembro|semana|horas|manhã|tarde|noite|consulta',
    ),
    small: words('com|às|as|o|um|uma|e|de|do|da|para|próxima|próximo|cada|em|na|no|agenda|marcar|marque|ao'),
  },
  {
    name: 'Dutch',
    event: words(
      'morgen|vandaag|overmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|uur|vergadering|afspraak|overleg|tandarts|januari|februari|maart|mei|augustus|middag|avond|ochtend|wekelijks|borrel',
    ),
    small: words('met|om|op|en|het|een|van|tot|voor|volgende|elke|ik|we|wij|plan|zet|bij|de|in'),
  },
  {
    name: 'Polish',
    event: words(
      'jutro|dzisiaj|dziś|poniedziałek|wtorek|środa|środę|czwartek|piątek|sobota|sobotę|niedziela|spotkanie|godzina|godz|obiad|kolacja|tydzień|rano|wieczorem',
    ),
    small: words('z|o|w|we|na|i|do|od|dla|przyszły|każdy|co|ze|się'),
  },
  {
    name: 'Swedish',
    event: words(
      'imorgon|idag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|möte|mötet|klockan|tandläkare|vecka|varje',
    ),
    small: words('med|och|på|till|från|nästa|ett|för|kl|hos'),
  },
  {
    name: 'Turkish',
    event: words(
      'yarın|bugün|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|toplantı|toplantısı|öğle|yemeği|saat|randevu|hafta',
    ),
    small: words('ile|ve|bir|için|gelecek|her|da|de'),
  },
  {
    name: 'Norwegian',
    event: words(
      'i morgen|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|møte|møtet|klokken|tannlege|uke|hver|middag|lunsj|avtale',
    ),
    small: words('med|og|på|til|fra|neste|et|en|for|kl|hos|om'),
  },
  {
    name: 'Danish',
    event: words(
      'i morgen|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|møde|mødet|klokken|tandlæge|uge|hver|frokost',
    ),
    small: words('med|og|på|til|fra|næste|et|en|for|kl|hos|om'),
  },
  {
    name: 'Finnish',
    event: words(
      'huomenna|tänään|maanantaina|tiistaina|keskiviikkona|torstaina|perjantaina|lauantaina|sunnuntaina|kokous|tapaaminen|palaveri|hammaslääkäri|lounas|viikolla|viikko|joka',
    ),
    small: words('klo|kello|kanssa|ja|ensi|asti|on|kanssamme'),
  },
  {
    name: 'Czech',
    event: words(
      'zítra|dnes|pondělí|úterý|středu|čtvrtek|pátek|sobotu|neděli|schůzka|schůzku|setkání|porada|oběd|večeře|zubař|týden|každý|hodin',
    ),
    small: words('s|se|v|ve|na|a|od|do|pro|příští|po'),
  },
  {
    name: 'Hungarian',
    event: words(
      'holnap|hétfőn|kedden|szerdán|csütörtökön|pénteken|szombaton|vasárnap|megbeszélés|találkozó|ebéd|vacsora|fogorvos|órakor|héten',
    ),
    small: words('és|a|az|egy|kor|től|ig|jövő|val|vel'),
  },
  {
    name: 'Romanian',
    event: words(
      'mâine|astăzi|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|ședință|sedinta|întâlnire|prânz|cină|săptămână',
    ),
    small: words('cu|la|și|de|pe|din|pentru|până|o|un|fiecare'),
  },
  {
    name: 'Indonesian',
    event: words(
      'besok|hari ini|senin|selasa|rabu|kamis|jumat|sabtu|minggu|rapat|pertemuan|janji|makan siang|makan malam',
    ),
    small: words('jam|pukul|dengan|dan|di|pada|sampai|untuk|pagi|siang|sore|malam|depan|setiap'),
  },
];

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Chinese', /\p{Script=Han}/u],
  ['Russian', /\p{Script=Cyrillic}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Hindi', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
];

/** English words that make a message English whatever names stand in it. */
const ENGLISH =
  /\b(?:the|with|at|on|and|for|my|to|tomorrow|today|tonight|next|every|monday|tuesday|wednesday|thursday|friday|saturday|sunday|meeting|lunch|dinner|schedule|book|add|call|in|of|please|from|until|noon|is|are|what|mon|tue|wed|thu|fri|pm|am)\b/gi;

/**
 * The language of a message that is not English and looks like an event (a word of a day, an hour or a meeting);
 * null for English and for what looks like none.
 */
export function foreignLanguage(message: string): string | null {
  const text = message.slice(0, 600);
  const script = SCRIPTS.find(([, pattern]) => pattern.test(text));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (script !== undefined) {
    const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
    return letters > 0 && latin / letters < 0.5 ? script[0] : null;
  }
  const english = new Set((text.match(ENGLISH) ?? []).map((word) => word.toLowerCase())).size;
  const hasFigures = /\d/.test(text);
  let best: { readonly name: string; readonly weight: number } | null = null;
  for (const { name, event, small } of LANGUAGES) {
    const events = new Set((text.match(event) ?? []).map((word) => word.toLowerCase())).size;
    // «seit Montag geht die Anmeldung nicht»: a day alone is no event.
    if (events === 0 || (events === 1 && !hasFigures)) continue;
    const smalls = new Set((text.match(small) ?? []).map((word) => word.toLowerCase())).size;
    const weight = events * 2 + smalls;
    if (best === null || weight > best.weight) best = { name, weight };
  }
  return best !== null && best.weight >= 3 && best.weight > english * 1.5 ? best.name : null;
}
