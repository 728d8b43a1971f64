// Duties as a calendar file (RFC 5545): a day each, with what is to be done and where.
import type { DatedTask } from '../clients/rows';

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');

/** Lines of at most 75 bytes; a continued one begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const letter of line) {
    const bytes = new TextEncoder().encode(letter).length;
    if (size + bytes > 74) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += letter;
    size += bytes;
  }
  return [...parts, part].join('\r\n ');
}

const compact = (day: string): string => day.replaceAll('-', '');

export function calendarOf(code: string, duties: readonly DatedTask[], stamp: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ansiopolku//EN',
    ...duties.flatMap(({ due, done, id, task }) =>
      due === undefined || done !== undefined
        ? []
        : [
            'BEGIN:VEVENT',
            `UID:${escaped(`${code}/${id}`)}@ansiopolku`,
            `DTSTAMP:${compact(stamp)}T000000Z`,
            `DTSTART;VALUE=DATE:${compact(due)}`,
            `SUMMARY:${escaped(`${code}: ${task.title}`)}`,
            `DESCRIPTION:${escaped([task.says, task.to_title, task.attachment].filter(Boolean).join('\n'))}`,
            'END:VEVENT',
          ],
    ),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
