import { execFileSync, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

/** A network namespace that reaches this machine and cannot be reached from it: every inbound connection is dropped. */
export class OneWayNetwork {
  private constructor(
    private readonly name: string,
    /** Where this machine answers from within. */
    readonly hostAddress: string,
    readonly ownAddress: string,
  ) {}

  /** Needs root, `ip` and `iptables`; @throws Error that names what is missing */
  static make(): OneWayNetwork {
    if (process.getuid?.() !== 0) throw new Error('a network of its own is made by root only: run the tests as root');
    for (const tool of ['ip', 'iptables']) {
      if (spawnSync('which', [tool]).status !== 0) throw new Error(`a network of its own needs ${tool}: install it`);
    }
    const tag = randomInt(0x10000).toString(16).padStart(4, '0');
    const [name, outer, inner] = [`lt-${tag}`, `lto-${tag}`, `lti-${tag}`];
    const subnet = `10.${randomInt(200, 250)}.${randomInt(250)}`;
    const network = new OneWayNetwork(name, `${subnet}.1`, `${subnet}.2`);
    ip('netns', 'add', name);
    try {
      ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', inner);
      ip('link', 'set', inner, 'netns', name);
      ip('address', 'add', `${network.hostAddress}/30`, 'dev', outer);
      ip('link', 'set', outer, 'up');
      ip('-n', name, 'address', 'add', `${network.ownAddress}/30`, 'dev', inner);
      ip('-n', name, 'link', 'set', inner, 'up');
      ip('-n', name, 'link', 'set', 'lo', 'up');
      // answers to its own connections come in, a first packet of anybody else's does not
      const drop = ['-A', 'INPUT', '-i', inner, '-p', 'tcp', '--syn', '-j', 'DROP'];
      ip('netns', 'exec', name, 'iptables', ...drop);
    } catch (error) {
      network.remove();
      throw error;
    }
    return network;
  }

  /** The command that another one is put behind, to run within. */
  get enter(): readonly string[] {
    return ['ip', 'netns', 'exec', this.name];
  }

  /** Takes the pair of interfaces with it. */
  remove(): void {
    ip('netns', 'delete', this.name);
  }
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', [...args], { stdio: ['ignore', 'ignore', 'pipe'] });
}
