/** Characters that end a line somewhere, and other controls. */
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Where a spreadsheet would begin a cell with a formula: behind a separator of any locale. */
const FORMULA = /([,;|]\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * A comment line of a CSV file, without its end. Whatever `text` holds, it stays one line, opens no quoted cell and starts no
 * formula in a spreadsheet that splits it.
 */
export function commentLine(text: string): string {
  return `# ${text.replace(BREAKS, " ").replaceAll('"', "'").replace(FORMULA, "$1'").trim()}`;
}
