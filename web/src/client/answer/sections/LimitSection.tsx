import { useSurroundings } from '../../../model/surroundings';
import { LimitGauge } from '../../../charts/limit_gauge/LimitGauge';
import { WhyButton } from '../../../components/why/WhyButton';
import type { Crossing } from '../../../model/crossing';

export interface LimitSectionProps {
  limit: number;
  wage: number;
  crossing: Crossing | undefined;
  onWhy: () => void;
  /** Why it costs what it costs to cross the limit. */
  onWhyCrossing: () => void;
}

export function LimitSection({ limit, wage, crossing, onWhy, onWhyCrossing }: LimitSectionProps) {
  const { t, formats } = useSurroundings();
  if (limit <= 0) return null;
  const over = wage > limit;
  const sentence = t(over ? 'limit.over' : 'limit.under', {
    limit: formats.euros(limit),
    wage: formats.euros(wage),
    margin: formats.euros(Math.abs(limit - wage)),
  });
  return (
    <section aria-labelledby="limit-title" className={over ? 'limit over' : 'limit'}>
      <h2 id="limit-title">{t('limit.title')}</h2>
      <p>
        {sentence} <WhyButton title={t('limit.title')} amount={formats.euros(limit)} onClick={onWhy} />
      </p>
      <LimitGauge
        wage={wage}
        limit={limit}
        wageText={`${t('limit.here')} ${formats.euros(wage)}`}
        limitText={`${t('limit.limit')} ${formats.euros(limit)}`}
        sentence={sentence}
      />
      {crossing !== undefined && (
        <p className={crossing.loss > 0.5 ? 'limit-cost' : ''}>
          {crossing.loss > 0.5 ? t('limit.crossing', { loss: formats.euros(crossing.loss) }) : t('limit.more')}{' '}
          {crossing.loss > 0.5 && crossing.again !== undefined && (
            <>
              {crossing.again === null
                ? t('limit.never')
                : t('limit.again', { wage: formats.euros(crossing.again) })}{' '}
            </>
          )}
          <WhyButton title={t('limit.cost')} amount={formats.euros(crossing.loss)} onClick={onWhyCrossing} />
        </p>
      )}
      <table className="only-read">
        <caption>{t('limit.title')}</caption>
        <tbody>
          <tr>
            <th scope="row">{t('limit.here')}</th>
            <td>{formats.euros(wage)}</td>
          </tr>
          <tr>
            <th scope="row">{t('limit.limit')}</th>
            <td>{formats.euros(limit)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
