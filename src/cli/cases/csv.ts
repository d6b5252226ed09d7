/**
 * One record of CSV (RFC 4180): fields with a comma, a quote or a line end stand in quotes, quotes in them are doubled,
 * and the line ends in CR LF.
 */
export function csvRecord(fields: readonly (string | number | boolean | null)[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

function csvField(value: string | number | boolean | null): string {
  if (value === null) return '';
  // Numbers and truths are ours; what people wrote comes as text.
  const text = typeof value === 'string' ? defused(value) : String(value);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets take a cell that begins so for a formula, quoted or not, and a formula can send the sheet away. An
 * apostrophe before it makes it text; they do not show it. https://owasp.org/www-community/attacks/CSV_Injection
 */
function defused(text: string): string {
  return /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
