import { describe, expect, it } from 'vitest';
import { TRANSLATED_PAGES } from '../../../../src/diagnosis/evidence/aadsts/translated-pages.ts';
import { readAadstsCodes } from '../../../../src/diagnosis/evidence/aadsts.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

const codes = (paste: string) => [...readAadstsCodes(unwrap(paste))].map((item) => item.code);

describe('sign-in pages in other languages', () => {
  it.each([
    [50055, 'Mettez à jour votre mot de passe: c’est la première fois que vous vous connectez, ou il a expiré.'],
    [50055, 'パスワードの更新 初めてサインインするか、パスワードの有効期限が切れているため'],
    [50072, 'Weitere Informationen erforderlich\nIhre Organisation benötigt sie, um Ihr Konto zu schützen'],
    [50072, 'Er is meer informatie nodig. Uw organisatie wil uw account veilig houden'],
    [500121, 'Microsoft Authenticator-app: u hebt niet op tijd gereageerd'],
    [53003, 'Connexion réussie, mais ne répond pas aux critères d’accès à cette ressource'],
    [53003, 'Ihre Anmeldung war erfolgreich, aber Sie haben keine Berechtigung für den Zugriff auf diese Ressource.'],
    [530003, 'Anmeldung erfolgreich, aber Ihr Administrator verlangt, dass das Gerät von Contoso verwaltet wird'],
    [90094, '需要管理员批准 该应用需要权限才能访问你的组织中的资源'],
    [50126, 'Su cuenta o contraseña no es correcta. Si no recuerda su contraseña, puede restablecerla ahora.'],
    [50126, 'Su cuenta o contraseña no es correcta. Si no recuerda la contraseña, restablézcala ahora.'],
    [50126, 'Uw account of wachtwoord is onjuist. Als u uw wachtwoord niet meer weet, stelt u het nu opnieuw in.'],
    [50126, 'Ditt konto eller lösenord är fel. Om du inte minns lösenordet kan du återställa det nu.'],
    [90094, 'Goedkeuring van beheerder vereist. Rota heeft toestemming nodig voor resources in uw organisatie'],
    [50053, 'Il tuo account è temporaneamente bloccato per impedirne l’uso non autorizzato'],
    [700003, 'Su organización ha eliminado este dispositivo'],
    [135011, 'Votre organisation a désactivé cet appareil'],
    [50057, 'Su cuenta se ha bloqueado. Póngase en contacto con la persona de soporte técnico para desbloquearla'],
    [500200, 'Sie können sich nicht mit einem persönlichen Konto anmelden. Verwenden Sie Ihr Schulkonto'],
    [50034, 'Questo nome utente potrebbe non essere corretto. Controlla di averlo digitato bene'],
  ])('reads %s', (code, paste) => {
    expect([...readAadstsCodes(unwrap(paste))]).toMatchObject([{ code, where: 'words', repaired: true }]);
  });

  it.each([
    'Dieses Gerät ist neu in unserer Organisation, und gestern habe ich eine alte App gelöscht.',
    'Die Anmeldung war erfolgreich, für den Ordner fehlt mir die Berechtigung',
    'Ihre Anmeldung war erfolgreich. Bitte bestätigen Sie Ihre Adresse.',
    'Unsere Organisation hat weitere Informationen zum Konto im Wiki',
    'Su cuenta de la tienda: no encontramos el pedido',
    'The Authenticator app asks for a number',
    'このデバイスの名前を変更しました',
    'Ihr Konto wurde gesperrt. Rufen Sie Ihre Bank an, um es zu entsperren.',
  ])('leaves %s alone', (paste) => {
    expect(codes(paste)).toEqual([]);
  });

  it('gives way to a number that stands there', () => {
    expect(codes('Su organización ha eliminado este dispositivo AADSTS50097')).toEqual([50097]);
  });

  it('holds only lower case, and first words long enough to be looked up', () => {
    for (const { lines } of TRANSLATED_PAGES) {
      for (const line of lines) {
        expect(line).toBe(line.toLowerCase());
        for (const first of line.split(' + ')[0]!.split('|')) expect(first.length).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe('numbers at the end of a sentence', () => {
  it('reads «provide the error code 700003.» of a page', () => {
    expect(codes('contact your administrator and provide the error code 700003.\n\nCorrelation ID: 5b3f')).toEqual([
      700003,
    ]);
  });
});
