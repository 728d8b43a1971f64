// Months as columns: income stacked above the axis by who pays, costs hanging below it, what is left written on top; under each
// month its distance to the limit and its duties. Names stand at the side of the picture, so no colour has to be matched.
import { useRef } from 'react';
import { useSurroundings } from '../../model/surroundings';
import { useSay } from '../texts/texts';
import { savePicture } from './save_picture';
import { column, costsOf, kindOf, layoutOf, namePlaces, side, stackOf, type Layout } from './stacks';
import './months_picture.css';

export interface PictureMonth {
  month: string;
  left: number;
  parts: readonly { key: string; title: string; amount: number }[];
  margin: number | undefined;
  expected: boolean;
  duties: readonly number[];
  balance: number | undefined;
}

export interface MonthsPictureProps {
  months: readonly PictureMonth[];
  sentence: string;
  name: string;
}

export function MonthsPicture({ months, sentence, name }: MonthsPictureProps) {
  const say = useSay();
  const drawing = useRef<SVGSVGElement>(null);
  const layout = layoutOf(months);
  const { axis, below, balanceTop, width, height, hasLimit, hasBalance, x, balanceY } = layout;
  const balance = months.map((one, index) => `${x(index) + column / 2},${balanceY(one.balance ?? 0)}`);
  return (
    <figure className="months-figure">
      <div className="scroll" role="region" aria-label={say('months.picture')} tabIndex={0}>
        <svg
          ref={drawing}
          role="img"
          aria-label={sentence}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
        >
          <Hatches />
          {months.map((one, index) => (
            <Month key={one.month} month={one} isFirst={index === 0} x={x(index)} layout={layout} />
          ))}
          <line className="axis" x1={side} x2={width} y1={axis} y2={axis} />
          <SideText text={say('months.left')} y={30} />
          <SideText text={say('months.month')} y={below} />
          {hasLimit && <SideText text={say('months.margin')} y={below + 36} />}
          <SideText text={say('months.duties')} y={balanceTop - 6} />
          {hasBalance && (
            <>
              <SideText text={say('months.balance')} y={balanceTop + 40} />
              <polyline className="balance" points={balance.join(' ')} />
            </>
          )}
          <Names months={months} layout={layout} />
        </svg>
      </div>
      <button type="button" className="link no-print" onClick={() => savePicture(drawing.current, `${name}-months`)}>
        {say('months.svg')}
      </button>
    </figure>
  );
}

const SideText = ({ text, y }: { text: string; y: number }) => (
  <text className="strong" x={0} y={y}>
    {text}
  </text>
);

const Hatches = () => (
  <defs>
    <pattern id="months-cost" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line className="hatch-cost" x1="0" y1="0" x2="0" y2="6" />
    </pattern>
    <pattern id="months-law" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <line className="hatch-law" x1="0" y1="0" x2="0" y2="12" />
    </pattern>
  </defs>
);

interface MonthProps {
  month: PictureMonth;
  isFirst: boolean;
  x: number;
  layout: Layout;
}

function Month({ month, isFirst, x, layout: { axis, scale, below, balanceTop } }: MonthProps) {
  const { formats } = useSurroundings();
  const { duties, margin } = month;
  const whole = (amount: number) => formats.number(Math.round(amount), 0);
  const middle = x + column / 2;
  const place = { x: x + 5, width: column - 10 };
  const costs = costsOf(month) * scale;
  return (
    <g>
      {month.expected && <rect x={x} y={0} width={column} height={axis + 60} fill="url(#months-law)" />}
      {stackOf(month).map(({ key, amount, below: under }) => (
        <rect
          key={key}
          className={`fill-${kindOf(key)}`}
          {...place}
          y={axis - (under + amount) * scale}
          height={amount * scale}
        />
      ))}
      {costs > 0 && <rect className="fill-cost" {...place} y={axis} height={costs} />}
      {costs > 0 && <rect {...place} y={axis} height={costs} fill="url(#months-cost)" />}
      <text className="strong" x={middle} y={30} textAnchor="middle">
        {whole(month.left)}
      </text>
      <text x={middle} y={below} textAnchor="middle">
        {Number(month.month.slice(5))}
      </text>
      {(isFirst || month.month.endsWith('-01')) && (
        <text className="quiet" x={middle} y={below + 15} textAnchor="middle">
          {month.month.slice(0, 4)}
        </text>
      )}
      {margin !== undefined && (
        <text className={margin < 0 ? 'limit strong' : undefined} x={middle} y={below + 36} textAnchor="middle">
          {margin < 0 ? `▲${whole(margin)}` : whole(margin)}
        </text>
      )}
      {duties.length > 0 && (
        <text className="duty strong" x={middle} y={balanceTop - 6} textAnchor="middle">
          {duties.length > 2 ? `${duties[0] ?? ''}–${duties.at(-1) ?? ''}` : duties.join(', ')}
        </text>
      )}
    </g>
  );
}

/** The names of the parts, at the left, each about as high as its part in the month that has the most of them. */
function Names({ months, layout: { axis, scale } }: { months: readonly PictureMonth[]; layout: Layout }) {
  const say = useSay();
  const stacks = months.map(stackOf);
  const keys = new Map(stacks.flat().map((part) => [part.key, part]));
  const stack = [...keys.values()].sort((one, other) => one.below - other.below);
  const places = namePlaces(stack, axis, scale);
  return (
    <>
      {stack.map(({ key, title }, index) => (
        <text key={key} x={0} y={places[index]}>
          <tspan className={`mark-${kindOf(key)}`}>■ </tspan>
          {title.length > 24 ? `${title.slice(0, 23)}…` : title}
        </text>
      ))}
      <text x={0} y={axis + 18}>
        {say('months.costs')}
      </text>
    </>
  );
}
