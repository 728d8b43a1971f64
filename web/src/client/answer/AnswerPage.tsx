// The answer: one sentence first, then what it is made of. The slider moves all of it in the same frame.
import type { CaseFile } from '../../case/case';
import { WhyLater } from '../../components/why/WhyLater';
import type { Results, Variable } from '../../engine/answers';
import { leftOver } from '../../model/parts';
import { useSurroundings } from '../../model/surroundings';
import { useTitle } from '../../model/title';
import { DetailsSection } from '../details/DetailsSection';
import type { Answers, QuestionId } from '../interview/questions';
import { AnswerHead } from './AnswerHead';
import { unsettledAllowances } from '../interview/case_of_answers';
import { HeldAnswer } from './HeldAnswer';
import { OtherWork } from './OtherWork';
import { LawNotice } from './LawNotice';
import { RefusedAnswer } from './RefusedAnswer';
import { CompareSection } from './sections/CompareSection';
import { EurosSection } from './sections/EurosSection';
import { LimitSection } from './sections/LimitSection';
import { TakeSection } from './sections/TakeSection';
import { TodoSection } from './sections/TodoSection';
import { UnverifiedSection } from './sections/UnverifiedSection';
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
}

/** More rows than this are printed smaller, so that they fit one page; a duty takes three, an assumption two. */
const mostLines = 15;

export function AnswerPage(props: AnswerPageProps) {
  const { file, variables, onChange, onAgain } = props;
  const { t, simple } = useSurroundings();
  const view = useView(file, onChange);
  const { model, moving, why, shown } = view;
  const { refused, assumptions } = model;
  useTitle(t('answer.title'));
  const details = <Details {...props} />;
  const unsettled = unsettledAllowances(file);
  const lines = shown === undefined ? 0 : shown.parts.length + 3 * shown.tasks.length + 2 * assumptions.length;
  const classes = `answer-page${simple ? ' simple' : ''}${lines > mostLines ? ' dense' : ''}`;
  return (
    <div className={classes} aria-busy={!model.upToDate || moving.value !== model.input?.value}>
      {/* One heading in one place for all states: whoever stands on it stays there when the figures come. */}
      <AnswerHead view={view} held={unsettled.length > 0} onWhy={() => why.ask(leftOver)} />
      {refused !== undefined ? (
        <RefusedAnswer {...{ file, variables, onAgain }} diagnostics={refused} details={details} />
      ) : (
        shown !== undefined &&
        (unsettled[0] === undefined ? (
          <Answered {...props} view={view} shown={shown} />
        ) : (
          <HeldAnswer {...props} asked={unsettled[0]} details={details} />
        ))
      )}
      {why.asked !== undefined && <WhyLater {...why.asked} onClose={why.close} />}
    </div>
  );
}

function Answered(props: AnswerPageProps & { view: View; shown: Shown }) {
  const { file, onFile, onAgain, shown } = props;
  const { model, moving, why, titles } = props.view;
  const { t, simple } = useSurroundings();
  const { results, parts, left, limit, wage } = shown;
  const { input, sweep, crossing, assumptions } = model;
  const { value, move } = moving;
  const { months, typical } = results.timeline;
  const household = personsOf(results).length > 1;
  return (
    <>
      <LawNotice {...{ file, results }} />
      {input !== undefined && sweep !== undefined && value !== undefined && (
        <WorkSlider input={input.name} value={value} highest={input.value} sentence={shown.sentence} onChange={move} />
      )}
      <CompareSection {...{ parts, left, sweep, household }} onWhy={why.ask} />
      <LimitSection
        {...{ limit, wage, crossing }}
        onWhy={() => why.ask('client.disability_pension.earnings_limit')}
        onWhyCrossing={() => crossing && why.askBetween(crossing.file, [t('limit.at'), t('limit.cent_over')])}
      />
      <TodoSection tasks={shown.tasks} begins={typical ? months[0] : undefined} ownedTitle={titles.owned} />
      {!simple && <EurosSection parts={parts} onWhy={why.ask} />}
      {!simple && (
        <OtherWork
          {...{ file, model, results, value, titles }}
          now={left.now}
          hasLimit={limit > 0}
          askBetween={why.askBetween}
        />
      )}
      <Details {...props} />
      <UnverifiedSection assumptions={assumptions} />
      <TakeSection {...{ file, onFile, onAgain }} />
      <RulesLine results={results} />
    </>
  );
}

function Details({ file, answers, variables, onCorrect }: AnswerPageProps) {
  return <DetailsSection {...{ file, answers, variables, onCorrect }} />;
}

function RulesLine({ results: { rules } }: { results: Results }) {
  const { t, formats } = useSurroundings();
  const month = formats.untilMonth(rules?.law_until ?? '2026-12');
  return <p className="soft rules-line">{t('app.rules', { version: rules?.version ?? '', month })}</p>;
}
