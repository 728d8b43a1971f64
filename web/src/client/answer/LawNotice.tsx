// What the months of the answer rest on: a start that is past, a law that is not known yet.
import type { CaseFile } from '../../case/case';
import type { Results } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { thisMonth } from '../start_month';

export function LawNotice({ file, results }: { file: CaseFile; results: Results }) {
  const { t, formats } = useSurroundings();
  const isExpected = results.diagnostics?.some(({ name }) => name === 'date_out_of_range') === true;
  const isPast = results.timeline.typical && file.start < thisMonth();
  if (!isExpected && !isPast) return null;
  return (
    <section className="law-notice" aria-label={t('app.rules.title')}>
      {isPast && <p>{t('start_month.past', { month: formats.inMonth(file.start) })}</p>}
      {isExpected && <p>{t('law.expected', { month: formats.untilMonth(results.rules?.law_until ?? file.start) })}</p>}
    </section>
  );
}
