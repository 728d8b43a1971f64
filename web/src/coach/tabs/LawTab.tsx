// This household under another law: a reform that ships with the rules, or an overlay one opens.
import { useEffect, useRef, useState } from 'react';
import type { OtherLaw } from '../../engine/authoring';
import { isRefused, type Diagnostic, type Results } from '../../engine/answers';
import { SelectField } from '../../components/select_field/SelectField';
import { leftOver } from '../../model/parts';
import { amountIn, differenceOf, figureOf, planFigures } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { codeOf } from '../files/store';
import { useSay } from '../texts/texts';
import { FiguresTable } from './FiguresTable';
import type { TabProps } from './Tabs';

const shipped: Readonly<Record<string, () => Promise<string>>> = import.meta.glob<string>(
  ['../../../../rules/fi/overlays/*.yaml', '!../../../../rules/fi/overlays/*.test.yaml'],
  { query: '?raw', import: 'default' },
);
const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.yaml$/, '');

interface Opened {
  name: string;
  text: string;
}

type Law = { law: OtherLaw } | { problems: readonly Diagnostic[] } | { failed: true };

/** The law of an overlay; its worker ends with it. */
function useLaw(overlay: Opened | undefined): Law | undefined {
  const [state, setState] = useState<{ overlay: Opened; law: Law }>();
  useEffect(() => {
    if (overlay === undefined) return undefined;
    let current = true;
    let own: OtherLaw | undefined;
    const load = async (): Promise<Law> => {
      const { lawWith } = await import('../../engine/authoring');
      const found = await lawWith({ path: `${overlay.name}.yaml`, text: overlay.text });
      if ('problems' in found) return found;
      own = found;
      return { law: found };
    };
    load().then(
      (law) => {
        if (current) setState({ overlay, law });
        else own?.close();
      },
      () => {
        if (current) setState({ overlay, law: { failed: true } });
      },
    );
    return () => {
      current = false;
      own?.close();
    };
  }, [overlay]);
  return state?.overlay === overlay ? state?.law : undefined;
}

export function LawTab(props: TabProps) {
  const { client } = props;
  const say = useSay();
  const { language } = useSurroundings();
  const [overlay, setOverlay] = useState<Opened>();
  const input = useRef<HTMLInputElement>(null);
  const law = useLaw(overlay);
  const file = client.file.case;
  const [answer, setAnswer] = useState<{ law: Law; results: Results }>();
  useEffect(() => {
    if (law === undefined || !('law' in law)) return undefined;
    let current = true;
    void law.law.figures(file, language, planFigures).then((told) => {
      if (current && !isRefused(told)) setAnswer({ law, results: told });
    });
    return () => {
      current = false;
    };
  }, [law, file, language]);
  const choose = async (path: string) => {
    const text = await shipped[path]?.();
    setOverlay(text === undefined ? undefined : { name: nameOf(path), text });
  };
  const chosen = Object.keys(shipped).find((path) => nameOf(path) === overlay?.name) ?? '';
  return (
    <>
      <h2>{say('tab.law')}</h2>
      <p>{say('other_law.lead')}</p>
      <div className="row no-print">
        <SelectField
          label={say('other_law.choose')}
          value={chosen}
          onChange={(path) => void choose(path)}
          options={[
            { value: '', title: overlay !== undefined && chosen === '' ? overlay.name : say('fact.choose') },
            ...Object.keys(shipped).map((path) => ({ value: path, title: reformTitle(nameOf(path), say) })),
          ]}
        />
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {say('other_law.open')}
        </button>
        <input
          ref={input}
          type="file"
          accept=".yaml,.yml"
          hidden
          aria-hidden="true"
          tabIndex={-1}
          onChange={(event) => {
            const opened = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (opened !== undefined)
              void opened.text().then((text) => setOverlay({ name: opened.name.replace(/\.ya?ml$/, ''), text }));
          }}
        />
      </div>
      {overlay !== undefined && (
        <Shown {...props} law={law} other={answer?.law === law ? answer?.results : undefined} />
      )}
    </>
  );
}

const titles = ['linear-disability-pension', 'higher-earnings-limit', 'flexible-model'] as const;

function reformTitle(name: string, say: ReturnType<typeof useSay>): string {
  const known = titles.find((one) => one === name);
  return known === undefined ? name : say(`reform.${known}`);
}

interface ShownProps extends TabProps {
  law: Law | undefined;
  /** By the other law; `results` are today's. */
  other: Results | undefined;
}

function Shown({ law, other, ...props }: ShownProps) {
  const say = useSay();
  if (law === undefined) return <p role="status">{say('computing')}</p>;
  if ('failed' in law) return <p role="alert">{say('other_law.failed')}</p>;
  if ('problems' in law) {
    return (
      <div role="alert" className="box box-limit">
        <p>{say('other_law.problems')}</p>
        <ul>
          {law.problems.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              {line !== undefined && `${say('problem.line', { line })}: `}
              {message}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return other === undefined ? <p role="status">{say('computing')}</p> : <Beside {...props} other={other} />;
}

function Beside({ client, scenario, month, results: own, other }: TabProps & { other: Results }) {
  const say = useSay();
  const { formats } = useSurroundings();
  const at = (results: Results) => amountIn(results, scenario, leftOver, null, month) ?? 0;
  const of = (results: Results) => figureOf(results, scenario, leftOver, null)?.values ?? [];
  return (
    <>
      <p>
        {say('other_law.sentence', {
          offer: own.scenarios[scenario]?.name ?? '',
          month: formats.inMonth(own.timeline.months[month] ?? ''),
          own: formats.euros(at(own)),
          other: formats.euros(at(other)),
          change: formats.change(differenceOf(at(other), at(own))),
        })}
      </p>
      <FiguresTable
        name={`${codeOf(client)}-another-law`}
        title={say('tab.law')}
        rows={own.timeline.months.map((one) => formats.month(one))}
        rowsTitle={say('months.month')}
        columns={[
          { key: 'own', title: say('other_law.own'), values: of(own) },
          { key: 'other', title: say('other_law.other'), values: of(other) },
        ]}
        rules={other.rules}
      />
    </>
  );
}
