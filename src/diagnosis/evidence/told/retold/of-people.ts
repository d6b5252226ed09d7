import type { CircumstanceWords } from '../circumstances.ts';

/** What the sign-in says about the person: account, password, second proof, device and the policies of the organisation. */
export const TOLD_OF_PEOPLE: readonly CircumstanceWords[] = [
  {
    // AADSTS50020 «… does not exist in tenant …», of an account that is no work or school account.
    circumstance: 'personal-account-said-absent',
    words:
      "does not exist in the tenant|does not exist in tenant|doesn't exist in the tenant|doesn't exist in tenant|not exist in the directory|doesn't exist in the directory|isn't in the tenant|not found in the tenant|does not exist in the organi|im mandanten nicht|mandanten nicht vorhanden|nicht im mandanten|n'existe pas dans le locataire|n'existe pas dans l'annuaire|no existe en el inquilino|no existe en el directorio|non esiste nel tenant|não existe no locatário|bestaat niet in de tenant + hotmail|outlook.com|live.com|gmail|private|personal|persönlich|privat|personnel|perso |personale|pessoal|persoonlijk",
    within: 220,
    anywhere: true,
  },
  {
    // The same of somebody from another organisation: the account has to be invited.
    circumstance: 'organisation-account-said-absent',
    words:
      "does not exist in the tenant|does not exist in tenant|doesn't exist in the tenant|doesn't exist in tenant|not exist in the directory|isn't in the tenant|not found in the tenant|im mandanten nicht|mandanten nicht vorhanden|nicht im mandanten|n'existe pas dans le locataire|n'existe pas dans l'annuaire|no existe en el inquilino|no existe en el directorio|non esiste nel tenant|não existe no locatário|bestaat niet in de tenant + own company account|own work account|own organi|other company|another company|other organi|another organi|consultant|freelanc|contractor|partner|supplier|external|extern|berater|dienstleister|andere firma|anderen firma|prestataire|autre société|consultor|proveedor|consulente|fornitore|fornecedor|leverancier",
    within: 220,
    unless:
      /hotmail|outlook\.com|live\.com|gmail|\bprivate?\b|personal|persönlich|personnel|\bperso\b|pessoal|persoonlijk/,
    anywhere: true,
  },
  {
    // «We couldn't find an account with that username.»
    circumstance: 'account-said-unknown',
    words:
      "couldn't find an account|could not find an account|can't find an account|cannot find an account|doesn't find an account|no account with that|no account with this|no such account|no account found|username may be incorrect|user name may be incorrect|username might be incorrect|doesn't recognise|doesn't recognize|doesn't know my address|doesn't know her address|doesn't know his address|konto nicht gefunden|kein konto mit|findet kein konto|kein solches konto|aucun compte|ne trouve pas de compte|trouve pas mon compte|trouve pas son compte|nom d'utilisateur peut-être|nom d'utilisateur incorrect|no encuentra una cuenta|no encuentra ninguna cuenta|nessun account|não encontr + account|username|user name|address|konto|compte|cuenta|conta",
    within: 120,
    unless: /silent|cache|getaccount|get_account|storage|service account|bank|subscription|billing/,
  },
  {
    circumstance: 'password-said-expired',
    words:
      'password has expired|password is expired|password expired|password had expired|password ran out|kennwort abgelaufen|kennwort ist abgelaufen|kennwort sei abgelaufen|passwort abgelaufen|passwort ist abgelaufen|passwort sei abgelaufen|mot de passe a expiré|mot de passe est expiré|mot de passe expiré|contraseña ha caducado|contraseña ha expirado|contraseña caducó|contraseña caducada|password è scaduta|password scaduta|senha expirou|senha expirada|wachtwoord is verlopen|hasło wygasło + sign|log|login|account|outlook|teams|anmeld|konto|connex|compte|sesión|cuenta|acced|entrar|conta',
    within: 160,
    unless:
      /github|gitlab|never|doesn't expire|does not expire|app password|client secret|\bsecret\b|database|\bsql\b|smtp|imap|vpn|wi-?fi|wlan|\bsap\b|root|\bssh\b|before (?:it|the password) expires|reminder|days left/,
  },
  {
    circumstance: 'account-said-disabled',
    words:
      'account has been disabled|account is disabled|account was disabled|account got disabled|account had been disabled|account is blocked|account has been blocked|account has been deactivated|account is deactivated|account was deactivated|konto wurde deaktiviert|konto ist deaktiviert|konto sei deaktiviert|konto deaktiviert|compte a été désactivé|compte est désactivé|compte désactivé|cuenta ha sido deshabilitada|cuenta está deshabilitada|cuenta deshabilitada|cuenta desactivada|account è disabilitato|account disabilitato|conta foi desativada|conta desativada|account is uitgeschakeld + sign|log|login|page|microsoft|teams|outlook|office|anmeld|connex|connect|sesión|acced|entrar|aanmeld',
    within: 160,
    unless:
      /github|gitlab|vpn|storage|service account|automation account|cosmos|billing|bank|shared key|key access|feature/,
  },
  {
    circumstance: 'account-said-locked',
    words:
      'account is locked|account has been locked|account was locked|account got locked|account is temporarily locked|account temporarily locked|temporarily locked|locked out|konto ist gesperrt|konto gesperrt|konto wurde gesperrt|konto sei gesperrt|vorübergehend gesperrt|compte est verrouillé|compte verrouillé|temporairement verrouillé|cuenta está bloqueada|cuenta bloqueada|temporalmente bloquead|conta está bloqueada|conta bloqueada|temporariamente bloquead|account è bloccato|account bloccato + sign|log|login|password|account|konto|kennwort|passwort|compte|cuenta|conta',
    within: 160,
    unless:
      /smtp|imap|pop3|\b535\b|github|gitlab|vpn|row|table|database|file is locked|policy locked|legal|customer service|our support|locked out of the (?:house|office)|storage|bank|bitlocker/,
  },
  {
    circumstance: 'password-said-wrong',
    words:
      "doesn't take my password|doesn't accept my password|does not accept my password|won't accept my password|won't take my password|rejects my password|nimmt mein passwort nicht|nimmt mein kennwort nicht|passwort wird nicht angenommen|account or password is incorrect|account or password is wrong|password is incorrect|password is wrong|password was wrong|password is not correct|incorrect password|wrong password|passwort ist falsch|passwort sei falsch|passwort falsch|kennwort ist falsch|kennwort sei falsch|falsches kennwort|falsches passwort|mot de passe incorrect|mot de passe est incorrect|contraseña incorrecta|contraseña es incorrecta|contraseña no es correct|password errata|password non è corrett|senha incorreta|senha está incorreta|wachtwoord is onjuist + sign|log|login|page|browser|outlook|teams|microsoft|account|anmeld|konto|connex|compte|sesión|cuenta|acced|entrar|conta|aanmeld",
    within: 140,
    unless:
      /smtp|imap|pop3|\bsql\b|database|basic auth|ropc|grant|\b535\b|vpn|wi-?fi|wlan|\bssh\b|\bgit\b|\bsap\b|app password/,
  },
  {
    // The second factor lives on a phone that is gone.
    circumstance: 'second-factor-out-of-reach',
    besideFailure: true,
    words:
      'lost my phone|lost her phone|lost his phone|phone was stolen|phone is broken|phone broke|broke my phone|new phone|old phone|changed phone|changed my phone|new mobile|neues handy|altes handy|neues telefon|altes telefon|handy verloren|nouveau téléphone|ancien téléphone|téléphone perdu|teléfono nuevo|nuevo teléfono|nuevo móvil|móvil nuevo|telefono nuovo|nuovo telefono|celular novo|telefone novo|nieuwe telefoon + authenticator|tap approve|press approve|approve the sign|approve the request|approve on|approve it|mfa|second factor|two-factor|2fa|verification code|sends a code|asks for a code|wants a code|for a code|enter the number|shows a number|push|bestätig|zweiter faktor|zweiten faktor|code aus|vérification|code de|verificación|código|verifica|codice|verificação|goedkeur',
    within: 220,
    unless: /teams calls|phone system|phone number format|sim card/,
  },
  {
    // «Your organization has deleted this device.»
    circumstance: 'device-said-removed',
    words:
      'deleted this device|removed this device|device has been deleted|device was deleted|device has been removed from the org|deleted the device|dieses gerät gelöscht|dieses gerät entfernt|gerät wurde gelöscht|supprimé cet appareil|appareil a été supprimé|eliminado este dispositivo|rimosso questo dispositivo|excluiu este dispositivo|removeu este dispositivo|dit apparaat verwijderd + organi|company|it department|teams|outlook|office|microsoft|unternehmen|entreprise|empresa|azienda',
    within: 160,
  },
  {
    // «Revoke sessions» in the admin centre: every refresh token of the person ends.
    circumstance: 'sessions-said-revoked',
    words:
      'revoke sessions|revoked sessions|revoked my sessions|revoked her sessions|revoked his sessions|revoked all sessions|revoked all my sessions|revoke my sessions|sign out of all sessions|signed out of all sessions|sign out everywhere|signed out everywhere|sitzungen widerrufen|alle sitzungen widerrufen|révoqué les sessions|révoquer les sessions|revocado las sesiones|revocar sesiones + sign in|sign-in|log in|login|logged out|signed out|refresh|token|anmelden|connect|iniciar',
    within: 200,
    unless: /how (?:do|can) (?:i|we)|should (?:i|we)/,
  },
  {
    // Exactly those who changed their password: refresh tokens from before it are refused (AADSTS50173).
    circumstance: 'refused-since-password-changed',
    besideFailure: true,
    words:
      'changed their password|changed her password|changed his password|changed my password|change their password|changes their password|password was reset|password reset|reset their password|reset my password|kennwort geändert|passwort geändert|changé leur mot de passe|changé de mot de passe|changé mon mot de passe|cambiado la contraseña|cambiado su contraseña|cambiaron su contraseña + refresh token|refresh_token|reconnect|re-connect|connect again|must connect|disconnected|aktualisierungstoken|neu verbinden|reconnecter|reconectar',
    within: 220,
  },
  {
    // The sentence of the page that a policy stopped, told without its code.
    circumstance: 'policy-said-to-block',
    words:
      "can't access this right now|cannot access this right now|can't get there from here|cannot get there from here|don't have access to this|doesn't meet the criteria|does not meet the criteria|didn't meet the criteria|not meet the criteria|from this location|from this device|from an unmanaged|unmanaged device|device isn't compliant|device is not compliant|device must be compliant|device to be compliant|erfüllt die kriterien nicht|erfüllt nicht die kriterien|gerät ist nicht kompatibel|nicht konform|ne répond pas aux critères|appareil n'est pas conforme|no cumple los criterios|no cumple con los criterios|dispositivo no es compatible|non soddisfa i criteri|não atende aos critérios|voldoet niet aan de criteria + sign-in|sign in|signed in|signing in|successful|login|log in|logged in|access|anmeld|zugriff|connexion|accès|sesión|acceso|acced|acesso|aanmeld|toegang",
    within: 200,
    unless: /event|meeting room|storage account|firewall|sql|key vault/,
  },
  {
    // An account of the kind that the registration or the authority does not take.
    circumstance: 'personal-account-kept-out',
    besideFailure: true,
    words:
      "personal account|personal microsoft account|private account|private microsoft|gmail|hotmail|outlook.com|live.com|privates konto|privaten konto|persönliches konto|persönlichen konto|compte personnel|cuenta personal|conta pessoal|account personale|persoonlijk account + single tenant|single-tenant|work or school|this organizational directory|einzelner mandant|einzelmandant|geschäfts-, schul|schulkonto|compte professionnel|compte scolaire|cuenta profesional|trabajo o escuela|lavoro o dell'istituto|corporativa ou de estudante|werk- of schoolaccount + can't|cannot|can not|couldn't|not |n't|fail|error|refus|nicht|kein|pas |no |non |não |niet",
    within: 220,
    unless: /guest|invit|graph\.microsoft\.com\/v1\.0\/users|client.credentials|shared mailbox|smtp|imap/,
  },
  {
    // «We didn't hear from you.»
    circumstance: 'second-factor-unanswered',
    words:
      "didn't hear from you|did not hear from you|haven't heard from you|have not heard from you|nichts von ihnen gehört|keine antwort von ihnen|pas eu de réponse de votre part|no tenemos noticias|non abbiamo ricevuto risposta + sign|log|phone|approve|authenticator|app|handy|anmeld|téléphone|móvil|teléfono|telefono",
    within: 260,
    anywhere: true,
  },
  {
    // «In the office it works, at the hotel it does not»: a policy of places and networks.
    circumstance: 'stopped-by-place',
    besideFailure: true,
    words:
      "at the hotel|in the hotel|from the hotel|from home|at home|outside the office|outside of the office|outside of our network|outside our network|from abroad|while travelling|while traveling|im hotel|von zuhause|von zu hause|außerhalb des büros|im homeoffice|aus dem ausland|depuis l'hôtel|à l'hôtel|depuis chez moi|en déplacement|desde casa|desde el hotel|en el hotel|dall'hotel|da casa|de casa|do hotel|vanuit huis + block|can't access|cannot access|can not access|don't have access|do not have access|not allowed|doesn't let me|refuse|gesperrt|blockiert|kein zugriff|nicht zugreifen|keinen zugriff|pas accéder|pas accès|no puedo acceder|no tengo acceso|non posso accedere|não consigo acessar|não tenho acesso|geen toegang|criteria|policy|richtlinie + office|büro|bureau|oficina|ufficio|escritório|kantoor|vpn|network|netz|réseau|red de",
    within: 260,
    only: /\b(?:sign|log|logged|login|resource|criteria|anmeld\w*|zugreifen|zugriff|ressource|connect\w*|connexion|accéder|accès|accede\w*|acceso|sesión|recurso|entrar|acessar|acesso|accedere|accesso|blocked|policy)\b/,
    unless: /event|room booking|wi-?fi|firewall|remote desktop|\brdp\b|printer/,
  },
  {
    circumstance: 'partner-tenant-kept-out',
    words:
      "blocked by your organization|blocked by your organisation|blocked by our organization|blocked by our organisation|blocked by the organization|durch ihre organisation blockiert|von ihrer organisation blockiert|bloqué par votre organisation|bloqueado por su organización|bloqueado por tu organización|bloccato dall'organizzazione + tenant|other compan|another compan|customer|partner|proxy|network|client|kund|mandant|locataire|cliente|inquilino|netz|réseau",
    within: 220,
    only: /\b(?:sign|signing|signed|log in|login|logging|access|tenants?|anmeld\w*|zugriff|connexion|accès|acceso|accesso|acesso)\b/,
    unless: /usb|download|website|macro|attachment|extension/,
  },
];
