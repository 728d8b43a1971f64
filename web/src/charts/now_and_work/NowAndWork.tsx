// Two bars over one scale: what the income is made of now and at work, and how much of it taxes take. The table beside it
// is the legend and says the same.
import { isTaken, type Part } from '../../model/parts';
import { percentOf } from '../width';
import './now_and_work.css';

export interface NowAndWorkProps {
  parts: readonly Part[];
  now: { title: string; left: number; text: string };
  work: { title: string; left: number; text: string };
  /** The largest income the bars may have to show, so that the scale stands still while the hours move. */
  most: number;
  sentence: string;
}

const barHeight = 34;

/** The colour of a part: by what it is, and by turns among its like. */
export function toneOf(part: Part, parts: readonly Part[]): string {
  if (part.kind === 'wage') return 'wage';
  if (isTaken(part)) return 'cost';
  const pension = (one: Part) => one.variable.includes('pension.amount');
  const like = parts.filter((one) => one.kind === part.kind && pension(one) === pension(part));
  return `${pension(part) ? 'pension' : 'benefit'}${like.indexOf(part) % 2 === 0 ? '' : '-2'}`;
}

export function NowAndWork({ parts, now, work, most, sentence }: NowAndWorkProps) {
  const percent = percentOf(Math.max(1, most));
  return (
    <figure className="now-and-work">
      <div role="img" aria-label={sentence}>
        <Bar title={now.title} text={now.text} parts={parts} which="now" left={now.left} percent={percent} />
        <Bar title={work.title} text={work.text} parts={parts} which="work" left={work.left} percent={percent} />
      </div>
    </figure>
  );
}

interface BarProps {
  title: string;
  text: string;
  parts: readonly Part[];
  which: 'now' | 'work';
  left: number;
  percent: (value: number) => string;
}

function Bar({ title, text, parts, which, left, percent }: BarProps) {
  const filled = parts.filter((part) => part[which] > 0);
  const upTo = (index: number) => filled.slice(0, index).reduce((sum, part) => sum + part[which], 0);
  const segments = filled.map((part, index) => ({
    key: part.key,
    tone: toneOf(part, parts),
    from: upTo(index),
    to: upTo(index + 1),
  }));
  const at = upTo(filled.length);
  return (
    <div className="bar-row" aria-hidden="true">
      <div className="bar-label">
        <span>{title}</span>
        <strong className="number">{text}</strong>
      </div>
      <svg width="100%" height={barHeight} focusable="false">
        {segments.map(({ key, tone, from, to }) => (
          <rect
            key={key}
            className={`tone-${tone}`}
            x={percent(from)}
            width={percent(to - from)}
            y="0"
            height={barHeight}
          />
        ))}
        {at > left + 0.01 && (
          <rect className="taken" x={percent(left)} width={percent(at - left)} y="0" height={barHeight} />
        )}
        {segments.slice(1).map(({ key, from }) => (
          <line key={key} className="seam" x1={percent(from)} x2={percent(from)} y1="0" y2={barHeight} />
        ))}
      </svg>
    </div>
  );
}
