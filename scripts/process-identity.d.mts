/** A process that was started at a known moment. */
export interface Started { pid: number; identity: string }
/** When and as what a process was started; undefined when it is not running. */
export function identityOf(pid: number): string | undefined;
/** Ends a process if it is still the one that was meant; false where it was not running. */
export function endProcess(whom: Started, graceMs: number): Promise<boolean>;
/** The id of the process that started another; 0 where the system does not tell. */
export function parentOf(pid: number): number;
