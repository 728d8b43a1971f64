// Save, open, print, link.
import { memo, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useSurroundings } from '../../../model/surroundings';
import { writeCase, type CaseFile } from '../../../case/case';
import { packCase } from '../../../case/case_link';
import { OpenFile } from '../../../components/open_file/OpenFile';

export interface TakeSectionProps {
  file: CaseFile;
  onFile: (file: File) => void;
  onAgain: () => void;
}

// Stands still while the slider moves.
export const TakeSection = memo(function TakeSection({ file, onFile, onAgain }: TakeSectionProps) {
  const { t } = useSurroundings();
  const [said, setSaid] = useState('');

  const save = () => {
    const address = URL.createObjectURL(new Blob([writeCase(file)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `ansiopolku-${file.start}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };

  const copy = async () => {
    const address = new URL(location.href);
    address.hash = `case=${await packCase(file)}`;
    try {
      await navigator.clipboard.writeText(address.href);
      setSaid(t('actions.link.done'));
    } catch {
      history.replaceState(history.state, '', address);
      setSaid(t('actions.link.here'));
    }
  };

  return (
    <section className="no-print" aria-labelledby="actions-title">
      <h2 id="actions-title">{t('actions.title')}</h2>
      <div className="action-buttons">
        <Button variant="secondary" onClick={save}>
          {t('actions.save')}
        </Button>
        <Button variant="secondary" onClick={() => window.print()}>
          {t('actions.print')}
        </Button>
        <Button variant="secondary" onClick={() => void copy()}>
          {t('actions.link')}
        </Button>
        <OpenFile label={t('actions.open')} onFile={onFile} />
        <Button variant="secondaryNoBorder" onClick={onAgain}>
          {t('actions.again')}
        </Button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
});
