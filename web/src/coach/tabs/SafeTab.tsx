// How much work is safe under a condition, in every one of the next twelve months: whole hours (or whole euros), the tightest
// month, and what a little less or more would be.
import { useEffect, useMemo, useState } from 'react';
import type { CaseFile } from '../../case/case';
import { readNumber } from '../../catalogue/numbers';
import { isRefused, type Solution } from '../../engine/answers';
import { figureOf, limitOf } from '../../model/plan';
import { conditions, moreThanNow } from '../../model/work_limits';
import { useSurroundings } from '../../model/surroundings';
import { codeOf } from '../files/store';
import { useSay } from '../texts/texts';
import { EarningsPicture } from './EarningsPicture';
import { FiguresTable } from './FiguresTable';
import { useFigures } from './RestingTab';
import type { TabProps } from './Tabs';

const kinds = ['limit', 'more', 'housing', 'claimed'] as const;
type Kind = (typeof kinds)[number];

const conditionOf = (kind: Kind, euros: number): string =>
  ({
    limit: conditions.limit,
    more: moreThanNow(euros),
    housing: 'pensioner_housing_allowance.amount >= base.pensioner_housing_allowance.amount',
    claimed: 'recovery.claimed_back <= 0 EUR/month',
  })[kind];

/** At most a year: what is safe is looked at in the months one can foresee. */
const yearOf = (file: CaseFile): CaseFile => ({ ...file, months: Math.min(12, file.months ?? 1) });

interface Axis {
  name: 'hours_per_week' | 'wage';
  to: number;
}

export function axisOf(file: CaseFile, scenario: number): Axis {
  const own = file.scenarios?.[scenario]?.client;
  const told = (name: string) => own?.[name] ?? file.client[name] ?? undefined;
  const byHour = told('hourly_wage') !== undefined && told('wage') === undefined;
  return byHour ? { name: 'hours_per_week', to: 40 } : { name: 'wage', to: 6000 };
}

/** The offer with some values of the axis, one scenario each. */
export function aroundCase(file: CaseFile, scenario: number, name: string, values: readonly number[]): CaseFile {
  const own = file.scenarios?.[scenario];
  return {
    ...file,
    scenarios: values.map((value) => ({ ...own, name: String(value), client: { ...own?.client, [name]: value } })),
  };
}

export function SafeTab({ client, scenario }: TabProps) {
  const say = useSay();
  const { engine, language, formats } = useSurroundings();
  const [kind, setKind] = useState<Kind>('limit');
  const [text, setText] = useState('300');
  const [solution, setSolution] = useState<Solution | 'refused'>();
  const file = useMemo(() => yearOf(client.file.case), [client.file.case]);
  const axis = axisOf(file, scenario);
  const euros = readNumber(text) ?? 0;
  useEffect(() => {
    setSolution(undefined);
    let current = true;
    const question = {
      scenario: file.scenarios?.[scenario]?.name ?? '',
      vary: `client.${axis.name}`,
      from: 0,
      to: axis.to,
      most: conditionOf(kind, euros),
    };
    void engine.solve(file, question, language, 'coach safe').then((answer) => {
      if (current) setSolution(isRefused(answer) ? 'refused' : answer);
    });
    return () => {
      current = false;
    };
  }, [engine, language, file, scenario, axis.name, axis.to, kind, euros]);
  const unit = (value: number) =>
    say(axis.name === 'wage' ? 'safe.euros' : 'safe.hours', { value: formats.number(value) });
  const value = solution === undefined || solution === 'refused' ? undefined : solution.value;
  const whole = value === undefined || value === null ? undefined : Math.floor(value);
  return (
    <div className="safe-tab">
      <fieldset className="safe-form">
        <legend>{say('safe.condition')}</legend>
        {kinds.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="safe-condition" checked={kind === one} onChange={() => setKind(one)} />
            <span>
              {say(one === 'limit' ? 'safe.limit_title' : `safe.${one}`, { euros: formats.wholeEuros(euros) })}
            </span>
          </label>
        ))}
        {kind === 'more' && (
          <label>
            {say('extra.euros')}
            <input
              type="text"
              inputMode="decimal"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </label>
        )}
      </fieldset>
      <div>
        {solution === undefined ? (
          <p role="status">{say('computing')}</p>
        ) : solution === 'refused' || whole === undefined ? (
          <h2>{say('safe.never')}</h2>
        ) : (
          <>
            <h2 className="big">{value === axis.to ? say('safe.all') : say('safe.most', { value: unit(whole) })}</h2>
            <Around file={file} scenario={scenario} axis={axis} whole={whole} unit={unit} code={codeOf(client)} />
          </>
        )}
      </div>
    </div>
  );
}

interface AroundProps {
  file: CaseFile;
  scenario: number;
  axis: Axis;
  whole: number;
  unit: (value: number) => string;
  code: string;
}

function Around({ file, scenario, axis, whole, unit, code }: AroundProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const step = axis.name === 'wage' ? 50 : 1;
  const values = useMemo(
    () => [whole - step, whole, whole + step, whole + 2 * step].filter((value) => value >= 0 && value <= axis.to),
    [whole, step, axis.to],
  );
  const question = useMemo(() => aroundCase(file, scenario, axis.name, values), [file, scenario, axis.name, values]);
  const answer = useFigures(question, 'coach around');
  if (answer === undefined) return <p role="status">{say('computing')}</p>;
  if (answer === 'refused') return null;
  const limit = limitOf(answer, values.indexOf(whole));
  return (
    <>
      {limit !== undefined && (
        <p>{say('safe.tightest', { month: formats.month(limit.tightest), margin: formats.euros(limit.margin) })}</p>
      )}
      <EarningsPicture answer={answer} scenario={values.indexOf(whole)} />
      <FiguresTable
        name={`${code}-safe-work`}
        title={say('safe.table')}
        rows={answer.timeline.months.map((one) => formats.month(one))}
        rowsTitle={say('safe.pay_month')}
        columns={values.flatMap((value, index) => [
          {
            key: `pay ${value}`,
            title: unit(value),
            values: figureOf(answer, index, 'work.earnings', 'client')?.values ?? [],
          },
          ...(limit === undefined
            ? []
            : [
                {
                  key: `margin ${value}`,
                  title: `${say('months.margin')}, ${unit(value)}`,
                  values: figureOf(answer, index, 'disability_pension.margin', 'client')?.values ?? [],
                },
              ]),
        ])}
        rules={answer.rules}
      />
    </>
  );
}
