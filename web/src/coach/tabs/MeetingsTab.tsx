// Meetings: the case as it was, who met, what was said; two of them side by side, or one beside now.
import { useState } from 'react';
import type { CaseFile, JsonObject } from '../../case/case';
import { copyOf, type Meeting } from '../../case/file';
import { isSame } from '../../case/file/text';
import { SelectField } from '../../components/select_field/SelectField';
import { useInputs } from '../../model/inputs';
import { keptOf, titleOf } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { factsUnder, pathOf, type Fact } from '../facts/places';
import { valueText } from '../facts/value_text';
import { useSay } from '../texts/texts';
import { today } from '../today';
import type { TabProps } from './Tabs';

export function MeetingsTab({ client, results, onChange }: TabProps) {
  const say = useSay();
  const { file } = client;
  const { meetings } = file.sheet;
  const [who, setWho] = useState('');
  const [date, setDate] = useState(today());
  const [note, setNote] = useState('');
  const now: Meeting = {
    date: today(),
    rules: results.rules?.hash ?? '',
    case: file.case as JsonObject,
    results: keptOf(results),
  };
  const keep = () => {
    const meeting: Meeting = { ...copyOf(now), date, ...(who === '' ? {} : { who }), ...(note === '' ? {} : { note }) };
    onChange({ ...file, sheet: { ...file.sheet, meetings: [...meetings, meeting] } });
    setNote('');
  };
  return (
    <>
      <h2>{say('tab.meetings')}</h2>
      <form
        className="box meeting-form no-print"
        aria-label={say('meeting.new')}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <div className="row">
          <label>
            {say('meeting.date')}
            <input type="date" required value={date} onChange={(event) => setDate(event.currentTarget.value)} />
          </label>
          <label>
            {say('meeting.who')}
            <input type="text" value={who} onChange={(event) => setWho(event.currentTarget.value)} />
          </label>
        </div>
        <label>
          {say('meeting.note')}
          <textarea rows={3} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </label>
        <button type="submit" className="button button-main">
          {say('meeting.keep')}
        </button>
      </form>
      {meetings.length === 0 ? <p>{say('meeting.none')}</p> : <Two meetings={[...meetings, now]} results={results} />}
    </>
  );
}

function Two({ meetings, results }: { meetings: readonly Meeting[]; results: TabProps['results'] }) {
  const say = useSay();
  const { formats } = useSurroundings();
  const [first, setFirst] = useState(meetings.length - 2);
  const [second, setSecond] = useState(meetings.length - 1);
  const options = meetings.map(({ date, who, note }, index) => ({
    value: String(index),
    title:
      index === meetings.length - 1
        ? say('meeting.now')
        : [formats.date(date), who, note?.slice(0, 40)].filter((text) => text !== undefined).join(' · '),
  }));
  const one = meetings[Math.min(first, meetings.length - 2)];
  const other = meetings[Math.min(second, meetings.length - 1)];
  if (one === undefined || other === undefined) return null;
  return (
    <>
      <ol className="plain">
        {meetings.slice(0, -1).map(({ date, who, note }, index) => (
          <li key={index}>
            <b>{formats.date(date)}</b> {who} {note !== undefined && <span className="says">{note}</span>}
          </li>
        ))}
      </ol>
      <h3>{say('meeting.compare')}</h3>
      <div className="row no-print">
        <SelectField
          label={say('meeting.first')}
          value={String(first)}
          onChange={(value) => setFirst(Number(value))}
          options={options}
        />
        <SelectField
          label={say('meeting.second')}
          value={String(second)}
          onChange={(value) => setSecond(Number(value))}
          options={options}
        />
      </div>
      <p>{say(one.rules === other.rules ? 'meeting.same_rules' : 'meeting.other_rules')}</p>
      <ChangedFacts one={one} other={other} />
      <ChangedResults one={one} other={other} results={results} />
    </>
  );
}

/** Facts by place, those of the offers too. */
function allFacts(meeting: Meeting, variables: ReadonlyMap<string, Fact['variable'] & object>): Map<string, Fact> {
  const file = (meeting.case ?? {}) as Partial<CaseFile>;
  const facts = [
    ...factsUnder(file as JsonObject, [], variables),
    ...(file.scenarios ?? []).flatMap((scenario, index) =>
      factsUnder(scenario as JsonObject, ['scenarios', index], variables),
    ),
  ];
  return new Map(facts.map((fact) => [pathOf(fact.place), fact]));
}

function ChangedFacts({ one, other }: { one: Meeting; other: Meeting }) {
  const say = useSay();
  const { formats } = useSurroundings();
  const variables = useInputs()?.variables;
  if (variables === undefined) return null;
  const [before, after] = [allFacts(one, variables), allFacts(other, variables)];
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => !isSame(before.get(path)?.value, after.get(path)?.value),
  );
  const text = (fact: Fact | undefined) =>
    fact === undefined ? '–' : valueText(fact.value, fact.variable, say, formats);
  return (
    <>
      <h4>{say('meeting.facts')}</h4>
      {paths.length === 0 ? (
        <p>{say('meeting.no_change')}</p>
      ) : (
        <ul className="plain">
          {paths.map((path) => {
            const fact = after.get(path) ?? before.get(path);
            return (
              <li key={path}>
                {fact?.variable?.title ?? path}: {text(before.get(path))} → <b>{text(after.get(path))}</b>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

function ChangedResults({ one, other, results }: { one: Meeting; other: Meeting; results: TabProps['results'] }) {
  const say = useSay();
  const { formats } = useSurroundings();
  const names = Object.keys(other.results ?? {}).filter((name) => one.results?.[name] !== undefined);
  const lines = names.flatMap((name) => {
    const before = one.results?.[name] ?? {};
    const after = other.results?.[name] ?? {};
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((figure) => {
      const [was, is] = [Number(before[figure] ?? 0), Number(after[figure] ?? 0)];
      return was === is ? [] : [{ name, figure, was, is }];
    });
  });
  return (
    <>
      <h4>{say('meeting.results')}</h4>
      {lines.length === 0 ? (
        <p>{say('meeting.no_change')}</p>
      ) : (
        <ul className="plain">
          {lines.map(({ name, figure, was, is }) => (
            <li key={`${name} ${figure}`}>
              {name}: {titleOf(results, figure.replace(/^(client|spouse|child\d+)\./, ''))} {formats.euros(was)} →{' '}
              <b>{formats.euros(is)}</b>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
