// All examples of all components on one page, for the eye: npm run gallery.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fi } from '../catalogue/fi';
import { formats } from '../catalogue/formats';
import { translator } from '../catalogue/languages';
import type { Engine } from '../engine/engine';
import { SurroundingsContext, type Surroundings } from '../model/surroundings';
import type { Examples } from './examples';
import '../app/tokens.css';
import '../app/app.css';

const found = import.meta.glob<{ examples: Examples }>('../{components,charts}/*/*.examples.ts', { eager: true });

const surroundings = (engine: Partial<Engine>): Surroundings => ({
  language: 'fi',
  t: translator(fi),
  formats: formats('fi'),
  engine: engine as Engine,
  simple: false,
  laterTexts: { there: true, fetch: () => Promise.resolve() },
});

const root = document.getElementById('root');
if (root === null) throw new Error('gallery.html has no #root');
createRoot(root).render(
  <StrictMode>
    <main className="page-width">
      <h1>Components</h1>
      {Object.entries(found).map(([file, { examples }]) => (
        <section key={file}>
          <h2>{file.split('/').at(-2)}</h2>
          <SurroundingsContext.Provider value={surroundings(examples.engine)}>
            {Object.entries(examples.elements).map(([name, element]) => (
              <div key={name} style={{ marginBlock: '2rem' }}>
                <p className="soft">{name}</p>
                {element}
              </div>
            ))}
          </SurroundingsContext.Provider>
        </section>
      ))}
    </main>
  </StrictMode>,
);
