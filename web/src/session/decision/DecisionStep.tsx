// A decision beside our calculation: its amounts typed in, and the first that differs opened.
import { useMemo, useState } from 'react';
import { SelectField } from '../../components/select_field/SelectField';
import { useOwnedTitle } from '../../client/owned_title';
import { readNumber } from '../../catalogue/numbers';
import { useSurroundings } from '../../model/surroundings';
import { useScenarioName } from '../names';
import { useSession } from '../room';
import { decidedFigures, deciders, firstDifference, type DecidedFigure, type Decider } from './decision';
import { DifferenceSection } from './DifferenceSection';
import './decision.css';

export function DecisionStep() {
  const { s, work, change, compared, go } = useSession();
  const { t, formats } = useSurroundings();
  const nameOf = useScenarioName();
  const [decider, setDecider] = useState<Decider>('kela');
  const [scenario, setScenario] = useState(0);
  const { answer } = compared;
  const figures = useMemo(
    () => (answer === undefined ? [] : decidedFigures(answer, scenario, work.month, decider)),
    [answer, scenario, work.month, decider],
  );
  const found = firstDifference(figures, work.decision);
  // What the calculation has none of folds, until a decision has it.
  const isTold = ({ key, ours }: DecidedFigure) => ours !== 0 || key === found?.figure.key;
  const typed = figures.some(({ key }) => readNumber(work.decision[key] ?? '') !== undefined);
  const month = answer?.timeline.months[work.month];
  if (answer === undefined || month === undefined) return <p role="status">{t('app.loading')}</p>;
  return (
    <section aria-labelledby="decision-title" className="session-stack">
      <h1 id="decision-title" tabIndex={-1}>
        {s('decision.title')}
      </h1>
      <p>{s('decision.lead')}</p>
      <div className="session-row">
        <SelectField
          label={s('decision.by')}
          value={decider}
          options={deciders.map((one) => ({ value: one, title: s(`decider.${one}`) }))}
          onChange={(value) => setDecider(deciders.find((one) => one === value) ?? 'kela')}
        />
        <SelectField
          label={s('outcome.work')}
          value={String(scenario)}
          options={answer.scenarios.map(({ name }, index) => ({ value: String(index), title: nameOf(name) }))}
          onChange={(index) => setScenario(Number(index))}
        />
        <SelectField
          label={s('outcome.month')}
          value={String(work.month)}
          options={answer.timeline.months.map((one, index) => ({ value: String(index), title: formats.month(one) }))}
          onChange={(index) => change((now) => ({ ...now, month: Number(index) }))}
        />
      </div>
      <DecisionTable figures={figures.filter(isTold)} first={found?.figure.key} />
      <details className="session-fold">
        <summary>{s('decision.others')}</summary>
        <DecisionTable figures={figures.filter((figure) => !isTold(figure))} first={found?.figure.key} />
      </details>
      {typed && found === undefined && <p role="status">{s('decision.same')}</p>}
      {found !== undefined && (
        <DifferenceSection
          key={`${found.figure.key} ${found.theirs} ${scenario} ${month}`}
          {...found}
          scenario={scenario}
          month={month}
        />
      )}
      <div className="session-row">
        <button type="button" className="session-button" onClick={() => go('facts')}>
          {s('decision.back')}
        </button>
      </div>
    </section>
  );
}

function DecisionTable({ figures, first }: { figures: readonly DecidedFigure[]; first: string | undefined }) {
  const { s, work, change } = useSession();
  const { formats } = useSurroundings();
  const ownedTitle = useOwnedTitle();
  if (figures.length === 0) return <p>{s('decision.none')}</p>;
  return (
    <table className="session-table decision-table">
      <caption className="only-read">{s('decision.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{s('decision.figure')}</th>
          <th scope="col" className="right">
            {s('decision.ours')}
          </th>
          <th scope="col">{s('decision.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ key, variable, person, ours }) => {
          const title = ownedTitle(variable.title, person);
          return (
            <tr key={key} className={key === first ? 'now' : undefined}>
              <th scope="row">{title}</th>
              <td className="right number">
                {formats.number(ours, variable.decimals ?? 2)} {variable.symbol ?? ''}
              </td>
              <td>
                <input
                  inputMode="decimal"
                  autoComplete="off"
                  aria-label={s('decision.theirs_of', { title })}
                  value={work.decision[key] ?? ''}
                  onChange={({ currentTarget: { value } }) =>
                    change((now) => ({ ...now, decision: { ...now.decision, [key]: value } }))
                  }
                />
                {key === first && <span className="decision-mark"> ≠ {s('decision.first')}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
