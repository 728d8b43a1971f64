// A table as CSV that a spreadsheet opens in one step: semicolons, UTF-8 with its mark, and below it when and by which rules
// it was computed.
import { download } from './disk';

export type Cell = string | number | undefined;

const field = (cell: Cell): string => {
  const text = cell === undefined ? '' : String(cell);
  // A field that begins like a formula would be computed by a spreadsheet.
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(field).join(';')).join('\r\n')}\r\n`;

export const saveCsv = (name: string, rows: readonly (readonly Cell[])[]): void =>
  download(name, csvOf(rows), 'text/csv');
