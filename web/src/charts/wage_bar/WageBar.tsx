// The added wage as one bar, cut into what is kept and what goes where.
import type { Share } from '../../model/parts';
import { percentOf } from '../width';
import './wage_bar.css';

export interface WageBarProps {
  wage: number;
  shares: readonly Share[];
  sentence: string;
}

const height = 34;

export const toneOfShare = (share: Share): string =>
  share.kind === 'kept' ? 'kept' : share.kind === 'lost' ? 'lost' : share.kind === 'cost' ? 'cost' : 'benefit';

export function WageBar({ wage, shares, sentence }: WageBarProps) {
  // Gains are no part of the wage; a loss beyond the wage makes the bar longer than the wage.
  const taken = shares.filter((share) => share.amount > 0 && share.kind !== 'lost');
  const whole = Math.max(
    wage,
    taken.reduce((sum, share) => sum + share.amount, 0),
    1,
  );
  const percent = percentOf(whole);
  const segments = taken.map((share, index) => ({
    share,
    from: taken.slice(0, index).reduce((sum, one) => sum + one.amount, 0),
  }));
  return (
    <figure className="wage-bar">
      <svg width="100%" height={height} role="img" aria-label={sentence} focusable="false">
        {segments.map(({ share, from }) => (
          <rect
            key={share.key}
            className={`tone-${toneOfShare(share)}`}
            x={percent(from)}
            width={percent(share.amount)}
            y="0"
            height={height}
          />
        ))}
        {segments.slice(1).map(({ share, from }) => (
          <line key={share.key} className="seam" x1={percent(from)} x2={percent(from)} y1="0" y2={height} />
        ))}
        {wage < whole && <line className="wage-mark" x1={percent(wage)} x2={percent(wage)} y1="0" y2={height} />}
      </svg>
    </figure>
  );
}
