// What the engine found wrong with a case, in the reader's words: of which detail, what, and what would be right.
import { InlineAlert } from 'suomifi-ui-components';
import { useSurroundings } from '../../model/surroundings';
import type { CaseFile } from '../../case/case';
import { placeInCase, type Key } from '../../case/place_in_case';
import { fill } from '../../catalogue/messages';
import { problems, type ProblemTexts } from '../../catalogue/problems';
import type { Diagnostic, Variable } from '../../engine/answers';

export interface ProblemsProps {
  diagnostics: readonly Diagnostic[];
  file: CaseFile;
  /** The rules' inputs. */
  variables: ReadonlyMap<string, Variable>;
}

export function Problems({ diagnostics, file, variables }: ProblemsProps) {
  const { t, formats, language } = useSurroundings();
  const texts = problems[language];

  const ownerOf = ([first, second]: Key[]): string | undefined =>
    first === 'spouse'
      ? t('person.spouse')
      : first === 'children' && typeof second === 'number'
        ? t('person.child', { number: String(second + 1) })
        : undefined;
  const nameOf = (key: string) => variables.get(key)?.title ?? key;

  function words({ name, message, found, hint, column }: Diagnostic): string {
    if (name === 'unsupported') return message;
    const place = column === undefined ? [] : placeInCase(file, column);
    const key = place.filter((one) => typeof one === 'string').at(-1);
    const variable = key === undefined ? undefined : variables.get(key);
    const owner = ownerOf(place);
    const title = key === undefined ? '' : owner === undefined ? nameOf(key) : `${nameOf(key)} (${owner})`;
    const said = [texts[isWorded(name, texts) ? name : 'bad_case']];
    const [low, high] = variable?.bounds ?? [];
    if (name === 'out_of_bounds' && typeof low === 'number' && typeof high === 'number')
      said.push(t('question.range', { low: formats.number(low), high: formats.number(high) }));
    if (name === 'bad_value' && variable?.type === 'number')
      said.push(t('question.missing.number', { example: formats.number(variable.bounds?.[0] ?? 1) }));
    if (hint !== undefined && name === 'unknown_variable') said.push(fill(texts.meant, { name: nameOf(hint) }));
    // An unknown key is its own title.
    const value = found === undefined || found === key ? '' : ` (${found})`;
    return title === '' ? `${said.join(' ')}${value}` : `${title}${value}: ${said.join(' ')}`;
  }

  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return (
    <InlineAlert status="error">
      <ul className="problems">
        {[...new Set(errors.map(words))].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </InlineAlert>
  );
}

const isWorded = (name: string, texts: ProblemTexts): name is keyof ProblemTexts => name in texts;
