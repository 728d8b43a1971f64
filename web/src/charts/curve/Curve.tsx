// Money left over the hours (or over the wage), with the point one is at and the level of now.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import './curve.css';

export interface CurveProps {
  line: { points: Float64Array; left: Float64Array };
  at: number;
  now: number;
  /** Falls, numbered as they are told, each with the zone behind it that leaves less than the point before it. */
  falls?: readonly { at: number; left: number; from: number; to: number }[];
  /** Where else it turns. */
  turns?: readonly { at: number; left: number }[];
  sentence: string;
  nowLabel: string;
  xLabel: string;
  formatX: (value: number) => string;
  formatY: (value: number) => string;
}

const height = 240;
const top = 14;
const bottom = 30;

export function Curve({
  line: { points, left },
  at,
  now,
  falls = [],
  turns = [],
  sentence,
  nowLabel,
  xLabel,
  formatX,
  formatY,
}: CurveProps) {
  const lowest = Math.min(now, ...left);
  const highest = Math.max(now, ...left);
  const x = scaleLinear()
    .domain([points[0] ?? 0, points[points.length - 1] ?? 1])
    .range([0, 100]);
  const y = scaleLinear()
    .domain([Math.max(0, lowest - (highest - lowest) * 0.15), highest + (highest - lowest) * 0.05 + 1])
    .nice(4)
    .range([height - bottom, top]);
  const path = line<number>()
    .x((_, position) => x(points[position] ?? 0))
    .y((value) => y(value))([...left]);
  const percent = (value: number) => `${String(Math.round(x(value) * 1000) / 1000)}%`;
  const ticks = y.ticks(4);
  const last = points[points.length - 1] ?? 1;
  return (
    <figure className="curve">
      <div className="curve-frame" role="img" aria-label={sentence}>
        <svg className="curve-axis" height={height} focusable="false">
          {ticks.map((tick) => (
            <text key={tick} x="100%" y={y(tick)} dy="0.32em" textAnchor="end">
              {formatY(tick)}
            </text>
          ))}
        </svg>
        <svg className="curve-plot" height={height} focusable="false">
          {ticks.map((tick) => (
            <line key={tick} className="curve-grid" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
          ))}
          {zonesOf(falls).map(({ from, to }) => (
            <rect
              key={from}
              className="curve-dead"
              x={percent(from)}
              width={`${String(Math.max(0.5, x(to) - x(from)))}%`}
              y={top}
              height={height - bottom - top}
            />
          ))}
          <line className="curve-now" x1="0" x2="100%" y1={y(now)} y2={y(now)} />
          <text className="curve-now-label" x="100%" y={y(now) + 17} textAnchor="end">
            {nowLabel}
          </text>
          <svg width="100%" height={height} viewBox={`0 0 100 ${String(height)}`} preserveAspectRatio="none">
            <path className="curve-line" d={path ?? ''} />
          </svg>
          <Marks falls={falls} turns={turns} x={percent} y={y} />
          <line className="curve-at" x1={percent(at)} x2={percent(at)} y1={top} y2={height - bottom} />
          <circle className="curve-point" cx={percent(at)} cy={y(left[nearest(points, at)] ?? 0)} r="7" />
          {x.ticks(5).map((tick, index) => (
            <text
              key={tick}
              className={index % 2 === 0 ? undefined : 'curve-between'}
              x={percent(tick)}
              y={height - 8}
              textAnchor={tick === 0 ? 'start' : tick === last ? 'end' : 'middle'}
            >
              {formatX(tick)}
            </text>
          ))}
        </svg>
      </div>
      <figcaption className="soft curve-caption" aria-hidden="true">
        {xLabel}
      </figcaption>
    </figure>
  );
}

interface MarksProps {
  falls: readonly { at: number; left: number }[];
  turns: readonly { at: number; left: number }[];
  x: (value: number) => string;
  y: (value: number) => number;
}

function Marks({ falls, turns, x, y }: MarksProps) {
  return (
    <>
      {turns.map(({ at, left }) => (
        <circle key={at} className="curve-bend" cx={x(at)} cy={y(left)} r="3.5" />
      ))}
      {falls.map(({ at, left }, index) => (
        <g key={at} className="curve-fall">
          <circle cx={x(at)} cy={y(left)} r="9" />
          <text x={x(at)} y={y(left)} dy="0.35em" textAnchor="middle">
            {index + 1}
          </text>
        </g>
      ))}
    </>
  );
}

/** The zones behind the falls, one where they overlap. */
function zonesOf(falls: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const zones: { from: number; to: number }[] = [];
  for (const { from, to } of [...falls].sort((one, other) => one.from - other.from)) {
    const last = zones.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else zones.push({ from, to });
  }
  return zones;
}

export function nearest(points: Float64Array, at: number): number {
  let best = 0;
  points.forEach((point, index) => {
    if (Math.abs(point - at) < Math.abs((points[best] ?? 0) - at)) best = index;
  });
  return best;
}
