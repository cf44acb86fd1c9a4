/** Whether a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // it runs, for somebody else
    return isFault(fault, 'EPERM');
  }
}

/** Whether an error is one of Node's with one of these codes. */
export function isFault(fault: unknown, ...codes: string[]): boolean {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && codes.includes(fault.code);
}
