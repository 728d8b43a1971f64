// What was agreed in easy Finnish, in the order of the days, for somebody to read aloud, or for a voice of this computer. The
// duties have the rules' own words in easy Finnish; what people wrote stands as they wrote it.
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { formats as formatsOf } from '../../catalogue/formats';
import { partTranslator } from '../../catalogue/languages';
import { dutyId } from '../../case/file';
import type { CaseFile } from '../../case/case';
import type { Compared } from '../../engine/answers';
import { leftOver } from '../../model/parts';
import { useAsked, type Ask } from '../asking';
import { useSession } from '../room';
import type { SessionTexts } from '../room';
import { sessionTexts } from '../texts/texts';
import { filledFrom } from './agreeing';
import { hush, localVoice, onVoices, speak } from './speech';

const askEasy: Ask<CaseFile, Compared> = (engine, file) => engine.compare(file, 'fi-simple');

const easyFormats = formatsOf('fi-simple');

function useEasyTexts(): SessionTexts | undefined {
  const [easy, setEasy] = useState<SessionTexts>();
  useEffect(() => {
    let current = true;
    void sessionTexts['fi-simple']().then((texts) => {
      if (current) setEasy(() => partTranslator(texts));
    });
    return () => {
      current = false;
    };
  }, []);
  return easy;
}

function useEasySentences(easy: SessionTexts | undefined): { rows: readonly string[]; left: string } {
  const { work } = useSession();
  const { answer } = useAsked(work.file.case, askEasy);
  const { agreed } = work.file.sheet;
  return useMemo(() => {
    if (easy === undefined) return { rows: [], left: '' };
    const tasks = new Map((answer?.scenarios[1]?.to_do ?? []).map((task) => [`duty ${dutyId(task)}`, task.title]));
    const rows = [...agreed]
      .sort((a, b) => (a.by ?? '').localeCompare(b.by ?? ''))
      .map((row) =>
        easy('aloud.row', {
          who: row.who === undefined ? '' : easy(`aloud.${row.who}`),
          what: tasks.get(filledFrom(row)) ?? row.what,
          day: row.by === undefined ? '' : easyFormats.date(row.by),
        }),
      );
    const month = answer?.timeline.months[work.month];
    const change = answer?.differences.find(({ variable }) => variable === leftOver)?.months[1]?.[work.month];
    if (month === undefined || change === undefined) return { rows, left: '' };
    const amount = easyFormats.wholeEuros(Math.abs(change));
    const key = Math.round(change) === 0 ? 'aloud.same' : change > 0 ? 'aloud.more' : 'aloud.less';
    return { rows, left: easy(key, { amount, month: easyFormats.inMonth(month) }) };
  }, [easy, answer, agreed, work.month]);
}

export function ReadAloud() {
  const { s } = useSession();
  const easy = useEasyTexts();
  const { rows, left } = useEasySentences(easy);
  const voice = useSyncExternalStore(onVoices, () => localVoice('fi'));
  const [isReading, setReading] = useState(false);
  useEffect(() => hush, []);
  return (
    <aside className="session-live" lang="fi" aria-labelledby="aloud-title">
      <h2 id="aloud-title">{easy?.('aloud.title')}</h2>
      {voice !== undefined && (
        <button
          type="button"
          className="session-button"
          onClick={() => {
            if (isReading) hush();
            else speak([...rows, left], voice);
            setReading(!isReading);
          }}
        >
          {s(isReading ? 'aloud.stop' : 'aloud.start')}
        </button>
      )}
      <ol className="aloud">
        {rows.map((row, index) => (
          <li key={`${index} ${row}`}>{row}</li>
        ))}
      </ol>
      {left !== '' && <p className="session-box">{left}</p>}
    </aside>
  );
}
