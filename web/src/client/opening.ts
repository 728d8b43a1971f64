// Cases that come from outside: a file someone opens, a link that carries one.
import { useCallback, useEffect, useRef } from 'react';
import type { CaseFile } from '../case/case';
import { unpackCase } from '../case/case_link';
import { mostBytes } from '../case/limits';
import { openCase } from '../case/open_case';
import { useSurroundings } from '../model/surroundings';
import { carriedBy } from './routes';

export interface Opening {
  path: string;
  replace: (path: string) => void;
  onCase: (file: CaseFile) => void;
  onProblem: (text: string) => void;
}

/** Reads what a link carries, at once and out of the address; returns what opens a file. */
export function useOpening({ path, replace, onCase, onProblem }: Opening): (chosen: File) => void {
  const { t } = useSurroundings();
  // Read twice in a row, as strict mode does, it would be opened twice.
  const read = useRef<string>(undefined);
  useEffect(() => {
    const carried = carriedBy(path);
    if (carried === undefined || read.current === carried) return;
    read.current = carried;
    replace('/');
    void unpackCase(carried).then((file) => {
      read.current = undefined;
      if (file === undefined) onProblem(t('file.link_bad'));
      else onCase(file);
    });
  }, [path, replace, onCase, onProblem, t]);
  return useCallback(
    (chosen: File) => {
      if (chosen.size > mostBytes) {
        onProblem(t('file.too_large', { size: mostBytes / 1024 }));
        return;
      }
      void chosen
        .text()
        .then(openCase)
        .then(
          (opened) => {
            if ('file' in opened) onCase(opened.file);
            else if (opened.problem === 'mistake') onProblem(t('file.mistake', { line: opened.line }));
            else onProblem(t('file.no_case'));
          },
          () => onProblem(t('app.failed')),
        );
    },
    [onCase, onProblem, t],
  );
}
