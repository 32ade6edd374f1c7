/** The processor time that a call takes, in milliseconds: unlike the clock, it does not grow when the machine is busy. */
export function cpuTime(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
