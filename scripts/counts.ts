import { z } from 'zod';

/** What is read of vitest's JSON report. */
const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** How many tests passed and failed. */
export interface Counts { passed: number; failed: number }

/** Counts of vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function countsOf(given: unknown): Counts {
  const read = report.safeParse(given);
  if (!read.success) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults, success } = read.data;
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed')).length;
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: failed === 0 && !success ? 1 : failed };
}
