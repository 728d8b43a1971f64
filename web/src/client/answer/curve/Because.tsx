// Why the curve turns where it does: the rule, the amounts of the law it rests on with their dates, the sections.
import { useSurroundings } from '../../../model/surroundings';
import { Citations, citationText } from '../../../components/citations/Citations';
import type { Citation, EdgeCause } from '../../../engine/answers';
import { amountsOf } from '../../../model/turns';

export interface BecauseProps {
  causes: readonly EdgeCause[];
  /** The title of a rule with whose it is, unless it is the client's. */
  titleOf: (title: string, person: string | null) => string;
}

export function Because({ causes, titleOf }: BecauseProps) {
  const { t, formats } = useSurroundings();
  // A condition that turns of its own is no rule: the amounts it rests on say what binds.
  const rules = causes.filter(({ variable }) => variable !== 'condition');
  const titles = [...new Set(rules.map(({ title, person }) => titleOf(title, person)))];
  const amounts = amountsOf(causes);
  return (
    <div className="because">
      {titles.length > 0 && <span>{t('turn.because', { titles: titles.join(', ') })}</span>}
      {amounts.map(({ parameter, title, text, valid_from }) => (
        <span key={parameter}>
          {title} {text}
          {valid_from !== undefined && `, ${t('turn.since', { month: formats.fromMonth(valid_from) })}`}.
        </span>
      ))}
      <Citations citations={sections(causes)} />
    </div>
  );
}

/** Of the rules and the amounts, each once. */
function sections(causes: readonly EdgeCause[]): Citation[] {
  const all = causes.flatMap(({ citations = [], parameters = [] }) => [
    ...citations,
    ...parameters.flatMap((parameter) => parameter.citations ?? []),
  ]);
  return [...new Map(all.map((citation) => [citationText(citation), citation])).values()];
}
