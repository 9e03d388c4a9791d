import { Clock, instantText } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import { writeRegistry } from '../../members/write-registry';
import type { ActInForce, CarriesOut } from '../act';
import { actErrors } from '../act.errors';
import { ActKind } from '../act-kind';
import { OperatorContent } from './operator.content';

const HOLDS = `select 1 from operator where person = $1 and (valid_to is null or valid_to > $2)`;

@ActKind({
  name: 'register-operator',
  effect: 'permits',
  summary: 'Lets one more person act for the bus.',
  content: OperatorContent,
})
export class RegisterOperatorAct implements CarriesOut<OperatorContent> {
  constructor(private readonly clock: Clock) {}

  async carryOut(client: ClientBase, { person }: OperatorContent, { id, at }: ActInForce): Promise<undefined> {
    const { rowCount } = await client.query(HOLDS, [person, at]);
    if (rowCount) throw actErrors.OPERATOR_KNOWN({ person });
    const row = { person, validFrom: instantText(at) };
    await writeRegistry(client, [{ table: 'operator', row }], { clock: this.clock, actId: id });
    return undefined;
  }
}
