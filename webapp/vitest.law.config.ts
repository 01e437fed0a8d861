import { defineConfig } from 'vitest/config';

/** The law against a real server: `CHATTERBOX_URL=http://127.0.0.1:8080/ npm run law`. */
export default defineConfig({
  test: {
    include: ['test/law/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
