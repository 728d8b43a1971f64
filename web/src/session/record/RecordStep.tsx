// The record: its language apart from the screen's, what is written at its head, and the files that go with it. What is printed
// stands below as it will be on paper.
import { useCallback, useState } from 'react';
import { languageNames, languages, type Language } from '../../catalogue/languages';
import { writeFile } from '../../case/file';
import { SelectField } from '../../components/select_field/SelectField';
import { useSurroundings } from '../../model/surroundings';
import type { Receipt } from '../../model/receipt';
import { useSession } from '../room';
import { InLanguage } from './InLanguage';
import { MeetingFields } from './MeetingFields';
import { Record } from './Record';
import { downloadText } from './download';
import { fileNames } from './file_names';
import './record.css';

export function RecordStep() {
  const { s, work, clear, go } = useSession();
  const { language: screen } = useSurroundings();
  const [language, setLanguage] = useState<Language>(screen);
  const [receipt, setReceipt] = useState<Receipt>();
  const names = fileNames(work.file.sheet.code);
  const keepReceipt = useCallback((made: Receipt | undefined) => setReceipt(made), []);
  return (
    <section aria-labelledby="record-title" className="session-stack">
      <div className="session-title-row no-print">
        <h1 id="record-title" tabIndex={-1}>
          {s('record.title')}
        </h1>
        <SelectField
          label={s('record.language')}
          value={language}
          options={languages.map((one) => ({ value: one, title: languageNames[one] }))}
          onChange={(value) => setLanguage(languages.find((one) => one === value) ?? screen)}
        />
      </div>
      <MeetingFields />
      <div className="session-row no-print">
        <button type="button" className="session-button main" onClick={() => window.print()}>
          {s('record.print')}
        </button>
        <button
          type="button"
          className="session-button"
          disabled={receipt === undefined}
          onClick={() => downloadText(names.receipt, JSON.stringify(receipt, null, 2), 'application/json')}
        >
          {s('record.receipt')}
        </button>
        <button
          type="button"
          className="session-button"
          onClick={() => downloadText(names.file, writeFile(work.file, work.text), 'application/yaml')}
        >
          {s('record.file')}
        </button>
        <button type="button" className="session-button" onClick={() => go('agreed')}>
          {s('record.back')}
        </button>
        <button type="button" className="session-button" onClick={clear}>
          {s('clear')}
        </button>
      </div>
      <InLanguage language={language}>
        <Record onReceipt={keepReceipt} />
      </InLanguage>
    </section>
  );
}
