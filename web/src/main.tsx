import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { readPreferences } from './app/preferences';
import 'virtual:component-styles.css';
import './app/tokens.css';
import { startEngine } from './engine/engine';
import './app/print.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App engine={startEngine(readPreferences().language)} />
  </StrictMode>,
);
