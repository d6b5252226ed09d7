import { describe, expect, it } from 'vitest';
import { foreignLanguage } from '../../../src/calendar/language/foreign-language.ts';

describe('an event in another language', () => {
  it.each([
    ['Besprechung mit Frau Keller am Donnerstag um 14 Uhr', 'German'],
    ["réunion d'équipe lundi à 9h30", 'French'],
    ['cita con el dentista el viernes a las 10', 'Spanish'],
    ['pranzo con Luca domani alle 13', 'Italian'],
    ['møte med Kari i morgen kl 10', 'Norwegian'],
    ['møde med Lars på fredag kl 14', 'Danish'],
    ['möte med Anna på fredag kl 9', 'Swedish'],
    ['kokous huomenna klo 10', 'Finnish'],
    ['schůzka s Petrem zítra v 10', 'Czech'],
    ['megbeszélés holnap 10-kor', 'Hungarian'],
    ['ședință mâine la 10', 'Romanian'],
    ['besok rapat jam 10 pagi', 'Indonesian'],
    ['会议 明天 下午3点', 'Chinese'],
  ])('%s', (message, language) => expect(foreignLanguage(message)).toBe(language));

  it.each([
    ['lunch with Sam tomorrow at noon'],
    ['dentist on friday at 10'],
    ['Kann mich seit Montag nicht anmelden'],
    ['Kan ikke logge på siden mandag'],
    ['thanks a lot'],
  ])('%s is none', (message) => expect(foreignLanguage(message)).toBeNull());
});
