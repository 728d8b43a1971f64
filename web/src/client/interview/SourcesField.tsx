// What one is paid now: all of several, or none of them.
import { Checkbox, CheckboxGroup } from 'suomifi-ui-components';
import { useSurroundings } from '../../model/surroundings';
import type { Draft } from './draft';
import { sources, type Source } from './questions';

export interface FieldProps {
  draft: Draft;
  change: (changed: Partial<Draft>) => void;
  label: string;
  error: string | undefined;
}

export function SourcesField({ draft, change, label, error }: FieldProps) {
  const { t } = useSurroundings();
  const toggle = (source: Source, on: boolean) =>
    change({
      choice: '',
      none: false,
      received: sources.filter((one) => (one === source ? on : draft.received.includes(one))),
    });
  return (
    <CheckboxGroup
      labelText={label}
      labelMode="hidden"
      groupHintText={t('sources.hint')}
      {...(error === undefined ? {} : { groupStatus: 'error' as const, groupStatusText: error })}
    >
      {[
        ...sources.map((source) => (
          <Checkbox
            key={source}
            checked={draft.received.includes(source)}
            onClick={({ checkboxState }) => toggle(source, checkboxState)}
          >
            {t(`sources.${source}`)}
          </Checkbox>
        )),
        <Checkbox
          key="none"
          checked={draft.none}
          onClick={({ checkboxState }) => change({ none: checkboxState, choice: '', received: [] })}
        >
          {t('sources.none')}
        </Checkbox>,
      ]}
    </CheckboxGroup>
  );
}
