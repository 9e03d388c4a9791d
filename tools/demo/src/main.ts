import { instantText } from '@lienthong/kernel';
import { type CivilDemo, playCivilDemo, prepareCivilDemo } from './civil/civil-demo';
import { type Demo, playOnOwnStack, playOnRunningStack, prepareDemo } from './demo';
import { readDemoConfig } from './demo.config';
import { FaultList } from './input/fault';
import { type DemoOptions, readOptions, usage } from './input/options';
import { listed, listText } from './report/list';
import { type Prepared, runCommand, type Scene } from './run-command';

const startedAt = performance.now();

runCommand({
  usage,
  prepare: async (args) => {
    const faults = new FaultList();
    const { options, faults: wrongOptions } = readOptions(args);
    faults.add(wrongOptions);
    if (options.list) return prepareList(options, faults);
    const { json } = options;
    if (options.procedure === 'land-transfer') {
      const demo = await prepareDemo(options, readDemoConfig(), faults);
      return { json, run: (scene) => play(demo, scene) };
    }
    const demo = await prepareCivilDemo(options, readDemoConfig(), faults);
    return { json, run: (scene) => playChain(demo, scene) };
  },
});

function prepareList({ json }: DemoOptions, faults: FaultList): Prepared {
  faults.throwIfAny();
  const text = json ? JSON.stringify(listed()) : listText();
  return { json, run: () => Promise.resolve(process.stdout.write(`${text}\n`) || true) };
}

function play(demo: Demo, scene: Scene): Promise<boolean> {
  const { dossiers } = demo.options;
  const many = dossiers === 1 ? 'one land transfer' : `${dossiers} land transfers`;
  const how = demo.scenario ? `, ${demo.scenario.name}: ${demo.scenario.text}` : '';
  scene.console.line(
    `Liên Thông: ${many} (1.013831), from the desk to the certificate, on ${instantText(demo.at).slice(0, 16)}${how}`,
  );
  const stage = { ...scene, startedAt };
  return demo.running ? playOnRunningStack(demo.running, demo, stage) : playOnOwnStack(demo, stage);
}

function playChain(demo: CivilDemo, scene: Scene): Promise<boolean> {
  const { options, scenario, at } = demo;
  const many = options.dossiers === 1 ? 'one declaration' : `${options.dossiers} declarations`;
  scene.console.line(
    `Liên Thông: ${many} of ${scenario.procedure}, ${scenario.name}: ${scenario.text}; on ${instantText(at).slice(0, 16)}`,
  );
  return playCivilDemo(demo, { ...scene, startedAt });
}
