import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The page must work from any sub-path, so every address is relative. Preact's compat layer stands in for React in the
// built page: the same components at half the size.
export default defineConfig(({ command }) => ({
  base: './',
  plugins: [react()],
  resolve: {
    alias:
      command === 'build'
        ? [
            { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
            { find: 'react-dom/client', replacement: 'preact/compat/client' },
            { find: 'react-dom', replacement: 'preact/compat' },
            { find: 'react', replacement: 'preact/compat' },
          ]
        : [],
  },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
}));
