// The value that Kela has: typed or picked, and the case goes on with it.
import { useId, useState } from 'react';
import { readNumber } from '../../catalogue/numbers';
import { unitText } from '../../client/interview/describe';
import { useSurroundings } from '../../model/surroundings';
import type { Variable } from '../../engine/answers';
import type { Json } from '../../case/case';
import { useSession } from '../room';
import { saidOf, useChangeFact } from './changing';
import { useFactWords } from './fact_words';
import type { WeighedFact } from './weights';

export function KelaValue({ fact }: { fact: WeighedFact }) {
  const { s, variables } = useSession();
  const { titleOf, valueOf } = useFactWords();
  const change = useChangeFact();
  const variable = variables.get(fact.variable);
  if (variable === undefined) return null;
  const title = titleOf(fact);
  const take = (to: Json) =>
    change({
      path: fact.path,
      keys: fact.keys,
      title,
      from: saidOf(fact.given),
      to,
      fromText: valueOf(fact.variable, fact.given ?? fact.used),
      toText: valueOf(fact.variable, to),
    });
  const label = s('facts.kela_value', { title });
  const given = fact.given ?? fact.used;
  return variable.type === 'boolean' || variable.members !== undefined ? (
    <Pick
      variable={variable}
      label={label}
      value={typeof given === 'object' ? '' : String(given ?? '')}
      onTake={take}
    />
  ) : (
    <Type variable={variable} label={label} onTake={take} />
  );
}

interface ValueProps {
  variable: Variable;
  label: string;
  onTake: (value: Json) => void;
}

function Pick({ variable, label, value, onTake }: ValueProps & { value: string }) {
  const { t } = useSurroundings();
  const isTruth = variable.type === 'boolean';
  const truths = [
    { name: 'true', title: t('question.yes') },
    { name: 'false', title: t('question.no') },
  ];
  return (
    <select
      className="kela-value"
      aria-label={label}
      value={value}
      onChange={({ currentTarget: { value: picked } }) => onTake(isTruth ? picked === 'true' : picked)}
    >
      {(isTruth ? truths : (variable.members ?? [])).map(({ name, title }) => (
        <option key={name} value={name}>
          {title}
        </option>
      ))}
    </select>
  );
}

function Type({ variable, label, onTake }: ValueProps) {
  const { s } = useSession();
  const { t } = useSurroundings();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const id = useId();
  const isNumber = variable.type === 'number';
  function submit() {
    const [low, high] = variable.bounds ?? [null, null];
    const value = isNumber ? readNumber(text) : text;
    const isOut = typeof value === 'number' && ((low !== null && value < low) || (high !== null && value > high));
    const isBad = value === undefined || value === '' || isOut;
    setProblem(isBad ? s('facts.not_read') : '');
    if (!isBad) onTake(value);
  }
  return (
    <form
      className="kela-value"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <input
        type={isNumber ? 'text' : variable.type}
        {...(isNumber ? { inputMode: 'decimal' as const } : {})}
        autoComplete="off"
        aria-label={label}
        placeholder={s('facts.kela_has')}
        value={text}
        aria-invalid={problem !== ''}
        aria-describedby={id}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <span>{isNumber ? unitText(variable, t) : ''}</span>
      <button type="submit" className="session-button main">
        {s('facts.take')}
      </button>
      <span id={id} role="alert" className="field-error">
        {problem}
      </span>
    </form>
  );
}
