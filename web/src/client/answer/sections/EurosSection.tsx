import { useSurroundings } from '../../../model/surroundings';
import { toneOfShare, WageBar } from '../../../charts/wage_bar/WageBar';
import { WhyButton } from '../../../components/why/WhyButton';
import { leftOver, sharesOfWage, type Part, type Share } from '../../../model/parts';

export function EurosSection({ parts, onWhy }: { parts: readonly Part[]; onWhy: (variable: string) => void }) {
  const { t, formats } = useSurroundings();
  const { wage, kept, shares } = sharesOfWage(parts);
  if (wage <= 0) return null;
  const sentence =
    Math.abs(kept) < 0.005
      ? t('euros.sentence.equal', { wage: formats.euros(wage) })
      : kept > 0
        ? t('euros.sentence', {
            wage: formats.euros(wage),
            kept: formats.euros(kept),
            share: formats.share(kept / wage),
          })
        : t('euros.sentence.none', { wage: formats.euros(wage) });
  const title = (share: Share) => {
    switch (share.kind) {
      case 'kept':
        return t('euros.kept');
      case 'lost':
        return t('euros.lost');
      case 'gain':
        return t('euros.more', { title: share.title });
      case 'benefit':
        return t('euros.less', { title: share.title });
      case 'cost':
        return share.amount < 0 ? t('euros.cost_less', { title: share.title }) : share.title;
    }
  };
  return (
    <section aria-labelledby="euros-title">
      <h2 id="euros-title">{t('euros.title')}</h2>
      <p>{sentence}</p>
      <WageBar wage={wage} shares={shares} sentence={sentence} />
      <table className="shares-table euros-table">
        <caption className="only-read">{t('euros.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('euros.part')}</th>
            <th scope="col">{t('euros.amount')}</th>
            <th scope="col" className="why-cell no-print">
              <span className="only-read">{t('why.button')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.key}>
              <th scope="row">
                <span className="row-title">
                  <span className={`swatch tone-${toneOfShare(share)}`} aria-hidden="true" />
                  <span>{title(share)}</span>
                </span>
              </th>
              <td className="number">{formats.euros(share.amount)}</td>
              <td className="why-cell no-print">
                <WhyButton
                  title={title(share)}
                  amount={formats.euros(share.amount)}
                  onClick={() => onWhy(share.key === 'kept' || share.key === 'other' ? leftOver : share.key)}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('euros.wage')}</th>
            <td className="number">{formats.euros(wage)}</td>
            <td className="why-cell no-print" />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
