import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export const POD_IP = '10.244.0.7';

/** Address of the servers that are not in the Pod. */
export const REMOTE_IP = '10.96.0.10';

const PAUSE = `
for address in ${POD_IP} ${REMOTE_IP}; do busybox ip addr add $address/32 dev lo; done
busybox ip link set lo up
read -r pid _ < /proc/self/stat
echo $pid
exec cat`;

/** Network and processes of a Pod. They end with this process, whatever becomes of it. */
export class Sandbox {
  private constructor(
    private readonly pause: ChildProcess,
    private readonly pid: string,
  ) {}

  static async start(): Promise<Sandbox> {
    const pause = spawn(
      'unshare',
      ['--net', '--uts', '--pid', '--fork', '--kill-child', 'bash', '-ec', PAUSE],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const [pid] = (await once(pause.stdout, 'data')) as [Buffer];
    return new Sandbox(pause, pid.toString().trim());
  }

  /** A command line that runs another one among the processes of the Pod. */
  inside(...command: readonly string[]): string[] {
    return ['nsenter', '--target', this.pid, '--net', '--uts', '--pid', ...command];
  }

  /** Runs a script of this machine's Node.js on the network of the Pod until that ends. */
  async startStub(args: readonly string[]): Promise<void> {
    const [program, ...line] = this.inside(process.execPath, ...args);
    const stub = spawn(program, line, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(stub.stdout, 'data');
    stub.stdout.resume();
  }

  async stop(): Promise<void> {
    if (this.pause.exitCode !== null) return;
    this.pause.stdin!.end();
    await once(this.pause, 'exit');
  }
}
