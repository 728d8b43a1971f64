// Files that could not be opened, each with everything that is wrong in it and the line.
import { setFiles, useFiles } from '../files/store';
import { useSay } from '../texts/texts';

export function OpenedProblems() {
  const say = useSay();
  const { closed } = useFiles();
  if (closed.length === 0) return null;
  return (
    <section className="box box-limit" role="alert" aria-label={say('closed.title')}>
      <h2 className="h3">{say('closed.title')}</h2>
      <ul className="closed">
        {closed.map(({ name, problems }) => (
          <li key={name}>
            <b>{name}</b>
            <ul>
              {problems === 'unreadable' ? (
                <li>{say('problem.unreadable')}</li>
              ) : (
                problems.map(({ line, problem, path, found, expected }) => (
                  <li key={`${line} ${path.join('.')} ${problem}`}>
                    {say('problem.line', { line })}
                    {path.length > 0 && ` ${path.join('.')}`}
                    {found !== undefined && ` (${found})`}:{' '}
                    {say(`problem.${problem}`, { words: expected?.join(', ') ?? '' })}
                  </li>
                ))
              )}
            </ul>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => setFiles((before) => ({ ...before, closed: [] }))}>
        {say('closed.seen')}
      </button>
    </section>
  );
}
