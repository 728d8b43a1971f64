// How far the wage is from the earnings limit.
import { percentOf, shareOf } from '../width';
import './limit_gauge.css';

export interface LimitGaugeProps {
  wage: number;
  limit: number;
  wageText: string;
  limitText: string;
  sentence: string;
}

export function LimitGauge({ wage, limit, wageText, limitText, sentence }: LimitGaugeProps) {
  const end = Math.max(limit * 1.35, wage * 1.08);
  const percent = percentOf(end);
  const over = wage > limit;
  // A label keeps clear of the edge it is nearest to.
  const place = shareOf(end)(limit);
  const anchor = place > 60 ? 'end' : place < 25 ? 'start' : 'middle';
  return (
    <figure className="limit-gauge">
      <svg width="100%" height="86" role="img" aria-label={sentence} focusable="false">
        <rect className="gauge-free" x="0" y="30" width={percent(limit)} height="24" />
        <rect className="gauge-beyond" x={percent(limit)} y="30" width={percent(end - limit)} height="24" />
        <rect className={over ? 'gauge-wage over' : 'gauge-wage'} x="0" y="30" width={percent(wage)} height="24" />
        <line className="gauge-limit" x1={percent(limit)} x2={percent(limit)} y1="22" y2="62" />
        <text x={percent(limit)} y="15" textAnchor={anchor}>
          {limitText}
        </text>
        <text className={over ? 'over' : 'under'} x={over ? '100%' : '0'} y="78" textAnchor={over ? 'end' : 'start'}>
          {wageText}
        </text>
      </svg>
    </figure>
  );
}
