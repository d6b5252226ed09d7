/**
 * The sign-in pages as Microsoft writes them in other languages, each by the words that its sentence cannot do without:
 * translations change from year to year, in their order and their small words, and these stay.
 *
 * The first word is looked for in the whole paste, the others around it. Lower case; a group holds alternatives.
 */
export interface TranslatedPage {
  readonly code: number;
  /** How far from the first word the others may stand, for sentences of a few words. */
  readonly within?: number;
  /** One line a language: groups separated by a plus sign, alternatives by a bar. */
  readonly lines: readonly string[];
}

export const TRANSLATED_PAGES: readonly TranslatedPage[] = [
  {
    // «… because this is the first time you are signing in, or because your password has expired.»
    code: 50055,
    lines: [
      'zum ersten mal|erste anmeldung + kennwort|passwort + abgelaufen',
      'première fois|première connexion + mot de passe + expiré',
      'primera vez + contraseña + expirado|caducado',
      'prima volta|primo accesso + password + scadut',
      'primeira vez + senha|palavra-passe + expir',
      'eerste keer + wachtwoord + verlopen',
      'första gången + lösenord + gått ut|upphört',
      'første gang + adgangskode|passord + udløb|utløp',
      'pierwszy raz|pierwsze logowanie + hasło|hasła + wygas',
      'poprvé + hesl + vyprš|platnost',
      'ensimmäi + salasana + vanhen',
      'первый раз|впервые|первый вход + парол + истек',
      'ilk kez|ilk defa + parola + süresi',
      'パスワード + 初めて|初回 + 期限',
      '更新密码|更新您的密碼|更新密碼 + 首次|第一次 + 过期|過期|到期',
      '업데이트 + 암호 + 처음 + 만료',
    ],
  },
  {
    // «Your organization needs more information to keep your account secure.»
    code: 50072,
    lines: [
      'weitere informationen + organisation + konto + schütz|sicher',
      "plus d'informations|informations supplémentaires + organisation + compte + sécuri|protég",
      'más información + organización + cuenta + segur|proteg',
      'altre informazioni|ulteriori informazioni|maggiori informazioni + organizzazione + account + sicur|protegg|proteg',
      'mais informações + organização + conta + segur|proteg',
      'meer informatie + organisatie + account + veilig',
      'mer information + organisation + konto + säk|skydd',
      'flere oplysninger|mer informasjon|flere opplysninger + organisasjon|organisation + konto + sikr|sikker|beskyt',
      'więcej informacji + organizacj + kont + bezpiecz',
      'více informací|další informace + organizac + účt|účet + bezpeč',
      'lisätieto + organisaatio + tili|tilisi + suoj|turva',
      'дополнительные сведения|больше сведений + организаци + учетн + безопасн|защит',
      'daha fazla bilgi|ek bilgi + kuruluş + hesab + güven',
      '詳細情報 + 組織 + アカウント + 安全',
      '更多信息|详细信息|更多資訊|詳細資訊 + 组织|組織 + 帐户|账户|帳戶 + 安全',
      '추가 정보|자세한 정보 + 조직 + 계정 + 안전|보호|보안',
    ],
  },
  {
    // «We sent an identity verification request to your Microsoft Authenticator app, but you didn't respond in time.»
    code: 500121,
    lines: [
      'authenticator + rechtzeitig|keine rückmeldung|à temps|nous n’avons pas eu de réponse|a tiempo|no tenemos noticias',
      'authenticator + in tempo utile|entro il tempo|a tempo|op tijd|niets van u gehoord|i tide|i tid|na czas|v čas|včas',
      'authenticator|mobile app|application mobile|aplicación móvil|app per dispositivi + anforderung|demande|solicitud|richiesta|solicita|aanvraag + abgelehnt|refusé|rechaz|rifiutat|recus|geweigerd',
      'authenticator + ajoissa|вовремя|zamanında|時間内に|及时响应|未及时|及時回應|제시간에|시간 내에',
    ],
  },
  {
    // «Your sign-in was successful but does not meet the criteria to access this resource.»
    code: 53003,
    lines: [
      'anmeldung + erfolgreich + kriterien|bedingungen|anforderungen + ressource',
      'connexion + réussi|abouti + critères|conditions + ressource',
      'inicio de sesión + correct|éxito|satisfactori + criterios|requisitos + recurso',
      'accesso + riuscito|completato|esito positivo|corretta + criteri + risorsa',
      'entrada|início de sessão|login + êxito|sucesso|sucedid + critérios + recurso',
      'aanmelding|aangemeld + gelukt|geslaagd|succes + criteria + resource|bron',
      'inloggning + lyckades|lyckad|slutför + kriteri|villkor + resurs',
      'pålogging|logon|logget + vellykket|gennemført|lykkedes + kriteri|betingelse + ressurs|ressource',
      'logowani + powiod|pomyśln + kryteri|warunk + zasob',
      'přihlášení + úspěšn|proběhlo + kritéri|podmínk + prostředk|zdroj',
      'kirjautumi + onnistui + ehto|ehdot|kriteer|vaatimu + resurs',
      'вход + выполнен + критери|услови|требовани + ресурс',
      'oturum + başarı + ölçüt|kriter|koşul + kaynağ|kaynak',
      'サインイン + 成功 + 条件 + リソース',
      '登录成功|成功登录|登入成功|成功登入 + 条件|條件 + 资源|資源',
      '로그인 + 성공 + 조건|기준 + 리소스',
      // «… but you don't have permission to access this resource», the page's other sentence.
      'diese ressource|dieser ressource + anmeldung + erfolgreich + berechtigung',
      'cette ressource + connexion + réussi|abouti + autorisé|autorisation',
      'este recurso + inicio de sesión + correct|éxito|satisfactori + permiso',
      'questa risorsa + accesso + riuscito|completato|esito positivo|corretta + autorizzazion|permess',
      'este recurso|esse recurso + entrada|início de sessão|login + êxito|sucesso|sucedid + permissão|permissões',
      'deze resource|deze bron + aanmelding|aangemeld + gelukt|geslaagd|succes + machtiging|toestemming',
      'tego zasobu + logowani + powiod|pomyśln + uprawnie',
      'このリソース + サインイン + 成功 + アクセス許可|権限',
    ],
  },
  {
    // «Your sign-in was successful but your admin requires the device requesting access to be managed by …»
    code: 530003,
    lines: [
      'administrator + erfolgreich + gerät + verwaltet',
      'administrateur + réussi|abouti + appareil + géré',
      'administrador + correct|éxito|satisfactori + dispositivo + administrad|administre|gestion',
      'amministratore + riuscito|completato|esito positivo|corretta + dispositivo + gestit',
      'administrador + êxito|sucesso|sucedid + dispositivo + gerenciad|gerid',
      'beheerder + gelukt|geslaagd|succes + apparaat + beheerd',
      'デバイス + サインイン + 成功 + 管理者 + 管理す|管理され|管理対象',
      '管理员|系統管理員 + 登录|登入 + 成功 + 设备|裝置 + 托管|管理',
    ],
  },
  {
    // «Need admin approval»: «… needs permission to access resources in your organization that only an admin can grant.»
    code: 90094,
    lines: [
      '管理者の承認が必要 + 組織|リソース|アプリ|接続|サインイン|ログイン|表示',
      '需要管理员批准|需要管理员的批准|需要系統管理員核准|需要管理員核准 + 组织|組織|应用|應用',
      '관리자 승인|관리자의 승인 + 조직|앱',
      'zgoda administratora|zatwierdzeni + administrator + organizacj',
      'schválení správc|souhlas správc + organizac',
      'järjestelmänvalvojan hyväksyntä + organisaatio',
      'утверждение администратор|одобрение администратор|согласие администратор + организаци',
      'yönetici onay + kuruluş',
      'aprovação do administrador|aprovação de um administrador + organização',
      'administratörens godkännande|administratörsgodkännande|godkännande från administratör|godkännande av administratör',
      'aprobación del administrador|aprobación de un administrador + permiso|organización',
      'beheerdersgoedkeuring|goedkeuring van een beheerder|goedkeuring van beheerder + organisatie|toestemming',
    ],
  },
  {
    // «Your account or password is incorrect. If you don't remember your password, reset it now.»
    code: 50126,
    lines: [
      'konto oder kennwort + falsch|nicht korrekt + zurück',
      'compte ou mot de passe + incorrect + réinitialis',
      'cuenta o contraseña + no es correcta|no son correct|incorrecta + restablec|restabléz',
      "l'account o la password|account o la password|account o password + corrett|errat + reimpost",
      'conta ou senha|conta ou palavra-passe + incorret + redefin|repo',
      'account of wachtwoord + onjuist + opnieuw in|herstel',
      'konto eller lösenord + fel + återställ',
      'konto lub hasło + nieprawidłow|niepoprawn + resetuj|zresetuj',
      'アカウントまたはパスワード + 正しくありません + リセット',
      '帐户或密码|账户或密码|帳戶或密碼 + 不正确|不正確 + 重置|重設',
    ],
  },
  {
    // «Your account is temporarily locked to prevent unauthorized use.»
    code: 50053,
    lines: [
      'vorübergehend gesperrt + konto + unbefugt|autorisiert|unberechtigt',
      'temporairement verrouillé|verrouillé temporairement + compte + autorisé',
      'temporalmente + cuenta + bloquead + no autorizado',
      'temporaneamente + account + bloccat + autorizzat',
      'temporariamente + conta + bloquead + não autorizad',
      'tijdelijk + account + vergrendeld|geblokkeerd + onbevoegd|ongeautoriseerd|onrechtmatig',
      'zu oft + anmeld|anzumeld + kennwort|falsch',
      'trop de fois + connect + mot de passe|incorrect',
      'demasiadas veces + sesión + contraseña|incorrect',
      'troppe volte + acced + password|corrett',
      'muitas vezes|vezes demais|demasiadas vezes + entrar|sessão + senha|palavra-passe|incorret',
      'te vaak + aanmeld|aan te melden + wachtwoord|onjuist',
      '一時的にロック + アカウント + 不正|承認されていない',
      '暂时锁定|临时锁定|暫時鎖定 + 帐户|账户|帳戶 + 未经授权|未經授權',
    ],
  },
  {
    // «Your account has been locked. Contact your support person to unlock it, then try again.»
    code: 50057,
    lines: [
      'supportmitarbeiter|supportperson + konto + gesperrt + entsperr|aufheb',
      'personne chargée du support|personne du support + compte + verrouillé|bloqué + déverrouill|débloqu',
      'persona de soporte + cuenta + bloquead + desbloque',
      'persona addetta|addetto al supporto + account + bloccato + sblocc',
      'ondersteuningsmedewerker|supportmedewerker + account + vergrendeld|geblokkeerd + ontgrendel',
      'pessoa de suporte|pessoa do suporte + conta + bloquead + desbloque',
    ],
  },
  {
    // «Your organization has deleted this device.»
    code: 700003,
    within: 60,
    lines: [
      'dieses gerät + organisation + gelöscht',
      'cet appareil + organisation + supprimé',
      'este dispositivo + organización|organização + eliminó|eliminado|excluiu|eliminou',
      'questo dispositivo + organizzazione + eliminato',
      'dit apparaat + organisatie + verwijderd',
      'このデバイス + 組織 + 削除',
    ],
  },
  {
    // «Your organization has disabled this device.»
    code: 135011,
    within: 60,
    lines: [
      'dieses gerät + organisation + deaktiviert',
      'cet appareil + organisation + désactivé',
      'este dispositivo + organización|organização + deshabilit|desabilit|desativ',
      'questo dispositivo + organizzazione + disabilitato|disattivato',
      'dit apparaat + organisatie + uitgeschakeld',
      'このデバイス + 組織 + 無効',
    ],
  },
  {
    // «You can't sign in here with a personal account. Use your work or school account instead.»
    code: 500200,
    lines: [
      'persönlichen konto|persönliches konto + anmelden|anzumelden + schul',
      'compte personnel + connecter + professionnel|scolaire',
      'cuenta personal + iniciar sesión + profesional|trabajo|educativa',
      'account personale + accedere + aziendale|istituto',
      'conta pessoal + entrar|iniciar sessão + corporativa|escolar|estudante',
      'persoonlijk account + aanmelden + school',
      'personligt konto|personlig konto|personlig konto + logg|log ind + skol|arbeid|arbejd|arbets',
      'osobist + zalogować|logować + szkoln|służbow',
      '個人アカウント|個人用アカウント + サインイン + 職場',
      '个人帐户|个人账户|個人帳戶 + 登录|登入 + 工作|公司',
    ],
  },
  {
    // «This username may be incorrect. Make sure you typed it correctly. Otherwise, contact your admin.»
    code: 50034,
    lines: [
      'dieser benutzername ist mög + falsch|korrekt|richtig',
      'konto mit diesem benutzernamen + finden|gefunden',
      'este nombre de usuario + incorrecto|no sea correcto + administrador|escrito',
      'cuenta con ese nombre de usuario|cuenta con este nombre de usuario + encontr',
      "ce nom d'utilisateur + incorrect + administrateur|saisi",
      "compte avec ce nom d'utilisateur + trouv",
      'questo nome utente + corretto|errato + amministratore|digitato',
      'este nome de usuário|este nome de utilizador + incorret + administrador|digit',
      'deze gebruikersnaam + onjuist + beheerder|getypt',
      'このユーザー名 + 正しくない|間違 + 管理者|入力',
    ],
  },
  {
    // «Selected user account does not exist in tenant '…' and cannot access the application»
    code: 50020,
    lines: [
      'benutzerkonto + mandanten + nicht vorhanden|existiert nicht|nicht existiert',
      "compte d'utilisateur|compte utilisateur + locataire|client + n'existe pas",
      'cuenta de usuario|usuario seleccionad + inquilino + no existe',
      'account utente + tenant + non esiste',
      'conta de usuário|conta de utilizador + locatário|inquilino + não existe',
      'gebruikersaccount + tenant + bestaat niet',
      'ユーザー アカウント|ユーザーアカウント + テナント + 存在しま',
    ],
  },
  {
    // «The … IT department has restricted which organizations can be accessed.»
    code: 500021,
    lines: [
      'it-abteilung + eingeschränkt + organisationen',
      'service informatique + restreint|limité + organisations',
      'departamento de ti + restringi + organizaciones|organizações',
      'reparto it + limitat + organizzazioni',
      'it-afdeling + beperkt + organisaties',
      'it 部門|it部門 + 組織 + 制限',
    ],
  },
];
