import { instantText } from '@lienthong/kernel';
import { type Demo, playOnOwnStack, playOnRunningStack, prepareDemo } from './demo';
import { readDemoConfig } from './demo.config';
import { usage } from './input/options';
import { runCommand, type Scene } from './run-command';

const startedAt = performance.now();

runCommand({
  usage,
  prepare: async (args) => {
    const demo = await prepareDemo(args, readDemoConfig());
    return { json: demo.options.json, run: (scene) => play(demo, scene) };
  },
});

function play(demo: Demo, scene: Scene): Promise<boolean> {
  const { dossiers } = demo.options;
  scene.console.line(
    `Liên Thông: ${dossiers === 1 ? 'one land transfer' : `${dossiers} land transfers`} (1.013831), from the desk to the certificate, on ${instantText(demo.at).slice(0, 16)}`,
  );
  const stage = { ...scene, startedAt };
  return demo.running ? playOnRunningStack(demo.running, demo, stage) : playOnOwnStack(demo, stage);
}
