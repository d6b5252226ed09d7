import type { CircumstanceWords } from '../circumstances.ts';

/** What it says about the app: its addresses, secrets, consents and assignments. */
export const TOLD_OF_APPS: readonly CircumstanceWords[] = [
  {
    // AADSTS50011 «The redirect URI … specified in the request does not match the redirect URIs configured».
    circumstance: 'reply-address-refused',
    words:
      "reply url|reply address|reply uri|redirect uri|redirect url|redirect address|redirect_uri|return url|callback url|antwort-url|antwortadresse|umleitungs-uri|umleitungs-url|umleitungsadresse|weiterleitungs-uri|weiterleitungs-url|uri de redirection|url de redirection|adresse de redirection|url de réponse|uri de redirección|url de redirección|url de respuesta|uri di reindirizzamento|url di reindirizzamento|uri de redirecionamento|url de redirecionamento|omleidings-uri|omleidings-url + doesn't match|does not match|don't match|do not match|didn't match|not matching|mismatch|isn't registered|is not registered|not registered|isn't one of|is not one of|not one of|not configured|isn't configured|not in the list|isn't in the list|not known|stimmt nicht|nicht überein|nicht mit den konfigurierten|nicht mit den registrierten|nicht registriert|nicht konfiguriert|nicht eingetragen|ne correspond|pas enregistr|pas configur|no coincide|no está registrad|no corresponde|non corrisponde|não corresponde|não está registad|não está registrad|komt niet overeen",
    within: 130,
    unless: /fixed|solved|behoben|résolu|no longer|how (?:do|does|to)|what happens/,
  },
  {
    // AADSTS50105 «Your administrator has configured the application … to block users unless they are specifically granted access».
    circumstance: 'assignment-said-missing',
    words:
      "block users unless|blocks users unless|blocked unless|unless they are specifically granted|unless they're specifically granted|unless they are granted|isn't assigned to the enterprise app|is not assigned to the enterprise app|isn't assigned to the application|not assigned to the application|not assigned to a role for the app|not assigned to the app|isn't assigned to the app|not been assigned to the app|benutzer blockiert, sofern|der anwendung nicht zugewiesen|nicht für die anwendung zugewiesen|n'est pas affecté à l'application|n'est pas assigné à l'application|no está asignado a la aplicación|no está asignada a la aplicación",
    within: 160,
    anywhere: true,
  },
  {
    circumstance: 'secret-said-expired',
    words:
      'client secret|client-secret|clientsecret|app secret|application secret|secret of our|secret of the app|secret of my|our secret|my secret|certificates & secrets|certificates and secrets|clientgeheimnis|client-geheimnis|geheimer clientschlüssel|geheimen clientschlüssel|secret client|clé secrète|secreto de cliente|secreto del cliente|segreto client|segredo do cliente|clave secreta|clientgeheim + expired|ran out|has ended|abgelaufen|expiré|caduc|scadut|expirou|verlopen',
    within: 120,
    unless:
      /not expired|n't expired|before it expires|will expire|expires in|expires on|nicht abgelaufen|n'a pas expiré|no ha caducado|how long|reminder|is valid|valid until|still valid|session secret|works again/,
  },
  {
    circumstance: 'tenant-said-unknown',
    words:
      "tenant not found|tenant was not found|tenant could not be found|tenant is not found|tenant does not exist|tenant doesn't exist|no such tenant|mandant nicht gefunden|mandant wurde nicht gefunden|locataire introuvable|inquilino no encontrado|no se encontró el inquilino|tenant non trovato|locatário não encontrado + sign|log|login|tenant id|tenantid|authority|anmeld|connex|sesión|acced|entrar|mandant",
    within: 160,
    unless: /\bcrm\b|rental|landlord|multi-?tenan(?:t|cy) database|schema/,
  },
  {
    // «That code has expired», on microsoft.com/devicelogin.
    circumstance: 'device-code-said-over',
    words:
      "device code|devicelogin|device login|login/device|gerätecode|geräte-code|code d'appareil|código de dispositivo|codice dispositivo + code expired|has expired|had expired|is expired|expired|too late|ran out|timed out|no longer valid|abgelaufen|nicht mehr gültig|zu spät|expiré|trop tard|caducado|caducó|expirado|scadut",
    within: 200,
    anywhere: true,
    unless: /token has expired|password|secret|refresh/,
  },
  {
    circumstance: 'secret-said-removed',
    besideFailure: true,
    words:
      'deleted the old client secret|deleted the client secret|deleted our client secret|deleted the secret|deleted the old secret|deleted old secrets|removed the secret|removed the old secret|removed old secrets|removed the client secret|secret was deleted|secret was removed|secret is gone|cleaned up the secrets|tidied up the secrets|secret gelöscht|geheimnis gelöscht|geheimnis entfernt|supprimé le secret|secret a été supprimé|borró el secreto|eliminado el secreto|eliminó el secreto|eliminato il segreto + token|login|log in|sign|invalid_client|fail|stopped|refuse|anmeld|connexion|sesión|acced',
    within: 220,
    unless: /key ?vault|kubernetes|github|nobody|soft.delete|can (?:i|we)|should/,
  },
  {
    // The portal shows two columns, and only the second is the secret.
    circumstance: 'secret-id-said-used',
    besideFailure: true,
    words:
      'secret id|secret-id|geheimnis-id|geheime id|id des geheimnisses|id du secret|id de secret|id de secreto|id del secreto|id segreto + value|copied|pasted|instead|guid|wert|kopiert|valeur|copié|valor|copi',
    within: 160,
    unless: /not the secret id|key ?vault|aws|vault|nicht die geheimnis-id|arn:/,
  },
  {
    // «Approval required», «needs permission … that only an admin can grant».
    circumstance: 'approval-said-needed',
    words:
      "approval from an admin|approval required|approval of an admin|approval by an admin|admin's approval|administrator's approval|approved by an admin|admin must approve|admin has to approve|admin needs to approve|ask my admin|ask your admin|only an admin can grant|genehmigung erforderlich|genehmigung durch den admin|genehmigung des admin|administratorgenehmigung|freigabe durch den admin|zustimmung des admin|approbation de l'admin|approbation d'un admin|approbation requise|aprobación del admin|aprobación de un admin|aprobación requerida|se requiere aprobación|approvazione dell'admin|approvazione necessaria|approvazione richiesta|aprovação do admin|aprovação necessária|goedkeuring vereist|goedkeuring van een beheerder + app|tool|bot|add-in|addin|program|anwendung|application|aplicación|aplicativo|applicazione|connect|verbind|sign|anmeld|access|zugriff|permission|berechtigung|microsoft",
    within: 220,
    unless:
      /pull request|purchase|invoice|leave request|vacation|power automate|approval flow|workflow approv|expense|privileged identity|\bpim\b/,
  },
  {
    // AADSTS65001, told.
    circumstance: 'consent-said-missing',
    words:
      "haven't consented|have not consented|hasn't consented|has not consented|not consented to|didn't consent|did not consent|nicht zugestimmt|nicht eingewilligt|n'a pas consenti|n'ont pas consenti|no ha dado su consentimiento|no ha consentido|non ha dato il consenso|não consentiu + user|people|admin|app|nutzer|benutzer|utilisateur|usuario|utente|usuário|anwendung|application",
    within: 160,
    unless: /cookie|gdpr|marketing|consent mode/,
  },
  {
    circumstance: 'app-said-disabled',
    words:
      'application is disabled|app is disabled|app has been disabled|application has been disabled|app was disabled|application was disabled|anwendung ist deaktiviert|anwendung wurde deaktiviert|anwendung sei deaktiviert|app ist deaktiviert|app wurde deaktiviert|application est désactivée|application a été désactivée|aplicación está deshabilitada|aplicación ha sido deshabilitada|applicazione è disabilitata|aplicativo está desabilitado + sign|log|login|microsoft|entra|azure|token|anmeld|connexion|sesión|acced|entrar',
    within: 160,
    unless:
      /teams app|app catalog|app setup|app service|by the user|feature|add-?in|notification|logic app|policy of teams|function/,
  },
  {
    // AADSTS650052 «… that your organization has not subscribed to or enabled».
    circumstance: 'service-said-not-enabled',
    words:
      "subscribed to or enabled|not subscribed to|hasn't subscribed|has not subscribed|nicht abonniert|pas abonné|n'est pas abonnée|no está suscrit|non ha sottoscritto|não assinou + service|organi|dienst|servic|app",
    within: 200,
    unless: /newsletter|webhook|change notification|mailing list/,
  },
  {
    // The subject of the federated credential names repository, branch or environment.
    circumstance: 'federated-subject-changed',
    besideFailure: true,
    words:
      'renamed the repo|renamed our repo|renamed the branch|renamed our branch|renamed the environment|moved the repo|transferred the repo|from another branch|from a new branch|from a pull request|repo umbenannt|repository umbenannt|branch umbenannt|renommé le dépôt|renommé la branche|renombr + oidc|federat|workload identity|azure/login|no secret|passwordless|föderiert|fédér',
    within: 260,
  },
  {
    // Back from the sign-in and at once to it again: the state, or the session, is not found.
    circumstance: 'sign-in-loop-told',
    words:
      'back and forth|in a loop|login loop|sign-in loop|endless loop|infinite loop|round and round|redirect loop|endlosschleife|im kreis|en boucle|en bucle|in loop|em loop + instances|instance|load balanc|in-memory|replica|pods|containers|reverse proxy|behind a proxy|x-forwarded|samesite|http://|lastverteiler + login|sign|log in|anmeld|connexion|sesión',
    within: 300,
    unless: /teams mobile|outlook desktop|video|phone call|conference/,
  },
  {
    circumstance: 'silent-sign-in-told',
    words:
      'no signed-in user|no signed in user|login_required|login required|kein angemeldeter benutzer|aucun utilisateur connecté + silent|background|hidden|iframe|im hintergrund|arrière-plan|segundo plano|automatic',
    within: 200,
    unless: /github|always login required/,
  },
];
