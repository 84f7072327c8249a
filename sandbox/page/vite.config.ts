import { defineConfig } from 'vite';

/** Builds the sandbox's chat page and the standalone card page into `dist`; run as `npx vite build sandbox/page`. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: { index: `${import.meta.dirname}/index.html`, card: `${import.meta.dirname}/card.html` } },
  },
});
