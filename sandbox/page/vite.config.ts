import { defineConfig } from 'vite';

const at = (file: string): string => `${import.meta.dirname}/${file}`;

/** Builds the sandbox's chat page, its gallery of cards and the standalone card page into `dist`; run as `npx vite build sandbox/page`. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The library's modules register their charts as a side effect that the bundler drops; its one-file build keeps it.
  resolve: { alias: [{ find: /^@visactor\/vchart$/, replacement: '@visactor/vchart/build/index.es.js' }] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The chart library comes alone and only with the first chart that is looked at.
    chunkSizeWarningLimit: 3000,
    rolldownOptions: { input: { index: at('index.html'), card: at('card.html'), gallery: at('gallery.html') } },
  },
});
