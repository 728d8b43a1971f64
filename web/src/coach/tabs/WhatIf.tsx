// One month with more pay than planned: what is lost over the plan, what is claimed back when it is told late, and in which
// month the same euros fit. All of it one question to the engine, with the offer four times.
import { useEffect, useState } from 'react';
import { isObject, type CaseFile, type Json, type JsonObject } from '../../case/case';
import { readNumber } from '../../catalogue/numbers';
import { isRefused, type Results } from '../../engine/answers';
import { SelectField } from '../../components/select_field/SelectField';
import { leftOver } from '../../model/parts';
import { differenceOf, figureOf } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { useSay } from '../texts/texts';
import type { TabProps } from './Tabs';

const late = 2;

/** The extra pay is a single payment in its month, on top of what the offer pays there. */
function withExtra(file: CaseFile, scenario: number, month: string, euros: number): JsonObject {
  const own = file.scenarios?.[scenario];
  const given = own?.client?.['holiday_bonus'] ?? file.client['holiday_bonus'];
  const before: JsonObject = isObject(given) ? given : {};
  const there = typeof before[month] === 'number' ? before[month] : 0;
  const bonus: Json = { ...before, [month]: (Math.round(there * 100) + Math.round(euros * 100)) / 100 };
  return { ...own?.client, holiday_bonus: bonus };
}

export function extraCase(
  file: CaseFile,
  scenario: number,
  month: string,
  instead: string | undefined,
  euros: number,
): CaseFile {
  const own = file.scenarios?.[scenario] ?? { name: 'now' };
  const spike = withExtra(file, scenario, month, euros);
  return {
    ...file,
    scenarios: [
      { ...own, name: 'planned' },
      { ...own, name: 'extra', client: spike },
      { ...own, name: 'late', client: spike, reported_late_months: late },
      ...(instead === undefined
        ? []
        : [{ ...own, name: 'instead', client: withExtra(file, scenario, instead, euros) }]),
    ],
  };
}

const get = [leftOver, 'recovery.claimed_back', 'disability_pension.state'];

export function WhatIf({
  client,
  results,
  scenario,
  margins,
}: TabProps & { margins: readonly (number | undefined)[] }) {
  const say = useSay();
  const { engine, language, formats } = useSurroundings();
  const { months } = results.timeline;
  const [month, setMonth] = useState(Math.min(5, months.length - 1));
  const [text, setText] = useState('60');
  const euros = readNumber(text);
  const file = client.file.case;
  const [answer, setAnswer] = useState<Results>();
  // The next month in which there is room for it, as the engine's margins say.
  const instead = months.findIndex((_, index) => index > month && (margins[index] ?? -1) >= (euros ?? Infinity));
  useEffect(() => {
    setAnswer(undefined);
    if (euros === undefined || euros <= 0 || results.timeline.typical) return undefined;
    let current = true;
    const question = extraCase(file, scenario, months[month] ?? '', instead < 0 ? undefined : months[instead], euros);
    void engine.figures(question, language, 'coach extra', get).then((told) => {
      if (current && !isRefused(told)) setAnswer(told);
    });
    return () => {
      current = false;
    };
  }, [engine, language, file, scenario, month, euros, instead, months, results.timeline.typical]);
  if (results.timeline.typical) return null;
  return (
    <section className="what-if" aria-labelledby="what-if">
      <h3 id="what-if">{say('extra.title')}</h3>
      <div className="what-if-row">
        <SelectField
          label={say('months.month')}
          value={String(month)}
          onChange={(value) => setMonth(Number(value))}
          options={months.map((name, index) => ({ value: String(index), title: formats.month(name) }))}
        />
        <label>
          {say('extra.euros')}
          <input
            type="text"
            inputMode="decimal"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </label>
        {answer === undefined ? (
          <p role="status">{euros === undefined ? say('fact.missing') : say('computing')}</p>
        ) : (
          <Outcome answer={answer} instead={months[instead]} />
        )}
      </div>
    </section>
  );
}

/** Lost, claimed back, and what to do instead. */
function Outcome({ answer, instead }: { answer: Results; instead: string | undefined }) {
  const say = useSay();
  const { formats } = useSurroundings();
  const total = (index: number, name = leftOver) => figureOf(answer, index, name, null)?.total ?? 0;
  const resting = newlyResting(answer);
  return (
    <dl className="outcome" aria-live="polite">
      <div>
        <dt>{say('extra.effect')}</dt>
        <dd>
          <b className="number">{formats.change(differenceOf(total(1), total(0)))}</b>{' '}
          {resting.length > 0 && say('extra.rests', { count: resting.length, month: formats.month(resting[0] ?? '') })}
        </dd>
      </div>
      <div>
        <dt>{say('extra.claimed')}</dt>
        <dd>
          <b className="number">{formats.euros(total(2, 'recovery.claimed_back'))}</b>{' '}
          {say('extra.late', { months: late })}
        </dd>
      </div>
      <div>
        <dt>{say('extra.instead')}</dt>
        <dd>
          {instead === undefined
            ? say('extra.no_room')
            : say('extra.later', {
                month: formats.inMonth(instead),
                change: formats.change(differenceOf(total(3), total(0))),
              })}
        </dd>
      </div>
    </dl>
  );
}

/** The months in which the pension rests because of the extra pay. */
function newlyResting(answer: Results): string[] {
  const states = (index: number) => figureOf(answer, index, 'disability_pension.state', 'client')?.values ?? [];
  const [planned, extra] = [states(0), states(1)];
  return answer.timeline.months.filter((_, index) => extra[index] === 'resting' && planned[index] !== 'resting');
}
