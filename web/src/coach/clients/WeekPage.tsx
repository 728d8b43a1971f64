// The week's duties on a page of their own, to print.
import { useTitle } from '../../model/title';
import { useSay } from '../texts/texts';
import { useRows } from './use_rows';
import { WeekList } from './WeekList';

export function WeekPage() {
  const say = useSay();
  const rows = useRows();
  useTitle(say('nav.week'));
  return (
    <>
      <div className="title-row">
        <h1 tabIndex={-1}>{say('nav.week')}</h1>
        <button type="button" className="button no-print" onClick={() => window.print()}>
          {say('print')}
        </button>
      </div>
      <WeekList rows={rows} all />
    </>
  );
}
