import { z } from 'zod';

/** What is read of vitest's JSON report. */
const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number().default(0),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** How many tests passed, failed and were left out. */
export interface Counts { passed: number; failed: number; skipped: number }

/** The last lines of `npm test`: what could not be checked and why, then the counts; what was left out is never silent. */
export function lastWords(counts: Counts, unchecked: readonly string[]): string[] {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return [...unchecked.map((one) => `没有检查 ${one}`), `tests: ${counts.passed} passed, ${counts.failed} failed${skipped}`];
}

/** Counts of vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function countsOf(given: unknown): Counts {
  const read = report.safeParse(given);
  if (!read.success) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, testResults, success } = read.data;
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed')).length;
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: failed === 0 && !success ? 1 : failed, skipped: numPendingTests };
}
