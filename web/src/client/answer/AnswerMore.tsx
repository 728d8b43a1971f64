// What stands below the comparison: the limit, what to do, where the wage goes, other amounts of work, what the answer rests
// on, and what to take along.
import { Button } from 'suomifi-ui-components';
import type { Results } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { DetailsSection } from '../details/DetailsSection';
import type { AnswerPageProps } from './AnswerPage';
import { OtherWork } from './OtherWork';
import { EurosSection } from './sections/EurosSection';
import { LimitSection } from './sections/LimitSection';
import { TakeSection } from './sections/TakeSection';
import { TodoSection } from './sections/TodoSection';
import { UnverifiedSection } from './sections/UnverifiedSection';
import type { Shown, View } from './view';

export function AnswerMore(props: AnswerPageProps & { view: View; shown: Shown }) {
  const { file, onFile, onAgain, onCheck, shown } = props;
  const { model, moving, why, titles } = props.view;
  const { t, simple } = useSurroundings();
  const { results, parts, left, limit, wage } = shown;
  const { crossing, assumptions } = model;
  const { months, typical } = results.timeline;
  return (
    <>
      <LimitSection
        {...{ limit, wage, crossing }}
        onWhy={() => why.ask('client.disability_pension.earnings_limit')}
        onWhyCrossing={() => crossing && why.askBetween(crossing.file, [t('limit.at'), t('limit.cent_over')])}
      />
      <TodoSection tasks={shown.tasks} begins={typical ? months[0] : undefined} ownedTitle={titles.owned} />
      {!simple && <EurosSection parts={parts} onWhy={why.ask} />}
      {!simple && (
        <OtherWork
          {...{ file, model, results, titles }}
          value={moving.value}
          now={left.now}
          hasLimit={limit > 0}
          askBetween={why.askBetween}
        />
      )}
      <DetailsSection {...props} />
      <div className="no-print">
        <Button variant="secondary" onClick={onCheck}>
          {t('check.all')}
        </Button>
      </div>
      <UnverifiedSection assumptions={assumptions} />
      <TakeSection {...{ file, onFile, onAgain }} />
      <RulesLine results={results} />
    </>
  );
}

function RulesLine({ results: { rules } }: { results: Results }) {
  const { t, formats } = useSurroundings();
  const month = formats.untilMonth(rules?.law_until ?? '2026-12');
  return <p className="soft rules-line">{t('app.rules', { version: rules?.version ?? '', month })}</p>;
}
