import { Button } from 'suomifi-ui-components';
import { useSurroundings } from '../../model/surroundings';
import { OpenFile } from '../../components/open_file/OpenFile';
import { useTitle } from '../../model/title';
import './start_page.css';

export interface StartPageProps {
  onBegin: () => void;
  onFile: (file: File) => void;
}

export function StartPage({ onBegin, onFile }: StartPageProps) {
  const { t } = useSurroundings();
  useTitle(t('start.title'));
  return (
    <div className="start-page">
      <h1 tabIndex={-1}>{t('start.title')}</h1>
      <p className="start-lead">{t('start.lead')}</p>
      <ul>
        <li>{t('start.point1')}</li>
        <li>{t('start.point2')}</li>
        <li>{t('start.point3')}</li>
      </ul>
      <div className="start-buttons">
        <Button onClick={onBegin}>{t('start.begin')}</Button>
        <OpenFile label={t('start.open')} onFile={onFile} />
      </div>
    </div>
  );
}
