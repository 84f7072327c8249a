import { describe, expect, it } from 'vitest';
import { countsOf, lastWords } from '../../scripts/counts.ts';

const file = (status: string, ...tests: string[]) => ({ name: 'x.test.ts', status, assertionResults: tests.map((one) => ({ status: one })) });

describe('the counts of npm test', () => {
  it('are those of the report', () => {
    const report = { success: false, numPassedTests: 7, numFailedTests: 2, numPendingTests: 3, testResults: [file('failed', 'failed', 'failed', 'passed'), file('passed', 'passed')] };
    expect(countsOf(report)).toEqual({ passed: 7, failed: 2, skipped: 3 });
  });

  it('a file that could not be loaded is a failure although none of its tests ran', () => {
    const report = { success: false, numPassedTests: 7, numFailedTests: 0, testResults: [file('failed'), file('passed', 'passed')] };
    expect(countsOf(report)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });

  it('a run without a report, or that failed outside its tests, is a failure', () => {
    expect(countsOf(undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countsOf({ success: false, numPassedTests: 7, numFailedTests: 0, testResults: [] })).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });

  it('end in one line, with what was left out and why before it', () => {
    expect(lastWords({ passed: 7, failed: 0, skipped: 0 }, [])).toEqual(['tests: 7 passed, 0 failed']);
    expect(lastWords({ passed: 7, failed: 0, skipped: 52 }, ['Java 客户端：没有 javac'])).toEqual(['没有检查 Java 客户端：没有 javac', 'tests: 7 passed, 0 failed, 52 skipped']);
  });
});
