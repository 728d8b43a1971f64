// By whom and on which paper a fact is known.
import { useId } from 'react';
import { useSurroundings } from '../../model/surroundings';
import { useSession } from '../room';
import { useNoteFact } from './changing';

export const people = ['client', 'coach', 'kela'] as const;
export const papers = ['decision', 'payslip', 'contract', 'notice', 'other'] as const;

export interface FactSourceProps {
  path: string;
  isOpen: boolean;
}

export function FactSource({ path, isOpen }: FactSourceProps) {
  const { s, work } = useSession();
  const note = useNoteFact();
  const id = useId();
  const words = useSourceWords();
  const noted = work.file.sheet.facts[path] ?? {};
  if (!isOpen) return <>{words(path) || '–'}</>;
  return (
    <div className="fact-source">
      <label htmlFor={`${id}-who`} className="only-read">
        {s('facts.by')}
      </label>
      <select
        id={`${id}-who`}
        value={noted.by ?? ''}
        onChange={(event) => note(path, { by: event.currentTarget.value })}
      >
        <option value="">{s('facts.by')}</option>
        {people.map((one) => (
          <option key={one} value={one}>
            {s(`who.${one}`)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-paper`} className="only-read">
        {s('facts.paper')}
      </label>
      <select
        id={`${id}-paper`}
        value={noted.source ?? ''}
        onChange={(event) => note(path, { source: event.currentTarget.value, status: 'on_paper' })}
      >
        <option value="">{s('facts.paper')}</option>
        {papers.map((one) => (
          <option key={one} value={one}>
            {s(`paper.${one}`)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-date`} className="only-read">
        {s('facts.paper_date')}
      </label>
      <input
        id={`${id}-date`}
        type="date"
        value={noted.date ?? ''}
        onChange={({ currentTarget: { value } }) => value !== '' && note(path, { date: value })}
      />
    </div>
  );
}

/** Kela's adviser, decision 1.9.2025 */
export function useSourceWords(): (path: string) => string {
  const { s, work } = useSession();
  const { formats } = useSurroundings();
  return (path) => {
    const { by, source, date } = work.file.sheet.facts[path] ?? {};
    const person = people.find((one) => one === by);
    const paper = papers.find((one) => one === source);
    const onPaper = [
      paper === undefined ? source : s(`paper.${paper}`),
      date === undefined ? undefined : formats.date(date),
    ];
    return [
      person === undefined ? by : s(`who.${person}`),
      onPaper.filter((part) => part !== undefined && part !== '').join(' '),
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(', ');
  };
}
