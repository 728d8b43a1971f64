// Whose case it is, where it stands, and what one does with the whole of it: save, seal, print, meet.
import { useState, type RefObject } from 'react';
import { states, type State } from '../../case/file';
import type { Results, Variable } from '../../engine/answers';
import { SelectField } from '../../components/select_field/SelectField';
import { useSurroundings } from '../../model/surroundings';
import { computedOf } from '../clients/LawChanged';
import { codeWarning } from '../clients/NewClient';
import { situationOf } from '../clients/rows';
import { saveClient, type SaveProblem } from '../files/disk';
import { changeClient, codeOf, filesNow, isUnsaved, useFiles, type OpenClient } from '../files/store';
import { useSay } from '../texts/texts';
import { Seal } from './Seal';

export interface CaseHeadProps {
  client: OpenClient;
  results: Results | undefined;
  took: number;
  heading: RefObject<HTMLHeadingElement | null>;
  variables: ReadonlyMap<string, Variable>;
  go: (path: string) => void;
}

export function CaseHead({ client, results, took, heading, variables, go }: CaseHeadProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const { folder } = useFiles();
  const [problem, setProblem] = useState<SaveProblem | 'saved'>();
  const [sealing, setSealing] = useState(false);
  const { sheet, case: file } = client.file;
  const warning = codeWarning(sheet.code);
  const save = async (anyway = false) => {
    if (results !== undefined && !anyway) keepResults(client.id, results);
    const now = filesNow().clients.find(({ id }) => id === client.id) ?? client;
    setProblem((await saveClient(now, folder?.handle, anyway)) ?? 'saved');
  };
  const set = (change: Partial<typeof sheet>) =>
    changeClient(client.id, (own) => ({ ...own, sheet: { ...own.sheet, ...change } }));
  return (
    <>
      <div className="title-row">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {codeOf(client)} <span className="soft situation">{situationOf(client, variables)}</span>
          </h1>
          <p className="small soft">
            {[
              say('case.starts', { month: formats.month(file.start) }),
              sheet.computed === undefined ? '' : say('case.computed', { date: formats.date(sheet.computed.date) }),
              say('case.rules', { version: results?.rules?.version ?? '' }),
            ]
              .filter((text) => text !== '')
              .join(' · ')}
            <span className="only-read" data-took={Math.round(took)} />
          </p>
        </div>
        <div className="row no-print">
          <a className="button" href={`#/case/${encodeURIComponent(client.id)}/letter`}>
            {say('case.letter')}
          </a>
          <button type="button" className="button" aria-expanded={sealing} onClick={() => setSealing(!sealing)}>
            {say('case.seal')}
          </button>
          <button type="button" className="button button-main" onClick={() => void save()}>
            {say('case.save')}
          </button>
        </div>
      </div>
      <div className="row case-sheet no-print">
        <label>
          {say('new.code')}
          <input type="text" value={sheet.code} onChange={(event) => set({ code: event.currentTarget.value })} />
        </label>
        <SelectField
          label={say('column.state')}
          value={sheet.state}
          onChange={(value) => set({ state: value as State })}
          options={states.map((value) => ({ value, title: say(`state.${value}`) }))}
        />
        <a className="link" href="#/clients" onClick={() => go('/clients')}>
          {say('case.back')}
        </a>
      </div>
      {warning !== undefined && (
        <p className="small" role="status">
          {say(`new.warning.${warning}`)}
        </p>
      )}
      {sealing && <Seal client={client} onDone={() => setSealing(false)} />}
      <p role="status" className="save-status">
        {problem === 'saved' && !isUnsaved(client) ? say('save.done') : isUnsaved(client) ? say('save.unsaved') : ''}
      </p>
      <SaveFault problem={problem} onAnyway={() => void save(true)} />
    </>
  );
}

interface SaveFaultProps {
  problem: SaveProblem | 'saved' | undefined;
  onAnyway: () => void;
}

function SaveFault({ problem, onAnyway }: SaveFaultProps) {
  const say = useSay();
  if (problem === undefined || problem === 'saved') return null;
  return (
    <div role="alert" className="box box-limit">
      <p>{say(`save.${problem}`)}</p>
      {problem === 'changed_outside' && (
        <button type="button" className="button" onClick={onAnyway}>
          {say('save.anyway')}
        </button>
      )}
    </div>
  );
}

/** What was computed goes into the file with it, so that a change of the law can be seen later. */
function keepResults(id: string, results: Results): void {
  changeClient(id, (file) => ({
    ...file,
    sheet: {
      ...file.sheet,
      state: file.sheet.state === 'new' ? 'computed' : file.sheet.state,
      computed: computedOf(results),
    },
  }));
}
