// Sections of the law. A link is the reader's own click: the page itself asks nothing of anyone.
import { useSurroundings } from '../../model/surroundings';
import type { Citation } from '../../engine/answers';
import './citations.css';

export const citationText = ({ statute, section }: Citation): string =>
  section === undefined ? statute : `${statute} ${section}`;

export function Citations({ citations }: { citations: readonly Citation[] }) {
  const { t } = useSurroundings();
  return (
    <ul className="citations">
      {citations.map((citation) => {
        const text = citationText(citation);
        return (
          <li key={text}>
            {citation.link === undefined ? (
              text
            ) : (
              <a href={citation.link} target="_blank" rel="noopener noreferrer">
                {text} <span className="only-read">{t('why.new_window')}</span>
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
