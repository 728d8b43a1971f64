// Other hours or another wage, tried beside the case: the headline follows the hand, and the case takes it over when asked.
import { useMemo, useState } from 'react';
import { Slider } from '../../components/slider/Slider';
import { withWork, workInput } from '../../case/case';
import { sliderOf } from '../../model/answer';
import { useSurroundings } from '../../model/surroundings';
import { askCompared, useAsked } from '../asking';
import { useDifferences } from '../differences';
import { useSession } from '../room';

export function TryWork() {
  const { s, work, change } = useSession();
  const { t, formats } = useSurroundings();
  const file = work.file.case;
  const input = useMemo(() => workInput(file), [file]);
  const [tried, setTried] = useState<number>();
  const moved = useMemo(
    () => (input === undefined || tried === undefined ? undefined : withWork(file, { name: input.name, value: tried })),
    [file, input, tried],
  );
  const { answer } = useAsked(moved, askCompared);
  const [, first] = useDifferences(answer);
  if (input === undefined) return null;
  const value = tried ?? input.value;
  const isHours = input.name === 'hours_per_week';
  const text = isHours
    ? t(`answer.hours.${formats.plural(value)}`, { count: formats.number(value) })
    : formats.wholeEuros(value);
  const outcome = first === undefined ? '' : s('try.left', { amount: first.ofMonth });
  function take() {
    if (moved === undefined) return;
    change((now) => ({ ...now, file: { ...now.file, case: moved } }));
    setTried(undefined);
  }
  return (
    <section aria-labelledby="try-title" className="session-box try-work">
      <h2 id="try-title">{s('try.title')}</h2>
      <Slider
        label={t(isHours ? 'answer.slider.hours' : 'answer.slider.wage')}
        hint={s('try.hint')}
        value={value}
        {...sliderOf(input.name, input.value)}
        text={text}
        outcome={outcome}
        fewer={s('try.fewer')}
        greater={s('try.greater')}
        onChange={setTried}
      />
      <p className="try-outcome" aria-live="polite">
        {outcome}
      </p>
      {tried !== undefined && (
        <div className="session-row">
          <button type="button" className="session-button main" onClick={take}>
            {s('try.take')}
          </button>
          <button type="button" className="session-button" onClick={() => setTried(undefined)}>
            {s('try.back')}
          </button>
        </div>
      )}
    </section>
  );
}
