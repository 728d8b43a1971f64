// Pay by month under the limit, the tightest month in bold.
import type { Results } from '../../engine/answers';
import { figureOf, limitOf } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { useSay } from '../texts/texts';

export function EarningsPicture({ answer, scenario }: { answer: Results; scenario: number }) {
  const say = useSay();
  const { formats } = useSurroundings();
  const pay = (figureOf(answer, scenario, 'work.earnings', 'client')?.values ?? []).map(Number);
  const limits = (figureOf(answer, scenario, 'disability_pension.earnings_limit', 'client')?.values ?? []).map(Number);
  const tightest = limitOf(answer, scenario)?.tightest;
  const highest = Math.max(1, ...pay, ...limits);
  const column = 58;
  const height = 190;
  const y = (amount: number) => 160 - (amount / highest) * 130;
  const width = pay.length * column;
  const hasLimit = limits.some((limit) => limit > 0);
  return (
    <div className="scroll months-figure" role="region" aria-label={say('safe.picture')} tabIndex={0}>
      <svg role="img" aria-label={say('safe.picture')} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {pay.map((amount, index) => {
          const month = answer.timeline.months[index] ?? '';
          const isTightest = month === tightest;
          return (
            <g key={month}>
              <rect
                className="fill-wage"
                x={index * column + 6}
                y={y(amount)}
                width={column - 12}
                height={160 - y(amount)}
              />
              <text x={index * column + column / 2} y={y(amount) + 16} textAnchor="middle" className="on-wage">
                {amount > 0 ? formats.number(Math.round(amount), 0) : ''}
              </text>
              <text
                x={index * column + column / 2}
                y={178}
                textAnchor="middle"
                className={isTightest ? 'strong' : undefined}
              >
                {`${Number(month.slice(5))}/${month.slice(2, 4)}`}
              </text>
            </g>
          );
        })}
        <line className="axis" x1={0} x2={width} y1={160} y2={160} />
        {hasLimit && (
          <>
            <polyline
              className="limit-line"
              points={limits
                .map((limit, index) => `${index * column},${y(limit)} ${(index + 1) * column},${y(limit)}`)
                .join(' ')}
            />
            <text className="limit strong" x={4} y={y(limits[0] ?? 0) - 6}>
              {say('safe.limit', { limit: formats.euros(limits[0] ?? 0) })}
            </text>
          </>
        )}
      </svg>
    </div>
  );
}
