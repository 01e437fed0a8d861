import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { compressed } from './build/compressed.ts';
import { emojiCatalogue } from './build/emoji-catalogue.ts';

const page = (name: string) => resolve(import.meta.dirname, name);

export default defineConfig({
  // Relative: the same files work under every context path.
  base: './',
  plugins: [emojiCatalogue(), compressed()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { index: page('index.html'), 'sign-in': page('sign-in.html') } },
    // The password dictionaries are one lazy chunk, loaded only while someone chooses a password.
    chunkSizeWarningLimit: 2500,
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/law/**'],
  },
});
