// Check your answers: every detail with its value as the engine read it, how it is known, what it may move, and a way to change
// it that comes back here.
import { useMemo } from 'react';
import { Button } from 'suomifi-ui-components';
import type { CaseFile } from '../../case/case';
import type { Variable } from '../../engine/answers';
import { useOpenFacts } from '../../model/open_facts';
import { figureKey } from '../../model/parts';
import { useSurroundings } from '../../model/surroundings';
import { useTitle } from '../../model/title';
import { useUsed } from '../../model/used';
import { detailsOf, shownQuestions, type Detail } from '../details/details';
import type { Wording } from '../interview/describe';
import { openInputs } from '../interview/open_inputs';
import { question, type Answers, type QuestionId } from '../interview/questions';
import { useOwnedTitle } from '../owned_title';
import { statusOf, type KnownAs } from './known_as';
import './check_page.css';

export interface CheckPageProps {
  file: CaseFile;
  answers: Answers;
  variables: ReadonlyMap<string, Variable>;
  onCorrect: (id: QuestionId) => void;
  onAnswer: () => void;
}

/** Glyph and word: the colour only repeats them. */
const glyphs: Readonly<Record<KnownAs, string>> = { told: '✓', paper: '≡', assumed: '≈', unknown: '?' };

export function CheckPage({ file, answers, variables, onCorrect, onAnswer }: CheckPageProps) {
  const { t, formats } = useSurroundings();
  useTitle(t('check.title'));
  const ownedTitle = useOwnedTitle();
  const wording: Wording = { t, formats, variables };
  const inputs = shownQuestions(answers).flatMap((id) => {
    const asked = question(id);
    return asked.kind === 'input' ? [asked.input] : [];
  });
  const rows = detailsOf(file, answers, useUsed(file, inputs), wording, ownedTitle);
  const isOpen = useMemo(() => openInputs(answers), [answers]);
  const { facts = [], open = [] } = useOpenFacts(file, isOpen) ?? {};
  const unknown = new Set(open.map((fact) => figureKey(fact.variable, fact.person)));
  const moves = new Map(facts.map((fact) => [figureKey(fact.variable, fact.person), fact.moves]));
  return (
    <div className="check-page">
      <h1 tabIndex={-1}>{t('check.title')}</h1>
      <p>{t('check.lead')}</p>
      <dl className="check-list">
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            known={unknown.has(row.key) ? 'unknown' : statusOf(file, row)}
            moves={moves.get(row.key)}
            onCorrect={onCorrect}
          />
        ))}
      </dl>
      <div>
        <Button onClick={onAnswer}>{t('check.answer')}</Button>
      </div>
    </div>
  );
}

type RowProps = { row: Detail; known: KnownAs; moves: number | undefined; onCorrect: (id: QuestionId) => void };

function Row({ row: { id, title, text }, known, moves, onCorrect }: RowProps) {
  const { t, formats } = useSurroundings();
  const isSettled = known === 'told' || known === 'paper';
  return (
    <div>
      <dt>{title}</dt>
      <dd className="check-value">{text}</dd>
      <dd>
        <span className={`check-status ${known}`}>
          <span aria-hidden="true">{glyphs[known]}</span> {t(`check.${known}`)}
        </span>
        {!isSettled && moves !== undefined && moves >= 1 && (
          <span className="soft"> {t('check.moves', { amount: formats.wholeEuros(moves) })}</span>
        )}
      </dd>
      {id !== undefined && (
        <dd className="no-print">
          <button
            type="button"
            className="check-change"
            aria-label={t('assumed.correct.label', { title })}
            onClick={() => onCorrect(id)}
          >
            {t('assumed.correct')}
          </button>
        </dd>
      )}
    </div>
  );
}
