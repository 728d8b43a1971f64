// The curve as a table: every so often a row, and where it turns what happens there and by which law.
import { useSurroundings } from '../../../model/surroundings';
import type { Row } from '../../../model/turns';
import { Because } from './Because';
import type { TurnWords } from './turn_words';

export interface TurnsTableProps {
  title: string;
  workTitle: string;
  leftTitle: string;
  rows: readonly Row[];
  count: (work: number) => string;
  words: TurnWords;
  ownedTitle: (title: string, person: string | null) => string;
}

export function TurnsTable({ title, workTitle, leftTitle, rows, count, words, ownedTitle }: TurnsTableProps) {
  const { t, formats } = useSurroundings();
  return (
    <table className="shares-table turns-table">
      <caption className="only-read">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{workTitle}</th>
          <th scope="col">{leftTitle}</th>
          <th scope="col">{t('turn.what')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ point, left, turn }) => (
          <tr key={point}>
            <th scope="row" className="number">
              {count(point)}
            </th>
            <td className="number">{formats.euros(left)}</td>
            <td>
              {turn !== undefined && (
                <>
                  <p>
                    {words.change(turn)} {turn.kind === 'fall' && words.deadZone(turn)}
                  </p>
                  <Because causes={turn.causes} titleOf={ownedTitle} />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
