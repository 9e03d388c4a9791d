import { Clock, instantText } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import { writeRegistry } from '../../members/write-registry';
import type { ActInForce, CarriesOut } from '../act';
import { actErrors } from '../act.errors';
import { ActKind } from '../act-kind';
import { OperatorContent } from './operator.content';

const HOLDING = `select person, valid_from from operator where valid_to is null or valid_to > $1 order by person for update`;
const FEWEST = 2;

interface HoldingRow {
  person: string;
  valid_from: Date;
}

@ActKind({
  name: 'withdraw-operator',
  effect: 'restricts',
  summary: 'Takes the right to act for the bus from a person; two operators remain at least.',
  content: OperatorContent,
})
export class WithdrawOperatorAct implements CarriesOut<OperatorContent> {
  constructor(private readonly clock: Clock) {}

  async carryOut(client: ClientBase, { person }: OperatorContent, { id, at }: ActInForce): Promise<undefined> {
    const { rows } = await client.query<HoldingRow>(HOLDING, [at]);
    const found = rows.find((row) => row.person === person);
    if (!found) throw actErrors.NOT_AN_OPERATOR({ person });
    if (rows.length <= FEWEST) throw actErrors.LAST_OPERATORS();
    const row = { person, validFrom: instantText(found.valid_from), validTo: instantText(at) };
    await writeRegistry(client, [{ table: 'operator', row }], { clock: this.clock, actId: id });
    return undefined;
  }
}
