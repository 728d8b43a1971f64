// The fall at the limit as a stair, with one sentence and its table.
import { useMemo } from 'react';
import { useSurroundings } from '../../model/surroundings';
import { useAsked } from '../asking';
import { useSession } from '../room';
import { askStair, nextFall, pointsOf, stairQuestion } from './stair';

const [width, height, foot] = [720, 220, 34];

export function Stair() {
  const { s, work, compared } = useSession();
  const { formats } = useSurroundings();
  const start = compared.answer?.timeline.months[work.month];
  const question = useMemo(
    () => (start === undefined ? undefined : stairQuestion(work.file.case, start)),
    [work.file.case, start],
  );
  const { answer } = useAsked(question, askStair);
  const curve = answer?.curves[0];
  const fall = curve === undefined ? undefined : nextFall(curve, question?.value ?? 0);
  if (answer === undefined || curve === undefined || question === undefined) return null;
  const isHours = question.vary.endsWith('hours_per_week');
  const at = (value: number) => (isHours ? s('hours', { hours: formats.number(value) }) : formats.euros(value));
  if (fall === undefined) return <p>{s('stair.none')}</p>;
  const again = fall.break_even;
  const sentence = [
    s('stair.fall', { at: at(fall.at), next: at(fall.next), loss: formats.euros(Math.abs(fall.change ?? 0)) }),
    again === null || again === undefined ? s('stair.never') : s('stair.again', { again: at(again) }),
  ].join(' ');
  const points = pointsOf(curve, answer.axis.from, answer.axis.to);
  const most = Math.max(...points.map(([, y]) => y));
  const x = (value: number) => ((value - answer.axis.from) / (answer.axis.to - answer.axis.from)) * width;
  const y = (value: number) => height - (Math.max(0, value) / most) * (height - 24);
  const line = points.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(' ');
  const fallX = x(fall.at);
  const isRight = fallX > width * 0.6;
  return (
    <section aria-labelledby="stair-title" className="session-stack stair">
      <h2 id="stair-title">{s('stair.title')}</h2>
      <p>{sentence}</p>
      <svg viewBox={`0 0 ${width} ${height + foot}`} role="img" aria-label={sentence} className="stair-picture">
        <polygon points={`0,${height} ${line} ${width},${height}`} className="stair-fill" />
        <polyline points={line} className="stair-line" />
        <line x1={fallX} x2={fallX} y1={6} y2={height} className="stair-limit" />
        <text x={isRight ? fallX - 8 : fallX + 8} y={18} textAnchor={isRight ? 'end' : 'start'} className="stair-name">
          {`▲ ${at(fall.at)}: ${formats.change(fall.change ?? 0)}`}
        </text>
        <line x1={0} x2={width} y1={height} y2={height} className="stair-axis" />
        <text x={0} y={height + 24}>
          {at(answer.axis.from)}
        </text>
        <text x={width} y={height + 24} textAnchor="end">
          {at(answer.axis.to)}
        </text>
      </svg>
      <details className="session-fold">
        <summary>{s('stair.table')}</summary>
        <table className="session-table">
          <thead>
            <tr>
              <th scope="col">{s(isHours ? 'stair.hours' : 'stair.wage')}</th>
              <th scope="col" className="right">
                {s('outcome.left')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[
              [fall.at, fall.from],
              [fall.next, fall.to],
            ].map(([value, left]) => (
              <tr key={String(value)}>
                <th scope="row">{at(Number(value))}</th>
                <td className="right number">{formats.euros(Number(left))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
