// The list of clients as rows of cells: what the table shows and the CSV carries.
import type { Variable } from '../../engine/answers';
import type { Formats } from '../../catalogue/formats';
import type { Cell } from '../files/csv';
import type { Say } from '../texts/texts';
import { situationOf, type ClientRow } from './rows';

export function tableRows(
  rows: readonly ClientRow[],
  say: Say,
  formats: Formats,
  variables: ReadonlyMap<string, Variable> | undefined,
): Cell[][] {
  const rules = rows.find(({ results }) => results !== undefined)?.results?.rules;
  return [
    (['code', 'situation', 'offer', 'more', 'limit', 'next', 'open', 'state', 'marks'] as const).map((key) =>
      say(`column.${key}`),
    ),
    ...rows.map((row): Cell[] => [
      row.code,
      situationOf(row.client, variables),
      row.offers.join(', '),
      row.more === undefined ? '' : row.more.toFixed(2),
      row.limit === undefined ? say('limit.none') : row.limit.margin.toFixed(2),
      row.next === undefined ? '' : `${row.next.due ?? row.next.task.month} ${row.next.task.title}`,
      row.open,
      say(`state.${row.client.file.sheet.state}`),
      marksOf(row, say, formats)
        .map(({ text }) => text)
        .join(', '),
    ]),
    [],
    [say('table.rules', { version: rules?.version ?? '', hash: rules?.hash ?? '' })],
  ];
}

export interface Mark {
  kind: 'law' | 'limit' | 'duty';
  text: string;
}

export function marksOf(row: ClientRow, say: Say, formats: Formats): Mark[] {
  const over = row.limit?.over ?? [];
  return [
    ...(row.lawChanged ? [{ kind: 'law' as const, text: say('mark.law') }] : []),
    ...(over.length > 0
      ? [
          {
            kind: 'limit' as const,
            text: say('mark.over', { month: formats.month(over[0] ?? ''), count: over.length }),
          },
        ]
      : []),
    ...(row.overdue ? [{ kind: 'duty' as const, text: say('mark.overdue') }] : []),
  ];
}
