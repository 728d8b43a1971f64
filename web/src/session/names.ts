// What a scenario is called on the screen: the coach's own name, and for the page's own two their words.
import { useCallback } from 'react';
import { nowName, workName } from '../case/case';
import { useSurroundings } from '../model/surroundings';

export function useScenarioName(): (name: string) => string {
  const { t } = useSurroundings();
  return useCallback(
    (name) => (name === nowName ? t('compare.now') : name === workName ? t('compare.work') : name),
    [t],
  );
}
