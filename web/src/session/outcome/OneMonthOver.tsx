// What if one month goes over: what it leaves or loses, what is claimed back when it is told late, what to do instead.
import { useId, useMemo, useState } from 'react';
import { readNumber } from '../../catalogue/numbers';
import { SelectField } from '../../components/select_field/SelectField';
import { useSurroundings } from '../../model/surroundings';
import { askCompared, useAsked } from '../asking';
import { useSession } from '../room';
import { overAnswer, overQuestion } from './over';

/** A long shift more. */
const usualExtra = '60';

export function OneMonthOver() {
  const { s, work, compared } = useSession();
  const { t, formats } = useSurroundings();
  const months = compared.answer?.timeline.months ?? [];
  const [chosen, setChosen] = useState<string>();
  const [text, setText] = useState(usualExtra);
  const id = useId();
  const month = chosen ?? months[work.month];
  const extra = readNumber(text);
  const question = useMemo(
    () =>
      month === undefined || extra === undefined || extra <= 0 ? undefined : overQuestion(work.file.case, month, extra),
    [work.file.case, month, extra],
  );
  const { answer } = useAsked(question, askCompared);
  const told = answer === undefined || month === undefined ? undefined : overAnswer(answer, month);
  if (work.file.case.scenarios?.[1] === undefined || month === undefined) return null;
  return (
    <section aria-labelledby="over-title" className="session-box session-stack">
      <h2 id="over-title">{s('over.title')}</h2>
      <div className="session-row over-row">
        <SelectField
          label={s('over.month')}
          value={month}
          options={months.map((one) => ({ value: one, title: formats.month(one) }))}
          onChange={setChosen}
        />
        <p className="over-extra">
          <label htmlFor={id}>{s('over.extra')}</label>
          <input
            id={id}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <span>{t('unit.euros')}</span>
        </p>
      </div>
      {told !== undefined && (
        <dl className="over-amounts" aria-live="polite">
          <div>
            <dt>{s(told.change < 0 ? 'over.lost' : 'over.gained')}</dt>
            <dd>
              <b className="number">{formats.euros(Math.abs(told.change))}</b>{' '}
              {s('over.lost.note', { months: months.length })}
            </dd>
          </div>
          <div>
            <dt>{s('over.claimed')}</dt>
            <dd>
              <b className="number">{formats.euros(told.claimedBack)}</b> {s('over.claimed.note')}
            </dd>
          </div>
          <div>
            <dt>{s('over.instead')}</dt>
            <dd>
              {told.margin === undefined
                ? s('over.no_limit')
                : told.margin < 0
                  ? s('over.already', { margin: formats.euros(Math.abs(told.margin)) })
                  : s('over.fits', { margin: formats.euros(told.margin), month: formats.untilMonth(month) })}
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}
