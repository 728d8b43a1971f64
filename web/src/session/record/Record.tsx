// The record of a session on paper: tomorrow, the year, how it was computed. In easy Finnish the first two, in larger type.
import { useEffect, useMemo, useState } from 'react';
import type { CaseFile } from '../../case/case';
import { copyOf } from '../../case/file';
import type { Explanation, Results } from '../../engine/answers';
import { leftOver } from '../../model/parts';
import { receiptOf, type Receipt } from '../../model/receipt';
import { useSurroundings } from '../../model/surroundings';
import { useAsked, type Ask } from '../asking';
import { askWhy, type WhyQuestion } from '../decision/decision';
import { useSession } from '../room';
import { usePrintedFoot } from './foot';
import { SheetHow } from './SheetHow';
import { SheetTomorrow } from './SheetTomorrow';
import { SheetYear } from './SheetYear';

export interface RecordProps {
  onReceipt: (receipt: Receipt | undefined) => void;
}

const askAnswer: Ask<CaseFile, Results> = (engine, file, language) => engine.calc(file, language, 'receipt');

export function Record({ onReceipt }: RecordProps) {
  const { s, work, compared, shown } = useSession();
  const { t, formats, language } = useSurroundings();
  const receipt = useReceipt(onReceipt);
  const month = compared.answer?.timeline.months[work.month];
  const file = work.file.case;
  const scenario = file.scenarios?.[1]?.name ?? file.scenarios?.[0]?.name ?? '';
  const isEasy = language === 'fi-simple';
  const why = useMemo(
    (): WhyQuestion | undefined =>
      month === undefined || isEasy ? undefined : { file, scenario, variable: leftOver, month },
    [file, scenario, month, isEasy],
  );
  const { answer: explained, upToDate } = useAsked<WhyQuestion, Explanation>(why, askWhy);
  const about = [
    t('app.name'),
    work.file.sheet.code,
    formats.date(work.meeting.date),
    receipt === undefined ? '' : s('record.code', { code: receipt.code }),
  ];
  usePrintedFoot(
    about.filter((text) => text !== '').join(' · '),
    s('record.estimate'),
    s('record.page', { page: '{page}', pages: '{pages}' }),
  );
  const { answer } = shown;
  // An answer to the case as it was, or in the language before, is not printed as this one.
  const isWhole = compared.upToDate && shown.upToDate && receipt?.language === language && (isEasy || upToDate);
  if (answer === undefined) return <p role="status">{t('app.loading')}</p>;
  return (
    <div className="record" data-ready={isWhole}>
      <SheetTomorrow results={answer} />
      <SheetYear results={answer} />
      {!isEasy && <SheetHow results={answer} explained={explained?.figure} receipt={receipt} />}
      <p className="record-last">{s('record.last')}</p>
    </div>
  );
}

/** Made of the answer to the case as it stands. */
function useReceipt(onReceipt: (receipt: Receipt | undefined) => void): Receipt | undefined {
  const { work } = useSession();
  const { answer } = useAsked(work.file.case, askAnswer);
  const [receipt, setReceipt] = useState<Receipt>();
  const text = useMemo(() => JSON.stringify(copyOf(work.file.case)), [work.file.case]);
  const { date } = work.meeting;
  useEffect(() => {
    if (answer === undefined) return undefined;
    let current = true;
    void receiptOf(answer, text, date).then((made) => {
      if (!current) return;
      setReceipt(made);
      onReceipt(made);
    });
    return () => {
      current = false;
    };
  }, [answer, text, date, onReceipt]);
  return receipt;
}
