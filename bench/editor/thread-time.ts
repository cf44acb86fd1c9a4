/** What the extension host's thread computes, whatever else the machine does. */

/** Time computed since the process began, in milliseconds; NaN in an older VS Code. */
export function threadTime(): number {
  const usage = (process as { threadCpuUsage?: () => NodeJS.CpuUsage }).threadCpuUsage?.();
  return usage ? (usage.user + usage.system) / 1000 : NaN;
}

/** Between two looks, in milliseconds. */
const step = 2;
let timer: ReturnType<typeof setInterval> | undefined;
let longest = 0;

/** From now on looks for the longest time computed without giving a timer its turn. */
export function watchBlocks(): void {
  clearInterval(timer);
  longest = 0;
  let before = threadTime();
  timer = setInterval(() => {
    const now = threadTime();
    longest = Math.max(longest, now - before);
    before = now;
  }, step);
}

/** The longest since {@link watchBlocks}, in milliseconds; ends the looking. */
export function longestComputed(): number {
  clearInterval(timer);
  return longest;
}
