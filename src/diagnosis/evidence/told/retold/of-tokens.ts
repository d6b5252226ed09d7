import type { CircumstanceWords } from '../circumstances.ts';

/** What Graph, or an API, says about the token, and what the person saw in it. */
export const TOLD_OF_TOKENS: readonly CircumstanceWords[] = [
  {
    // A token whose audience is the client: an ID token, or one for the app itself.
    circumstance: 'audience-is-own-app',
    words:
      'aud |aud:|aud=|"aud"|audience + my own client id|our own client id|its own client id|my client id|our client id|own app id|my app id|our app id|own application id|client id of my|client id of our|client id of the app|own client_id|my own app|our own app|eigene client-id|eigenen client-id|client-id meiner|client-id unserer|client-id der app|notre propre client|notre client id|mi propio client|mi client id',
    within: 80,
    only: /\b(?:graph|outlook|calendar|events)\b/,
    unless: /own api|my api|our api|web api|backend|expected (?:it to be )?(?:my|our)|should be (?:my|our)/,
  },
  {
    // The token of one's own API, sent to Graph.
    circumstance: 'own-token-on-graph',
    words:
      'my own api|our own api|my own backend|our own backend|own back-end|my backend|our backend|my api|our api|own web api|eigene api|eigenen api|eigenes backend|eigene backend|propre api|notre api|propia api|nuestra api|api:// + same token|my token|aud |aud: |the token|that token|this token|access token|it is used|use it|use this|den token|das token|dasselbe token|le jeton|même jeton|el token|mismo token',
    within: 260,
    only: /\bgraph\b[^\n]{0,120}\b(?:401|unauthori[sz]ed|rejects?|refuses?|invalid|denie[sd]|lehnt|abgelehnt|refuse|rechaza)\b|\b(?:401|unauthori[sz]ed|rejected|refused|abgelehnt)\b[^\n]{0,60}\b(?:by|from|von|bei|par|de) (?:microsoft )?graph\b/,
    unless:
      /aud(?:ience)?\b[^\n]{0,24}graph|on-behalf|on behalf|\bobo\b|exchang|token for graph|graph token|graph works|graph (?:takes|accepts)/,
  },
  {
    // Delegated access to a calendar or mailbox that its owner has not shared.
    circumstance: 'calendar-said-not-shared',
    words:
      "never shared|not shared|nobody shared|nobody ever shared|no one shared|isn't shared|wasn't shared|hasn't shared|hasn't been shared|not been shared|didn't share|did not share|hat nicht geteilt|nicht freigegeben|nie freigegeben|nie geteilt|pas partagé|jamais partagé|no compartid|no está compartid|nunca compart|non condivis|mai condivis|não compartilh|niet gedeeld|nooit gedeeld + calendar|room|mailbox|kalender|raum|postfach|calendrier|agenda|boîte|salle|calendario|buzón|sala |calendário|caixa de correio|postvak + 403|forbidden|denied|erroraccessdenied|refus|verweigert|denegad",
    within: 260,
    unless: /application permission|app-only|client credentials|client_credentials|daemon/,
  },
  {
    // The clock of the machine is named beside a token that is too young or too old for it.
    circumstance: 'clock-said-wrong',
    words:
      "not yet valid|not valid yet|isn't valid yet|is not active yet|used before its|noch nicht gültig|pas encore valide|aún no es válido|todavía no es válido|non è ancora valido|ainda não é válido|nog niet geldig + clock|ntp|minutes ahead|minutes behind|minutes fast|minutes slow|minutes off|its time|system time|wrong time|uhr |uhrzeit|minuten vor|minuten nach|horloge|heure du|reloj|hora del|orologio|relógio|klok",
    within: 260,
    unless: /certificate|zertifikat|certificat|not before of the cert/,
  },
  {
    // Every hour the person stands before the sign-in page, and the answer shown holds no refresh token.
    circumstance: 'no-refresh-token-said',
    words:
      "access_token and id_token only|access token and id token only|only access_token and id_token|only an access_token|only an access token|only access_token|only the access token|never a refresh_token|never a refresh token|never get a refresh|never got a refresh|no refresh_token|no refresh token|jamais de jeton d'actualisation|pas de jeton d'actualisation|aucun jeton d'actualisation|kein aktualisierungstoken|nie ein aktualisierungstoken|kein refresh-token|nie ein refresh token|sin token de actualización|ningún token de actualización|nunca recibo un refresh|nessun token di aggiornamento|senza token di aggiornamento|nenhum token de atualização|sem token de atualização|geen vernieuwingstoken|geen refresh token + token|hour|heure|stunde|hora|ora |uur|scope|offline",
    within: 240,
    unless: /client.credentials|client_credentials|daemon|app-only|implicit is|needs no|need no|is needed|not needed/,
  },
  {
    // Graph Explorer has permissions of its own, and the person consented to them there.
    circumstance: 'graph-explorer-may',
    words:
      'graph explorer|graph-explorer + my app|our app|own app|my own|my code|our code|my script|meiner app|unserer app|eigenen app|meinem skript|mon application|notre application|mi aplicación|mi app|nuestra app|mia app|meu app|minha app + 403|forbidden|denied|verweigert|refus|denegad',
    within: 260,
    only: /403|forbidden|denied|verweigert|refus|denegad/,
    unless:
      /401|client.credentials|daemon|app-only|application permission|graph explorer (?:fails|gives (?:me )?(?:the same|403|also)|too|also)/,
  },
  {
    // A permission of the registration is not yet one of the token.
    circumstance: 'token-lacks-added-permission',
    words:
      "added|granted|hinzugefügt|ergänzt|ajouté|agregué|añadí|añadido|aggiunto|adicionei|toegevoegd + token|scp|jeton + still only|still has only|still just|only has|only shows|still shows only|still only shows|still doesn't|still does not|doesn't show|does not show|doesn't contain|does not contain|isn't in|is not in|immer noch nur|weiterhin nur|steht nur|fehlt|toujours que|ne contient que|sigue sin|sigue mostrando|solo aparece|solo mostra|ancora solo|só aparece|nog steeds",
    within: 240,
    only: /\b[a-z]{3,24}\.(?:read|readwrite|send|readbasic)\b/,
    unless: /client.credentials|daemon|app-only|application permission|anwendungsberechtigung|roles/,
  },
  {
    // The same, where only the call is told: the sign-in is older than the permission.
    circumstance: 'token-lacks-added-permission',
    words:
      'still 403|still a 403|still get 403|still gives 403|still gets 403|still forbidden|still access denied|immer noch 403|weiterhin 403|toujours 403|toujours un 403|sigue dando 403|todavía 403|ancora 403|ainda 403|nog steeds 403 + added|adding|granted|hinzugefügt|ergänzt|ajouté|agregué|añadí|añadido|aggiunto|adicionei|toegevoegd + old login|old token|old sign-in|same token|same login|token from|without signing in again|without logging in again|altem token|alte token|alten anmeldung|gleichen token|même jeton|ancien jeton|mismo token|token viejo|stesso token|mesmo token|oude token',
    within: 240,
    only: /\b[a-z]{3,24}\.(?:read|readwrite|send|readbasic)\b/,
    unless: /client.credentials|daemon|app-only|application permission|anwendungsberechtigung|roles/,
  },
  {
    // Reading is allowed, creating is not, and the permission that is told is one to read.
    circumstance: 'may-read-and-not-write',
    words:
      'create|creating|creation|write|writing|update|delete|anlegen|erstellen|schreiben|ändern|löschen|créer|écrire|création|crear|escribir|creare|scrivere|criar|aanmaken + 403|forbidden|denied|verweigert|refus|denegad|negado',
    within: 200,
    only: /\b(?:calendars|mail|contacts|files|tasks|notes|sites|group|user)\.read(?:\.all)?(?![\w.])/,
    unless: /readwrite|client.credentials|daemon|app-only|application permission/,
  },
  {
    // An application permission reaches every mailbox of the organisation, unless a policy names some.
    circumstance: 'some-mailboxes-refused',
    words:
      "most mailboxes|other mailboxes|all other|all calendars but|the rest|200 mailboxes|hundreds of mailboxes|without a problem|only the mailbox|a few mailboxes|for a few|some mailboxes|certain mailboxes|always the same|always these|but not those|except|bis auf|alle anderen|einige postfächer|bestimmte postfächer|nur bei|toutes les autres|sauf|certaines boîtes|todos los demás|excepto|algunos buzones|tutte le altre|tranne|todas as outras|exceto + daemon|app-only|app only|application permission|client credentials|client_credentials|anwendungsberechtigung|autorisation d'application|permiso de aplicación|permisos de aplicación + 403|erroraccessdenied|forbidden|denied|verweigert|refus|denegad",
    within: 320,
    unless: /on.premises|hybrid|unlicen[sc]ed|without (?:a )?licen|inactive|shared mailbox without|archive/,
  },
  {
    circumstance: 'other-calendar-refused',
    words:
      "colleague's calendar|colleague's mailbox|colleagues' calendar|another user's calendar|another person's calendar|other users' calendar|other people's calendar|someone else's calendar|somebody else's calendar|boss's calendar|manager's calendar|kalender meiner kolleg|kalender meines kolleg|kalender des kolleg|kalender der kolleg|calendrier de mon collègue|calendrier d'un collègue|agenda d'un collègue|agenda de mon collègue|calendario de mi compañer|calendario de un compañer|calendario di un collega|calendario del collega|calendário de um colega|agenda van mijn collega + my own|mine|own calendar|/me/|mein eigener|meinen eigenen|le mien|mon propre|el mío|mi propio|il mio|o meu + 403|forbidden|denied|erroraccess|verweigert|refus|denegad|404",
    within: 240,
    unless: /client.credentials|daemon|app-only|application permission/,
  },
  {
    circumstance: 'mailbox-said-unlicensed',
    besideFailure: true,
    words:
      "no exchange license|no exchange licence|no exchange online license|no exchange online licence|without an exchange licen|without exchange licen|no mailbox yet|has no mailbox|doesn't have a mailbox|mailbox isn't created|mailbox is not created|mailbox not created|keine exchange-lizenz|ohne exchange-lizenz|kein postfach|pas de licence exchange|sans licence exchange|sin licencia de exchange|senza licenza exchange|sem licença do exchange + calendar|graph|event|kalender|calendrier|agenda|calendario|calendário",
    within: 220,
  },
  {
    // The issuer of version 1 where that of version 2 is expected, or the reverse.
    circumstance: 'issuer-versions-differ',
    words:
      'issuer|emetteur|émetteur|aussteller|emisor + sts.windows.net + login.microsoftonline.com|microsoftonline.com + expect|want|configured|invalid|not match|mismatch|refuse|reject|erwart|ungültig|attend|invalide|espera|inválid',
    within: 260,
  },
  {
    // A refresh token that nobody used for ninety days.
    circumstance: 'refresh-token-long-unused',
    words:
      "refresh token|refresh_token|refresh tokens|aktualisierungstoken|jeton d'actualisation|token de actualización + three months|3 months|four months|half a year|six months|90 days|ninety days|not used for|nobody used|unused|for months|drei monate|90 tage|monatelang|trois mois|90 jours|tres meses|90 días|tre mesi + refused|rejected|expired|invalid|doesn't work|does not work|no longer works|abgelehnt|abgelaufen|ungültig|refus|expiré|rechaz|caduc|scadut",
    within: 260,
    unless: /lifetime is|lives|how long|why does it last/,
  },
  {
    // An access token lives about an hour, and a new start fetches another one.
    circumstance: 'refused-after-an-hour',
    words:
      "after an hour|after one hour|after about an hour|after roughly an hour|after 60 minutes|after 60 min|an hour later|nach 60 minuten|après 60 minutes|60 minutos|60 minuti|na 60 minuten|nach einer stunde|nach ca. einer stunde|nach etwa einer stunde|nach rund einer stunde|pendant une heure|au bout d'une heure|après une heure|después de una hora|al cabo de una hora|tras una hora|dopo un'ora|dopo circa un'ora|depois de uma hora|após uma hora|na een uur|na ongeveer een uur|1時間後|1時間ほど|一小时后|一个小时后|한 시간 후 + 401|unauthorized|non autorisé|no autorizado|nicht autorisiert|不正|未授权 + neustart|neu start|restart|once at start|once when|once on start|once at the start|only at start|token once|once and keep|einmal beim start|einmal am anfang|nur beim start|une seule fois|una sola vez|una vez al|una volta sola|una volta all|uma única vez|uma vez no|één keer|een keer bij|起動時に一度|启动时获取一次|relanc|redémarr|reinici|riavvi|reinici|herstart|opnieuw|再起動|重启|다시 시작",
    within: 260,
    only: /\b(?:tokens?|jetons?|scripts?|skript|apis?|requests?|calls?|apps?|program\w*|código|llamada|aufrufe?|graph)\b|トークン|令牌|토큰/,
    unless: /conditional|refresh token expired/,
  },
];
