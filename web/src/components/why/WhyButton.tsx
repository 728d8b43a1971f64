// "Why?" beside a figure. Screen readers hear which figure.
import { useSurroundings } from '../../model/surroundings';
import './why.css';

export interface WhyButtonProps {
  title: string;
  amount: string;
  onClick: () => void;
}

export function WhyButton({ title, amount, onClick }: WhyButtonProps) {
  const { t } = useSurroundings();
  return (
    <button
      type="button"
      className="why-button"
      aria-label={t('why.button.label', { title, amount })}
      onClick={onClick}
    >
      {t('why.button')}
    </button>
  );
}
