import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { chunkName, chunkGroups } from './scripts/chunks.ts';
import { offline } from './scripts/offline.ts';
import { oneFile } from './scripts/one_file.ts';
import { staticStyles } from './scripts/static_styles.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
// The engine's package, as `make wasm` builds it beside this folder.
const engine = (file: string): string => here(`../wasm/dist/${file}`);

// The page must work from any sub-path, so every address is relative. Preact's compat layer stands in for React in the
// built page: the same components at half the size.
export default defineConfig(({ command, mode }) => ({
  base: './',
  plugins: [
    react(),
    staticStyles(),
    mode === 'one-file' ? oneFile() : offline(),
    {
      // The development server needs inline scripts; the built page keeps its policy.
      name: 'policy-only-when-built',
      apply: 'serve',
      transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
    },
  ],
  resolve: {
    alias: [
      { find: 'ansiopolku/answers', replacement: engine('answers.js') },
      { find: 'ansiopolku/authoring', replacement: engine('authoring.js') },
      { find: 'ansiopolku', replacement: engine('index.js') },
      ...(command === 'build'
        ? [
            { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
            { find: 'react-dom/client', replacement: 'preact/compat/client' },
            { find: 'react-dom', replacement: 'preact/compat' },
            { find: 'react', replacement: 'preact/compat' },
            { find: 'd3-interpolate', replacement: here('src/charts/between_numbers.ts') },
          ]
        : []),
    ],
  },
  // From a disk browsers start no module as a worker.
  worker: { format: mode === 'one-file' ? ('iife' as const) : ('es' as const) },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    ...(mode === 'one-file'
      ? {
          outDir: 'build-one-file',
          copyPublicDir: false,
          cssCodeSplit: false,
          assetsInlineLimit: () => true,
          rolldownOptions: { output: { codeSplitting: false } },
        }
      : {
          assetsInlineLimit: 0,
          // What several parts need is one file for the first visit, one for what follows it and one for the other rooms:
          // many small ones compress worse.
          rolldownOptions: {
            output: {
              codeSplitting: { groups: chunkGroups },
              chunkFileNames: chunkName,
            },
          },
        }),
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    testTimeout: 60_000,
  },
}));
