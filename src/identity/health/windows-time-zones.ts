/**
 * Windows' names of time zones, lower case: what Exchange keeps in a mailbox's settings.
 *
 * @see https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml
 */
export const WINDOWS_TIME_ZONES: ReadonlySet<string> = new Set(
  `Afghanistan, Alaskan, Aleutian, Altai, Arab, Arabian, Arabic, Argentina, Astrakhan, Atlantic, AUS Central,
   Aus Central W., AUS Eastern, Azerbaijan, Azores, Bahia, Bangladesh, Belarus, Bougainville, Canada Central, Cape Verde,
   Caucasus, Cen. Australia, Central America, Central Asia, Central Brazilian, Central Europe, Central European,
   Central Pacific, Central, Central (Mexico), Chatham Islands, China, Cuba, Dateline, E. Africa, E. Australia, E. Europe,
   E. South America, Easter Island, Eastern, Eastern (Mexico), Egypt, Ekaterinburg, Fiji, FLE, Georgian, GMT, Greenland, Greenwich, GTB,
   Haiti, Hawaiian, India, Iran, Israel, Jordan, Kaliningrad, Kamchatka, Korea, Libya, Line Islands, Lord Howe, Magadan,
   Magallanes, Marquesas, Mauritius, Mid-Atlantic, Middle East, Montevideo, Morocco, Mountain, Mountain (Mexico), Myanmar,
   N. Central Asia, Namibia, Nepal, New Zealand, Newfoundland, Norfolk, North Asia East, North Asia, North Korea, Omsk,
   Pacific SA, Pacific, Pacific (Mexico), Pakistan, Paraguay, Qyzylorda, Romance, Russia Time Zone 10, Russia Time Zone 11,
   Russia Time Zone 3, Russian, SA Eastern, SA Pacific, SA Western, Saint Pierre, Sakhalin, Samoa, Sao Tome, Saratov,
   SE Asia, Singapore, South Africa, South Sudan, Sri Lanka, Sudan, Syria, Taipei, Tasmania, Tocantins, Tokyo, Tomsk,
   Tonga, Transbaikal, Turkey, Turks And Caicos, Ulaanbaatar, US Eastern, US Mountain, UTC, UTC+12, UTC+13, UTC-02,
   UTC-08, UTC-09, UTC-11, Venezuela, Vladivostok, Volgograd, W. Australia, W. Central Africa, W. Europe, W. Mongolia,
   West Asia, West Bank, West Pacific, Yakutsk, Yukon`
    .split(',')
    .map((name) => windowsName(name.trim()).toLowerCase()),
);

/** Nearly all of them end in «Standard Time»; the rest stand for offsets or are numbered. */
function windowsName(name: string): string {
  if (/^(?:UTC|Russia Time Zone)/.test(name)) return name;
  const mexico = / \(Mexico\)$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, name.length - mexico.length)} Standard Time${mexico}`;
}
