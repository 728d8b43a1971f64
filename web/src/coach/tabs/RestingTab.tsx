// The offer with the pension resting and without, month by month.
import { useEffect, useMemo, useState } from 'react';
import type { CaseFile } from '../../case/case';
import { isRefused, type Results } from '../../engine/answers';
import { leftOver } from '../../model/parts';
import { figureOf, planFigures, restingMonths, titleOf } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { codeOf } from '../files/store';
import { useSay } from '../texts/texts';
import { dutyTitles } from './duty_titles';
import { expectedMonths, FiguresTable, type Column } from './FiguresTable';
import type { TabProps } from './Tabs';

export function restingCase(file: CaseFile, scenario: number): CaseFile {
  const own = file.scenarios?.[scenario] ?? { name: 'now' };
  return {
    ...file,
    scenarios: [
      { ...own, name: 'without', client: { ...own.client, pension_resting: false } },
      { ...own, name: 'with', client: { ...own.client, pension_resting: true } },
    ],
  };
}

/** An answer to a case that is made of the client's; undefined until it is there. */
export function useFigures(file: CaseFile, channel: string): Results | 'refused' | undefined {
  const { engine, language } = useSurroundings();
  const [answer, setAnswer] = useState<{ file: CaseFile; told: Results | 'refused' }>();
  useEffect(() => {
    let current = true;
    void engine.figures(file, language, channel, planFigures).then((told) => {
      if (current) setAnswer({ file, told: isRefused(told) ? 'refused' : told });
    });
    return () => {
      current = false;
    };
  }, [engine, language, file, channel]);
  return answer?.file === file ? answer.told : undefined;
}

export function RestingTab({ client, scenario, results, lawUntil }: TabProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const file = client.file.case;
  const question = useMemo(() => restingCase(file, scenario), [file, scenario]);
  const both = useFigures(question, 'coach resting');
  if (both === undefined) return <p role="status">{say('computing')}</p>;
  if (both === 'refused') return <p>{say('tab.nothing')}</p>;
  const total = (index: number) => figureOf(both, index, leftOver, null)?.total ?? 0;
  const figures = [
    leftOver,
    'national_pension.amount',
    'guarantee_pension.amount',
    'earnings_related_pension.amount',
    'disability_allowance.amount',
  ];
  const columns = figures.flatMap((variable): Column[] =>
    [0, 1].flatMap((index) => {
      const found = both.scenarios[index]?.figures.find((figure) => figure.variable === variable);
      if (found === undefined || found.values.every((value) => value === 0)) return [];
      const title = `${titleOf(both, variable)}, ${say(index === 0 ? 'resting.without' : 'resting.with')}`;
      return [{ key: `${variable} ${index}`, title, values: found.values }];
    }),
  );
  const resting = restingMonths(both, 1);
  return (
    <>
      <h2>{say('tab.resting')}</h2>
      <p>
        {say('resting.sentence', {
          months: both.timeline.months.length,
          without: formats.euros(total(0)),
          with: formats.euros(total(1)),
        })}{' '}
        {resting.length > 0 && say('resting.months', { count: resting.length, from: formats.month(resting[0] ?? '') })}
      </p>
      <ul className="plain">
        {dutyTitles(both, 1).map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      <FiguresTable
        name={`${codeOf(client)}-resting`}
        title={say('tab.resting')}
        rows={both.timeline.months.map((one) => formats.month(one))}
        rowsTitle={say('months.month')}
        columns={columns}
        rules={both.rules}
        expected={expectedMonths(results, lawUntil)}
      />
    </>
  );
}
