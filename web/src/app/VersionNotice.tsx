// A new version has been fetched and waits for the reader's word.
import { Button } from 'suomifi-ui-components';
import type { Translate } from '../catalogue/messages';

export function VersionNotice({ t, takeOver }: { t: Translate; takeOver: (() => void) | undefined }) {
  return (
    <div role="status" className="version-notice page-width no-print">
      {takeOver !== undefined && (
        <>
          <p>{t('app.version.new')}</p>
          <Button variant="secondary" onClick={takeOver}>
            {t('app.version.take')}
          </Button>
        </>
      )}
    </div>
  );
}
