// What is left along the pay of one ordinary month: the curve, its falls with their causes, and every offer as a point of it.
import { useEffect, useMemo, useState } from 'react';
import { Curve } from '../../charts/curve/Curve';
import type { CaseFile, JsonObject } from '../../case/case';
import { isRefused, type Edge, type Sweep } from '../../engine/answers';
import { leftOver } from '../../model/parts';
import { amountIn } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { codeOf } from '../files/store';
import { useSay } from '../texts/texts';
import { FiguresTable } from './FiguresTable';
import type { TabProps } from './Tabs';

const step = 20;

/** The offer in one ordinary month, its pay told as a wage. */
export function monthCase(file: CaseFile, scenario: number, month: string, pay: number): CaseFile {
  const own = file.scenarios?.[scenario] ?? { name: 'now' };
  const client: JsonObject = { ...own.client, hours_per_week: null, hourly_wage: null, holiday_bonus: null };
  const now = file.scenarios?.[0] ?? { name: 'now' };
  return {
    ...file,
    start: month,
    months: 1,
    scenarios: [now, { ...own, name: own.name === now.name ? 'offer' : own.name, client: { ...client, wage: pay } }],
  };
}

/** One object for as long as the case says the same. */
function useStable(file: CaseFile): CaseFile {
  const text = JSON.stringify(file);
  return useMemo(() => JSON.parse(text) as CaseFile, [text]);
}

export function CurveTab({ client, results, scenario, month }: TabProps) {
  const say = useSay();
  const { engine, language, formats } = useSurroundings();
  const pays = results.scenarios.map((_, index) => amountIn(results, index, 'work.earnings', 'client', month) ?? 0);
  const pay = pays[scenario] ?? 0;
  const to = Math.max(2500, Math.ceil((Math.max(...pays) * 1.3) / 100) * 100);
  const name = results.timeline.months[month] ?? '';
  const file = useStable(monthCase(client.file.case, scenario, name, pay));
  const [sweep, setSweep] = useState<Sweep>();
  const [edges, setEdges] = useState<readonly Edge[]>([]);
  useEffect(() => {
    setSweep(undefined);
    setEdges([]);
    let current = true;
    const axis = { scenario: file.scenarios?.[1]?.name ?? '', vary: 'client.wage', from: 0, to, get: [leftOver] };
    void engine.sweep(file, { ...axis, step }, 'coach curve').then((told) => {
      if (current) setSweep(told);
    });
    void engine.edges(file, axis, language, 'coach edges').then((told) => {
      if (current && !isRefused(told)) setEdges(told.curves[0]?.edges ?? []);
    });
    return () => {
      current = false;
    };
  }, [engine, language, file, to]);
  const left = sweep?.columns.get(leftOver);
  if (sweep === undefined || left === undefined) return <p role="status">{say('computing')}</p>;
  const falls = edges.filter(({ kind, change }) => kind === 'jump' && (change ?? 0) < -1);
  const now = amountIn(results, 0, leftOver, null, month) ?? 0;
  const sentence =
    falls.length === 0
      ? say('curve.no_falls', { month: formats.inMonth(name) })
      : say('curve.falls', {
          count: falls.length,
          at: formats.euros(falls[0]?.at ?? 0),
          fall: formats.euros(-(falls[0]?.change ?? 0)),
        });
  return (
    <>
      <h2>{say('tab.curve')}</h2>
      <p>{sentence}</p>
      <Curve
        line={{ points: sweep.points, left }}
        at={pay}
        now={now}
        falls={falls.map(({ at, from, break_even }) => ({
          at,
          left: Number(from),
          from: at,
          to: Math.min(to, break_even ?? to),
        }))}
        turns={pays.flatMap((own, index) =>
          index === scenario ? [] : [{ at: own, left: amountIn(results, index, leftOver, null, month) ?? 0 }],
        )}
        sentence={sentence}
        nowLabel={say('offers.now')}
        xLabel={say('curve.axis')}
        formatX={(value) => formats.wholeEuros(value)}
        formatY={(value) => formats.wholeEuros(value)}
      />
      {falls.length > 0 && (
        <FiguresTable
          name={`${codeOf(client)}-curve`}
          title={say('curve.table')}
          rows={falls.map((_, index) => String(index + 1))}
          rowsTitle={say('curve.number')}
          columns={[
            { key: 'at', title: say('curve.at'), values: falls.map(({ at }) => at) },
            { key: 'fall', title: say('curve.fall'), values: falls.map(({ change }) => change) },
            { key: 'again', title: say('curve.again'), values: falls.map(({ break_even }) => break_even ?? undefined) },
            { key: 'cause', title: say('law.because'), values: falls.map(({ causes }) => causes[0]?.title ?? '') },
          ]}
          rules={results.rules}
        />
      )}
    </>
  );
}
