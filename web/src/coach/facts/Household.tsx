// Who lives in the household: a partner and children come and go with one press each.
import type { ClientFile } from '../../case/file';
import { useSay } from '../texts/texts';

export interface HouseholdProps {
  file: ClientFile;
  onChange: (file: ClientFile) => void;
}

export function Household({ file, onChange }: HouseholdProps) {
  const say = useSay();
  const { spouse, children = [], ...rest } = file.case;
  const set = (change: Partial<ClientFile['case']>) => onChange({ ...file, case: { ...file.case, ...change } });
  return (
    <p className="row household">
      {spouse === undefined ? (
        <button type="button" className="link" onClick={() => set({ spouse: {} })}>
          {say('household.add_partner')}
        </button>
      ) : (
        <button
          type="button"
          className="link"
          onClick={() => onChange({ ...file, case: { ...rest, ...(children.length > 0 ? { children } : {}) } })}
        >
          {say('household.remove_partner')}
        </button>
      )}
      <button type="button" className="link" onClick={() => set({ children: [...children, {}] })}>
        {say('household.add_child')}
      </button>
      {children.length > 0 && (
        <button type="button" className="link" onClick={() => set({ children: children.slice(0, -1) })}>
          {say('household.remove_child', { number: children.length })}
        </button>
      )}
    </p>
  );
}
