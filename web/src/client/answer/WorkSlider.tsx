// The hours (or the wage) under the hand: everything on the page follows.
import type { WorkInput } from '../../case/case';
import { Slider } from '../../components/slider/Slider';
import { sliderOf } from '../../model/answer';
import { useSurroundings } from '../../model/surroundings';

export interface WorkSliderProps {
  input: WorkInput['name'];
  /** Where it stands, and the value of the case. */
  value: number;
  highest: number;
  sentence: string;
  onChange: (value: number) => void;
}

export function WorkSlider({ input, value, highest, sentence, onChange }: WorkSliderProps) {
  const { t, formats } = useSurroundings();
  const hours = input === 'hours_per_week';
  return (
    <section className="card no-print">
      <Slider
        label={t(hours ? 'answer.slider.hours' : 'answer.slider.wage')}
        hint={t('answer.slider.hint')}
        value={value}
        {...sliderOf(input, highest)}
        text={hours ? `${formats.number(value, 2)} ${t('unit.hours_per_week')}` : formats.wholeEuros(value)}
        outcome={sentence}
        fewer={t('answer.fewer')}
        greater={t('answer.greater')}
        onChange={onChange}
      />
    </section>
  );
}
