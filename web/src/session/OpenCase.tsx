// Where a session begins: the case in hand from the client's room, or a file. A file that cannot be read says where and why.
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { readFile } from '../case/file';
import { mostBytes } from '../case/limits';
import { useSurroundings } from '../model/surroundings';
import { OpenFile } from '../components/open_file/OpenFile';
import { caseOf } from '../client/interview/case_of_answers';
import { readKept } from '../client/kept_case';
import { useTitle } from '../model/title';
import { beginSession, fileOfCase, type SessionWork } from './session_work';
import type { SessionTexts } from './room';

export interface OpenCaseProps {
  s: SessionTexts;
  onOpen: (work: SessionWork) => void;
}

export function OpenCase({ s, onOpen }: OpenCaseProps) {
  const { t } = useSurroundings();
  const [problem, setProblem] = useState('');
  const [inHand] = useState(() => {
    const { base, answers } = readKept();
    return base === undefined ? undefined : caseOf(base, answers);
  });
  useTitle(s('title.open'));

  function openFile(chosen: File) {
    if (chosen.size > mostBytes) {
      setProblem(t('file.too_large', { size: mostBytes / 1024 }));
      return;
    }
    void chosen.text().then((text) => {
      const found = readFile(text);
      if ('read' in found) onOpen(beginSession(found.read, text));
      else {
        const lines = found.problems.map(({ line, path }) => s('open.problem', { line, place: path.join('.') }));
        setProblem([t('file.no_case'), ...lines].join(' '));
      }
    });
  }

  return (
    <div className="session-open">
      <h1 tabIndex={-1}>{s('open.title')}</h1>
      <p>{s('open.lead')}</p>
      {problem !== '' && (
        <p role="alert" className="page-note">
          {problem}
        </p>
      )}
      <div className="session-row">
        {inHand !== undefined && (
          <Button onClick={() => onOpen(beginSession(fileOfCase(inHand)))}>{s('open.in_hand')}</Button>
        )}
        <OpenFile label={s('open.file')} onFile={openFile} />
      </div>
      <p className="soft">{s('open.private')}</p>
    </div>
  );
}
