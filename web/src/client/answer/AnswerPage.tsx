// The answer: one sentence first, then what it is made of. The slider moves all of it in the same frame. What stands further
// down, or in the answer's place, is fetched when the answer is there.
import type { CaseFile } from '../../case/case';
import { Later } from '../../components/later/Later';
import type { Variable } from '../../engine/answers';
import { leftOver } from '../../model/parts';
import { useSurroundings } from '../../model/surroundings';
import { useTitle } from '../../model/title';
import type { Answers, QuestionId } from '../interview/questions';
import { AnswerHead } from './AnswerHead';
import { unsettledAllowances } from '../interview/case_of_answers';
import { LawNotice } from './LawNotice';
import { CompareSection } from './sections/CompareSection';
import { personsOf } from './titles';
import { useView, type Shown, type View } from './view';
import { WorkSlider } from './WorkSlider';
import './answer_page.css';
import './answer_print.css';

export interface AnswerPageProps {
  file: CaseFile;
  answers: Answers;
  variables: ReadonlyMap<string, Variable>;
  onFile: (file: File) => void;
  onChange: (file: CaseFile) => void;
  onCorrect: (id: QuestionId) => void;
  onAgain: () => void;
  /** To the list of all details. */
  onCheck: () => void;
}

const loadMore = async () => (await import('./AnswerMore')).AnswerMore;
const loadHeld = async () => (await import('./HeldAnswer')).HeldAnswer;
const loadRefused = async () => (await import('./RefusedAnswer')).RefusedAnswer;
const loadWhy = async () => (await import('../../components/why/WhyDialog')).WhyDialog;

/** More rows than this are printed smaller, so that they fit one page; a duty takes three, an assumption two. */
const mostLines = 15;

export function AnswerPage(props: AnswerPageProps) {
  const { file, answers, onChange, onCorrect } = props;
  const { t, simple } = useSurroundings();
  const view = useView(file, answers, onChange);
  const { model, moving, why, shown } = view;
  const { refused, assumptions } = model;
  useTitle(t('answer.title'));
  const unsettled = unsettledAllowances(file);
  const lines = shown === undefined ? 0 : shown.parts.length + 3 * shown.tasks.length + 2 * assumptions.length;
  const classes = `answer-page${simple ? ' simple' : ''}${lines > mostLines ? ' dense' : ''}`;
  return (
    <div className={classes} aria-busy={!model.upToDate || moving.value !== model.input?.value}>
      {/* One heading in one place for all states: whoever stands on it stays there when the figures come. */}
      <AnswerHead view={view} held={unsettled.length > 0} onWhy={() => why.ask(leftOver)} onCorrect={onCorrect} />
      {refused !== undefined ? (
        <Later load={loadRefused} props={{ ...props, diagnostics: refused }} />
      ) : (
        shown !== undefined &&
        (unsettled[0] === undefined ? (
          <Answered {...props} view={view} shown={shown} />
        ) : (
          <Later load={loadHeld} props={{ ...props, asked: unsettled[0] }} />
        ))
      )}
      {why.asked !== undefined && <Later load={loadWhy} props={{ ...why.asked, onClose: why.close }} asked />}
    </div>
  );
}

function Answered(props: AnswerPageProps & { view: View; shown: Shown }) {
  const { file, shown } = props;
  const { model, moving, why } = props.view;
  const { results, parts, left } = shown;
  const { input, sweep } = model;
  const { value, move } = moving;
  return (
    <>
      <LawNotice {...{ file, results }} />
      {input !== undefined && sweep !== undefined && value !== undefined && (
        <WorkSlider input={input.name} value={value} highest={input.value} sentence={shown.sentence} onChange={move} />
      )}
      <CompareSection {...{ parts, left, sweep, household: personsOf(results).length > 1 }} onWhy={why.ask} />
      <Later load={loadMore} props={props} />
    </>
  );
}
