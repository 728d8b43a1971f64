// The rows of all open files, as far as the engine has answered.
import { useMemo } from 'react';
import { usePlans } from '../../model/plan';
import { useFiles } from '../files/store';
import { today } from '../today';
import { rowOf, type ClientRow } from './rows';

export function useRows(): readonly ClientRow[] {
  const { clients } = useFiles();
  const cases = useMemo(() => clients.map(({ file }) => file.case), [clients]);
  const plans = usePlans(cases);
  return useMemo(() => clients.map((client) => rowOf(client, plans.get(client.file.case), today())), [clients, plans]);
}
